import type { AlertWhy } from '#shared/contract/alerts.ts';
import { fold } from '#shared/text/fold.ts';
import { wordsOf } from '#shared/text/words.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { termsOf, unwantedWords } from '../../understand/topic-words.ts';
import type { logOddsScore } from '../../understand/topics.ts';

const DAYS_BEFORE = 28;
const READ_NOW = 200;
const READ_BEFORE = 600;
const SHOWN = 8;
const PRIOR_TEXTS = 10;
/** Standard errors from which a word counts as risen. */
const LEAST_SCORE = 1.28;

interface Tools {
  termsOf: typeof termsOf;
  unwantedWords: typeof unwantedWords;
  logOddsScore: typeof logOddsScore;
}

let tools: Tools | null = null;

/** Loads what splits texts into words; a start of the app does not wait for its word lists. */
export async function loadWordTools(): Promise<void> {
  if (tools !== null) return;
  const [words, topics] = await Promise.all([
    import('../../understand/topic-words.ts'),
    import('../../understand/topics.ts'),
  ]);
  tools = { ...words, ...topics };
}

/** False until `loadWordTools` has ended: until then no word rises. */
export const wordToolsReady = (): boolean => tools !== null;

interface TextRow {
  text: string;
  language: string;
}

const TEXT = `SELECT i.title || char(10) || substr(i.body, 1, 2000) AS text, l.id AS language
  FROM item i JOIN language l ON l.key = i.language`;

/** The words that the mentions of a span have more than those of the 28 days before, the surest first. */
export function risingWords(
  read: ReadHandle,
  brand: { key: number; name: string },
  itemIds: readonly number[],
  from: number,
): AlertWhy['words'] {
  const loaded = tools;
  if (loaded === null || itemIds.length === 0) return [];
  const now = read.all<TextRow>(`${TEXT} WHERE i.id IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(itemIds.slice(0, READ_NOW)),
  ]);
  const before = read.all<TextRow>(
    `${TEXT} JOIN mention m ON m.item = i.id WHERE m.brand = ? AND m.item >= ? AND m.item < ? AND m.shelf = ${MAIN_SHELF}
     ORDER BY m.item DESC LIMIT ${READ_BEFORE}`,
    [brand.key, firstIdAt(from - DAYS_BEFORE * 86_400_000), firstIdAt(from)],
  );
  const [late, early] = [countTerms(loaded, brand.name, now), countTerms(loaded, brand.name, before)];
  const least = now.length < 6 ? 2 : 3;
  const risen = [...late]
    .map(([key, { surface, texts }]) => {
      const earlier = early.get(key)?.texts ?? 0;
      const score = loaded.logOddsScore(texts, now.length, earlier, before.length, PRIOR_TEXTS);
      return { key, word: surface, now: texts, before: earlier, score };
    })
    .filter((word) => word.now >= least && word.score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || b.word.length - a.word.length);
  // A phrase says what its words say; those stand for nothing of their own beside it.
  const kept = risen.filter(
    ({ key, now: texts }) =>
      !risen.some(
        (other) => other.key.split(' ').includes(key) && other.key !== key && other.now >= texts * 0.6,
      ),
  );
  return kept
    .slice(0, SHOWN)
    .map(({ word, now: texts, before: earlier }) => ({ word, now: texts, before: earlier }));
}

/** How many texts have each term; the words of the brand's own name are none. */
function countTerms(
  words: Tools,
  brandName: string,
  rows: readonly TextRow[],
): Map<string, { surface: string; texts: number }> {
  const unwanted = words.unwantedWords(wordsOf(fold(brandName)).map(({ text }) => text));
  const counted = new Map<string, { surface: string; texts: number }>();
  for (const row of rows) {
    const language = row.language === 'und' ? null : row.language;
    const seen = new Map(
      words.termsOf(row.text, language, unwanted).map(({ key, surface }) => [key, surface]),
    );
    for (const [key, surface] of seen) {
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { surface: surface.toLowerCase(), texts: 1 });
      else known.texts += 1;
    }
  }
  return counted;
}
