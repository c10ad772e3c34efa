import stemmers from 'snowball-stemmers';
import stopwords from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };
import { fold } from '#shared/text/fold.ts';
import { foldWord, tokenize } from './tokens.ts';

/** Snowball's algorithms for the nine languages; Croatian has none and keeps its words as they are. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  en: 'english',
  ro: 'romanian',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
};
const LANGUAGES = [...Object.keys(ALGORITHMS), 'hr'];
/** A topic is found in the beginning of a text: a long article names a brand on its way through other things. */
const LETTERS_READ = 1500;
const MOST_WORDS_KEPT = 20_000;
const ENOUGH_LETTERS = 3;

/** Words of the lists that tell something in reviews and news after all. */
const TELLING = new Set(
  `room rooms problem problems fire bill order orders group system website computer
   kinder quarto quartos trabajo cher`
    .split(/\s+/)
    .map(fold),
);
const PARTS_OF_ADDRESSES = ['http', 'https', 'www', 'html'];

interface Word {
  folded: string;
  /** What stays the same through its endings; '' where it is a stop word, a number or too short to mean anything. */
  stem: string;
}

/** What a language makes of words. */
interface Vocabulary {
  stop: ReadonlySet<string>;
  stem(word: string): string;
  /** By the word in lower case. */
  known: Map<string, Word>;
}

const vocabularies = new Map<string, Vocabulary>();

function vocabulary(language: string | null): Vocabulary {
  const key = language ?? '';
  const known = vocabularies.get(key);
  if (known !== undefined) return known;
  const lists: Readonly<Record<string, readonly string[]>> = stopwords;
  const from = language === null ? LANGUAGES : [language];
  const algorithm = ALGORITHMS[key];
  const stemmer = algorithm === undefined ? null : stemmers.newStemmer(algorithm);
  const made: Vocabulary = {
    stop: new Set(
      [...PARTS_OF_ADDRESSES, ...from.flatMap((one) => lists[one] ?? [])]
        .map(fold)
        .filter((word) => !TELLING.has(word)),
    ),
    // Snowball's Romanian knows the old letters with cedillas only.
    stem: (word) =>
      fold(stemmer === null ? word : stemmer.stem(word.replaceAll('ș', 'ş').replaceAll('ț', 'ţ'))),
    known: new Map(),
  };
  vocabularies.set(key, made);
  return made;
}

function look(lower: string, words: Vocabulary): Word {
  const kept = words.known.get(lower);
  if (kept !== undefined) return kept;
  const folded = foldWord(lower);
  const telling = folded.length >= ENOUGH_LETTERS && !/^\p{N}/u.test(folded) && !words.stop.has(folded);
  const word = { folded, stem: telling ? words.stem(lower) : '' };
  if (words.known.size >= MOST_WORDS_KEPT) words.known.clear();
  words.known.set(lower, word);
  return word;
}

/** One occurrence of a word or of two words side by side. */
export interface Term {
  /** Equal for all forms of the same words in one language. */
  key: string;
  /** As it stands in the text. */
  surface: string;
}

/** Tells words, folded or as stems, that a topic may not contain: those by which the brand is found. */
export type Unwanted = (word: string) => boolean;

/** `l'hôtel` is about the hotel: a short beginning before an apostrophe is an article. */
const ELISION = /^\p{L}{1,2}['’](?=\p{L}{3})/u;

/**
 * The words and two-word phrases of a text that can be topics: no stop words, links, names of accounts, numbers.
 * Two words are a phrase when only a space stands between them, or a hyphen (`check-in`, where the second may be
 * a stop word). Each occurrence is given, in the order of the text.
 */
export function termsOf(text: string, language: string | null, unwanted: Unwanted): Term[] {
  const words = vocabulary(language);
  const read = text.slice(0, LETTERS_READ);
  const terms: Term[] = [];
  let last: { stem: string; key: string; start: number; end: number } | null = null;
  for (const token of tokenize(read)) {
    if (token.kind !== 'word') {
      last = null;
      continue;
    }
    const cut = ELISION.exec(token.raw)?.[0].length ?? 0;
    const raw = token.raw.slice(cut);
    const { folded, stem } = look(raw.toLowerCase(), words);
    const key = stem === '' ? folded : stem;
    const banned = unwanted(folded) || (stem !== folded && stem !== '' && unwanted(stem));
    if (stem !== '' && !banned) terms.push({ key: stem, surface: raw });
    const start = token.start + cut;
    if (last !== null && !banned) {
      const gap = read.slice(last.end, start);
      const both = last.stem !== '' && stem !== '';
      const either = last.stem !== '' || stem !== '';
      if ((gap === ' ' && both) || (gap === '-' && either)) {
        terms.push({ key: `${last.key} ${key}`, surface: read.slice(last.start, token.end) });
      }
    }
    last = banned ? null : { stem, key, start, end: token.end };
  }
  return terms;
}

/**
 * Tells the words of a brand's own queries, in all their endings: `words` are folded, and may end in `*`.
 * Stems are taken in every language, since a query is written in none.
 */
export function unwantedWords(words: readonly string[]): Unwanted {
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const whole = new Set(words.filter((word) => !word.endsWith('*')));
  const stems = LANGUAGES.flatMap((language) => [...whole].map((word) => vocabulary(language).stem(word)));
  for (const stem of stems) whole.add(stem);
  return (folded) =>
    whole.has(folded) || beginnings.some((start) => start !== '' && folded.startsWith(start));
}
