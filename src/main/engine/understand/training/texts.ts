import type { ItemKind } from '#shared/model/item.ts';
import type { SentimentLanguage } from '../negators.ts';

/** Labelled sentences of our own writing in one language and of one kind. */
export interface OwnTexts {
  language: SentimentLanguage;
  kind: ItemKind;
  negative: readonly string[];
  neutral: readonly string[];
  positive: readonly string[];
}

/** One sentence a line; empty lines are dropped. */
export function lines(block: string): readonly string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
