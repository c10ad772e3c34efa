import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import * as hr from './hr.ts';
import * as it from './it.ts';
import * as nl from './nl.ts';
import * as pt from './pt.ts';
import * as ro from './ro.ts';
import type { OwnTexts } from './texts.ts';

/** All sentences of our own writing. Read only when the model is trained; no shipped code imports them. */
export const ownTexts: readonly OwnTexts[] = [
  en.reviews,
  en.news,
  ro.reviews,
  ro.news,
  de.reviews,
  de.news,
  fr.reviews,
  es.reviews,
  it.reviews,
  pt.reviews,
  nl.reviews,
  hr.reviews,
];
