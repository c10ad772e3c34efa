import { eld } from 'eld/large';
import { commonWords } from './common-words.ts';
import { isSentimentLanguage, LANGUAGES } from './negators.ts';

/** What says nothing about the language: links, names, addresses, markup. */
const NOISE =
  /https?:\/\/\S{1,2000}|www\.\S{1,2000}|\bhttps?\b|<[^<>\s]{1,100}>|\S{0,64}@[\p{L}\p{N}_.-]{1,80}|^RT\s/gu;
const MAYBE_NOISE = /[@/<]|www\.|http|^RT\s/;
const HASHTAG = /#[\p{L}\p{N}_]+/gu;
const LETTER = /\p{L}/gu;
/** Letters drawn out for effect, as in `nervosaaaa`: the detector knows the word without them. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;
/** One capitalised word and nothing else: a name, in any language. */
const NAME_ALONE = /^\s*\p{Lu}[\p{L}\p{N}.-]*\s*$/u;
/** What is cleaned, and of that what is read: on longer beginnings the detector is no more often right. */
const LONGEST = 800;
const LONGEST_READ = 120;
/** Fewer letters than this are a guess: only everyday words or a hint can then decide. */
const FEWEST_LETTERS = 6;
/** Below this many letters the detector must be sure by its own measure, or everyday words must speak. */
const SHORT = 24;
/** From this many letters on the detector is taken at its word. */
const SURE = 60;
const ENOUGH_BESIDE_HASHTAGS = 12;
/** What a text of nothing but everyday words of one language adds to that language's score (0…1). */
const WORDS_COUNT = 0.25;
/** Everyday words that settle a short text by themselves, as `commonWords` counts them. */
const WORDS_DECIDE = 0.9;
/** In a short text, one of the nine languages within this distance of a rarer one is the likelier. */
const COMMON_MARGIN = 0.08;
/** A declared language within this distance of the best score wins. */
const HINT_MARGIN = 0.06;

/** Bosnian and Croatian, and Serbian in Latin letters, are one for every word list the app has. */
const ONE_AS_CROATIAN: ReadonlySet<string> = new Set(['hr', 'bs', 'sh']);
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The language of a text as ISO 639-1, or null where there are no letters, too few of them, a name alone, or the
 * detector is unsure. `hint` is what the source declared (`ro`, `ro-RO`): it breaks near ties and decides very
 * short texts. Bosnian and Serbian in Latin letters answer `hr`; Serbian in Cyrillic stays `sr`. Never throws.
 */
export function detectLanguage(text: string, hint?: string | null): string | null {
  const clean = beginning(cleaned(text.slice(0, LONGEST)).trim());
  const letters = countLetters(clean);
  if (letters === 0) return null;
  const declared = normaliseLanguage(hint ?? null, clean);
  const found = eld.detect(clean);
  const first = found.language === '' ? null : merge(found.language, clean);
  const agreed = declared === null || declared === first;
  if (letters >= SURE) return agreed ? first : nearTie(found, first, declared, clean);
  const words = commonWords(clean);
  // The scores are slow to have: where detector and everyday words name one language, they change nothing.
  const best = agreed && leads(words, first) ? first : weighed(found, first, declared, words, clean);
  if (letters >= SHORT || countOf(words, best) >= WORDS_DECIDE) return best;
  if (letters < FEWEST_LETTERS || NAME_ALONE.test(clean) || !found.isReliable()) return declared;
  return best;
}

function cleaned(text: string): string {
  const plain = MAYBE_NOISE.test(text) ? text.replace(NOISE, ' ') : text;
  if (!plain.includes('#')) return plain.replace(DRAWN_OUT, '$1');
  // A hashtag is often a name in another language: it counts only where there is little else.
  const bare = plain.replace(HASHTAG, ' ');
  const kept = countLetters(bare) >= ENOUGH_BESIDE_HASHTAGS ? bare : plain.replaceAll('#', ' ');
  return kept.replace(DRAWN_OUT, '$1');
}

/** Cut between words, where there is a place to. */
function beginning(text: string): string {
  if (text.length <= LONGEST_READ) return text;
  const end = text.lastIndexOf(' ', LONGEST_READ);
  return text.slice(0, end > LONGEST_READ / 2 ? end : LONGEST_READ);
}

/** Letters up to the number from which the count no longer matters. */
function countLetters(text: string): number {
  let n = 0;
  LETTER.lastIndex = 0;
  while (n < SURE && LETTER.test(text)) n += 1;
  return n;
}

type Found = ReturnType<typeof eld.detect>;
type Scores = Readonly<Record<string, number>>;
type Words = ReturnType<typeof commonWords>;

function countOf(words: Words, language: string | null): number {
  return isSentimentLanguage(language) ? (words.counts[LANGUAGES.indexOf(language)] ?? 0) : 0;
}

/** True where no other language has more everyday words in the text. */
function leads(words: Words, language: string | null): boolean {
  return isSentimentLanguage(language) && countOf(words, language) >= Math.max(...words.counts);
}

/** The declared language where the detector finds it nearly as good as its first. */
function nearTie(found: Found, first: string | null, declared: string | null, text: string): string | null {
  const scores = found.getScores();
  return isNear(scores, declared, scores[found.language] ?? 0, text) ? declared : first;
}

/** The best of the nine languages by scores and everyday words, unless the declared one or a rarer one is better. */
function weighed(
  found: Found,
  first: string | null,
  declared: string | null,
  { counts, words }: Words,
  text: string,
): string | null {
  const scores = found.getScores();
  const top = scores[found.language] ?? 0;
  let best: { language: string | null; score: number } = { language: null, score: 0 };
  LANGUAGES.forEach((language, at) => {
    const said = (counts[at] ?? 0) / Math.max(1, words);
    const score = scoreOf(scores, language, text) + WORDS_COUNT * said;
    if (score > best.score) best = { language, score };
  });
  if (isNear(scores, declared, Math.max(best.score, top), text)) return declared;
  return best.score >= top - COMMON_MARGIN ? (best.language ?? first) : first;
}

function isNear(scores: Scores, declared: string | null, best: number, text: string): boolean {
  return declared !== null && best - scoreOf(scores, declared, text) <= HINT_MARGIN;
}

/** Croatian takes the best of the languages that are one with it. */
function scoreOf(scores: Scores, language: string, text: string): number {
  const own = scores[language] ?? 0;
  if (language !== 'hr') return own;
  return Math.max(own, scores['bs'] ?? 0, CYRILLIC.test(text) ? 0 : (scores['sr'] ?? 0));
}

/** `ro-RO` and `RO` as `ro`; null where it is no language code. */
export function normaliseLanguage(code: string | null, sample = ''): string | null {
  const plain = /^([a-z]{2})(?:[-_].*)?$/i.exec(code ?? '')?.[1]?.toLowerCase();
  return plain === undefined ? null : merge(plain, sample);
}

function merge(language: string, sample: string): string {
  if (ONE_AS_CROATIAN.has(language)) return 'hr';
  return language === 'sr' && !CYRILLIC.test(sample) ? 'hr' : language;
}
