import { z } from 'zod';
import type { ItemKind } from '#shared/model/item.ts';
import { LANGUAGES, type SentimentLanguage } from '../negators.ts';

/** The labelled sets the weights may be learnt from, and nothing else. */
export const SETS: readonly { name: string; kind: ItemKind; licence: string }[] = [
  { name: 'umsab', kind: 'social', licence: "Apache-2.0 repository; tweets keep their source's terms" },
  { name: 'sart', kind: 'social', licence: 'CC0-1.0' },
  { name: 'vader-tweets', kind: 'social', licence: 'MIT' },
  { name: 'vader-reviews', kind: 'review', licence: 'MIT' },
];

export interface Labelled {
  text: string;
  label: 'negative' | 'neutral' | 'positive';
  language: SentimentLanguage;
  kind: ItemKind;
  /** The set it is scored with, such as `umsab-de`. */
  set: string;
  split: 'train' | 'dev';
  file?: string;
}

const Row = z.object({
  text: z.string(),
  label: z.enum(['negative', 'neutral', 'positive']),
  lang: z.enum(LANGUAGES),
  split: z.enum(['train', 'dev']),
});

/** Sets published without a dev split give every seventh of their texts. */
const HELD_OUT = 7;

/** The texts of one set of `SETS`, from the lines of its file. Throws where a line cannot be read. */
export function parseSet(set: (typeof SETS)[number], jsonl: string): Labelled[] {
  const rows = jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Row.parse(JSON.parse(line)));
  const hasDev = rows.some((row) => row.split === 'dev');
  return rows.map((row, i) => ({
    text: row.text,
    label: row.label,
    language: row.lang,
    kind: set.kind,
    set: set.name === 'umsab' ? `umsab-${row.lang}` : set.name,
    split: !hasDev && i % HELD_OUT === 0 ? 'dev' : row.split,
    file: set.name,
  }));
}
