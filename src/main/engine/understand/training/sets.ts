import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Reads every set found in the folder; a missing one is left out. Throws where a line cannot be read. */
export function readLabelled(folder: string): Labelled[] {
  return SETS.flatMap(({ name, kind }) => {
    const file = join(folder, `${name}.jsonl`);
    if (!existsSync(file)) return [];
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Row.parse(JSON.parse(line)));
    const hasDev = rows.some((row) => row.split === 'dev');
    return rows.map((row, i): Labelled => ({
      text: row.text,
      label: row.label,
      language: row.lang,
      kind,
      set: name === 'umsab' ? `umsab-${row.lang}` : name,
      split: !hasDev && i % HELD_OUT === 0 ? 'dev' : row.split,
      file: name,
    }));
  });
}
