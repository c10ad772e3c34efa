import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import * as hr from './hr.ts';
import * as hrDomains from './hr-domains.ts';
import * as it from './it.ts';
import * as long from './long.ts';
import * as nl from './nl.ts';
import * as nlDomains from './nl-domains.ts';
import * as pt from './pt.ts';
import * as ro from './ro.ts';
import * as roProducts from './ro-products.ts';
import type { OwnTexts } from './texts.ts';

/** All sentences of our own writing. Read only when the model is trained; no shipped code imports them. */
export const ownTexts: readonly OwnTexts[] = [
  en.reviews,
  en.news,
  long.longEnglish,
  ro.reviews,
  ro.news,
  roProducts.products,
  de.reviews,
  de.news,
  fr.reviews,
  es.reviews,
  long.longSpanish,
  it.reviews,
  pt.reviews,
  nl.reviews,
  nlDomains.domains,
  hr.reviews,
  hrDomains.domains,
];
