import { EarshotError } from '#shared/model/result.ts';
import { isSentimentLanguage, LANGUAGES, type SentimentLanguage } from './negators.ts';
import { foldWord, plainEmoji } from './tokens.ts';

/** Word lists with a strength from −5 (bad) to 5 (good), one per language, and one for emoji and emoticons. */
export interface Lexicon {
  words: Readonly<Record<SentimentLanguage, ReadonlyMap<string, number>>>;
  /** Beginnings shared by listed words that agree, so that other endings of a listed word count too. */
  stems: Readonly<Record<SentimentLanguage, ReadonlyMap<string, number>>>;
  emoji: ReadonlyMap<string, number>;
}

const MAGIC = 'earshot-lexicon 1';
const EMOJI = '*';

/**
 * Parses the packed lexicon: a first line with name and version, then `#<language>` headings, each followed by
 * `word<TAB>strength` lines. Throws `EarshotError('invalid')` on anything else.
 */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  if (lines[0] !== MAGIC) throw broken('its first line is not the expected one');
  const words = emptyWords();
  const emoji = new Map<string, number>();
  let into: Map<string, number> | null = null;
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      into = sectionFor(line.slice(1), words, emoji);
      continue;
    }
    const tab = line.indexOf('\t');
    const strength = Number(line.slice(tab + 1));
    if (into === null || tab < 1 || !Number.isInteger(strength) || Math.abs(strength) > 5) {
      throw broken('a line in it cannot be read');
    }
    into.set(line.slice(0, tab), strength);
  }
  const stems = emptyWords();
  for (const language of LANGUAGES) collectStems(words[language], stems[language]);
  return { words, stems, emoji };
}

/** Beginnings have at least this many letters: shorter ones belong to too many words. */
const SHORTEST_STEM = 5;
/** A word that only shares its beginning with a listed one says a little less. */
const STEM_SHARE = 0.8;

/** The strength −5…5 of a folded word, by itself or by its beginning; 0 where the list does not know it. */
export function strengthOf(lexicon: Lexicon, language: SentimentLanguage, folded: string): number {
  const listed = lexicon.words[language].get(folded);
  if (listed !== undefined) return listed;
  const stems = lexicon.stems[language];
  for (let cut = 0; cut <= 3 && folded.length - cut >= SHORTEST_STEM; cut += 1) {
    const strength = stems.get(folded.slice(0, folded.length - cut));
    if (strength !== undefined) return strength * STEM_SHARE;
  }
  return 0;
}

function collectStems(words: ReadonlyMap<string, number>, stems: Map<string, number>): void {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const [word, strength] of words) {
    for (let cut = 0; cut <= 2 && word.length - cut >= SHORTEST_STEM - 1; cut += 1) {
      const stem = word.slice(0, word.length - cut);
      const have = sums.get(stem) ?? { sum: 0, n: 0 };
      sums.set(stem, { sum: have.sum + strength, n: have.n + 1 });
    }
  }
  for (const [stem, { sum, n }] of sums) if (Math.abs(sum / n) >= 1) stems.set(stem, sum / n);
}

/** Packs raw lists (as published, unfolded) into the format `parseLexicon` reads; the result is deterministic. */
export function packLexicon(
  lists: Readonly<Record<SentimentLanguage, Iterable<readonly [string, number]>>>,
  emoji: Iterable<readonly [string, number]>,
): Uint8Array {
  const out = [MAGIC];
  for (const language of LANGUAGES) {
    out.push(`#${language}`, ...rows(lists[language], foldWord));
  }
  out.push(`#${EMOJI}`, ...rows(emoji, plainEmoji));
  return new TextEncoder().encode(`${out.join('\n')}\n`);
}

/** Two spellings that fold to one word are averaged; words whose strengths cancel out are left out. */
function rows(entries: Iterable<readonly [string, number]>, key: (word: string) => string): string[] {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const [word, strength] of entries) {
    const folded = key(word);
    if (folded === '' || /[\s\t#]/.test(folded)) continue;
    const have = sums.get(folded) ?? { sum: 0, n: 0 };
    sums.set(folded, { sum: have.sum + strength, n: have.n + 1 });
  }
  return [...sums]
    .map(([word, { sum, n }]) => [word, Math.round(sum / n)] as const)
    .filter(([, strength]) => strength !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, strength]) => `${word}\t${strength}`);
}

function emptyWords(): Record<SentimentLanguage, Map<string, number>> {
  const map = (): Map<string, number> => new Map();
  return {
    en: map(),
    ro: map(),
    de: map(),
    fr: map(),
    es: map(),
    it: map(),
    pt: map(),
    nl: map(),
    hr: map(),
  };
}

function sectionFor(
  name: string,
  words: Record<SentimentLanguage, Map<string, number>>,
  emoji: Map<string, number>,
): Map<string, number> {
  if (name === EMOJI) return emoji;
  if (!isSentimentLanguage(name)) throw broken(`it names an unknown language (${name})`);
  return words[name];
}

function broken(what: string): EarshotError {
  return new EarshotError(
    'invalid',
    `The word list that judges sentiment cannot be used: ${what}. Reinstall Earshot to repair it.`,
  );
}
