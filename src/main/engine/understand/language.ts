import { eld } from 'eld/large';
import { isSentimentLanguage, LANGUAGES } from './negators.ts';

/** What says nothing about the language: links, names, addresses. */
const NOISE = /https?:\/\/\S{1,2000}|www\.\S{1,2000}|\S{0,64}@[\p{L}\p{N}_.-]{1,80}|^RT\s/gu;
const MAYBE_NOISE = /[@/]|www\.|^RT\s/;
const HASHTAG = /#[\p{L}\p{N}_]+/gu;
const LETTER = /\p{L}/gu;
/** The detector looks at less than this; a longer text costs nothing more. */
const LONGEST = 1200;
/** Fewer letters than this are a guess: only a hint can then decide. */
const FEWEST_LETTERS = 6;
/** Below this many letters the detector must be sure by its own measure. */
const SHORT = 24;
/** From this many letters on the detector is taken at its word. */
const SURE = 60;
const ENOUGH_BESIDE_HASHTAGS = 12;
/** In a short text, one of the nine languages within this distance of a rarer one is the likelier. */
const COMMON_MARGIN = 0.05;
/** A declared language within this distance of the best score wins. */
const HINT_MARGIN = 0.06;

/** Bosnian and Croatian, and Serbian in Latin letters, are one for every word list the app has. */
const ONE_AS_CROATIAN: ReadonlySet<string> = new Set(['hr', 'bs', 'sh']);

/**
 * The language of a text as ISO 639-1, or null where there are no letters, too few of them, or the detector is
 * unsure. `hint` is what the source declared (`ro`, `ro-RO`): it breaks near ties and decides very short texts.
 * Bosnian and Serbian in Latin letters answer `hr`; Serbian in Cyrillic stays `sr`. Never throws.
 */
export function detectLanguage(text: string, hint?: string | null): string | null {
  const clean = cleaned(text.slice(0, LONGEST));
  const letters = countLetters(clean);
  if (letters === 0) return null;
  const declared = normaliseLanguage(hint ?? null, clean);
  const found = eld.detect(clean);
  if (found.language === '') return letters < SHORT ? declared : null;
  const best = merge(found.language, clean);
  if (declared === best || (letters >= SURE && declared === null)) return best;
  const scores = found.getScores();
  const top = scores[found.language] ?? 0;
  if (declared !== null && top - (scores[declared] ?? 0) <= HINT_MARGIN) return declared;
  if (letters < FEWEST_LETTERS) return declared;
  const likely = letters < SURE && !isSentimentLanguage(best) ? commonest(scores, top) : best;
  if (letters < SHORT && likely === best && !found.isReliable()) return declared;
  return likely ?? best;
}

function cleaned(text: string): string {
  const plain = MAYBE_NOISE.test(text) ? text.replace(NOISE, ' ') : text;
  if (!plain.includes('#')) return plain;
  // A hashtag is often a name in another language: it counts only where there is little else.
  const bare = plain.replace(HASHTAG, ' ');
  return countLetters(bare) >= ENOUGH_BESIDE_HASHTAGS ? bare : plain.replaceAll('#', ' ');
}

/** Letters up to the number from which the count no longer matters. */
function countLetters(text: string): number {
  let n = 0;
  LETTER.lastIndex = 0;
  while (n < SURE && LETTER.test(text)) n += 1;
  return n;
}

/** Of a short text that could be several languages, the best of those people here mostly write. */
function commonest(scores: Readonly<Record<string, number>>, top: number): string | null {
  let best: string | null = null;
  let most = top - COMMON_MARGIN;
  for (const language of LANGUAGES) {
    const score = scores[language] ?? 0;
    if (score > most) [best, most] = [language, score];
  }
  return best;
}

/** `ro-RO` and `RO` as `ro`; null where it is no language code. */
export function normaliseLanguage(code: string | null, sample = ''): string | null {
  const plain = /^([a-z]{2})(?:[-_].*)?$/i.exec(code ?? '')?.[1]?.toLowerCase();
  return plain === undefined ? null : merge(plain, sample);
}

function merge(language: string, sample: string): string {
  if (ONE_AS_CROATIAN.has(language)) return 'hr';
  return language === 'sr' && !/\p{Script=Cyrillic}/u.test(sample) ? 'hr' : language;
}
