import type { ItemKind } from '#shared/model/item.ts';
import { EarshotError } from '#shared/model/result.ts';
import {
  emitTotals,
  LONGEST_TEXT,
  readText,
  type Seen,
  type Totals,
  wordFacts,
  type WordFacts,
  type WordSense,
  wordScale,
} from './features.ts';
import { type Lexicon, parseLexicon } from './lexicon.ts';
import { isSentimentLanguage, type SentimentLanguage } from './negators.ts';
import { checksum, type CLASSES, decodeWeights, type WeightsHeader } from './weights.ts';

export type Sentiment = (typeof CLASSES)[number] | 'undefined';

/** What is judged. `language` is ISO 639-1, null where it is not known. */
export interface SentimentInput {
  text: string;
  title?: string;
  language: string | null;
  kind: ItemKind;
}

/** A word or emoji that moved the judgement, and how far: above 0 towards positive, in logits. */
export interface Reason {
  word: string;
  /** Which of the two texts it stands in. */
  in: 'title' | 'text';
  /** UTF-16 offsets into that text. */
  start: number;
  end: number;
  weight: number;
}

export interface Judgement {
  sentiment: Sentiment;
  /** −1 (negative) … 1 (positive): probability of positive minus probability of negative. */
  score: number;
  /** 0…1: the calibrated probability of the class given; 0 where undefined. */
  certainty: number;
  /** Logits of negative, neutral, positive before calibration, for a personal head to add to. */
  logits: readonly [number, number, number];
  /** The strongest first, at most `MOST_REASONS`; empty unless asked for with `explain`. */
  why: readonly Reason[];
}

export interface SentimentModel {
  header: WeightsHeader;
  /** Never throws; answers `undefined` for a language the model does not know, never a guess. */
  judge(input: SentimentInput): Judgement;
  /** The same judgement with its reasons; slower. */
  explain(input: SentimentInput): Judgement;
}

type Logits = [number, number, number];

/** A word with what it adds to the logits: its places and values are summed once and not kept. */
interface KnownWord extends WordSense {
  plainLogits: Logits;
  negatedLogits: Logits;
}

export const MOST_REASONS = 8;
const LONGEST_TITLE = 500;
/** Words kept with their sums, per language: enough for everyday vocabulary, bounded against hostile text. */
const MOST_KNOWN_WORDS = 20_000;

const UNKNOWN: Judgement = { sentiment: 'undefined', score: 0, certainty: 0, logits: [0, 0, 0], why: [] };

/**
 * Loads the model from the two files in `assets/models`. Throws `EarshotError('invalid')` where either is
 * damaged or they do not belong together.
 */
export function loadSentiment(bytes: Uint8Array, lexiconBytes: Uint8Array): SentimentModel {
  const { header, weights } = decodeWeights(bytes);
  if (checksum(lexiconBytes) !== header.lexiconHash) {
    throw new EarshotError(
      'invalid',
      'The word list and the weights that judge sentiment do not belong together. Reinstall Earshot to repair them.',
    );
  }
  const lexicon = parseLexicon(lexiconBytes);
  const reader = createReader(weights, header.scale, lexicon);
  const run = (input: SentimentInput, explain: boolean): Judgement => {
    if (!isSentimentLanguage(input.language)) return UNKNOWN;
    const title = (input.title ?? '').slice(0, LONGEST_TITLE);
    const gap = title === '' ? '' : `${title}\n`;
    const whole = gap + input.text.slice(0, LONGEST_TEXT);
    const { seen, totals, logits } = reader.read(whole, input.language, input.kind);
    const judged = decide(logits, header.temperature);
    if (!explain) return judged;
    const weigh = (one: Seen<KnownWord>): number => reader.weigh(one, seen.length, totals, input);
    return { ...judged, why: reasons(seen, gap.length, weigh) };
  };
  return { header, judge: (input) => run(input, false), explain: (input) => run(input, true) };
}

interface Reader {
  read(
    text: string,
    language: SentimentLanguage,
    kind: ItemKind,
  ): { seen: Seen<KnownWord>[]; totals: Totals; logits: Logits };
  weigh(one: Seen<KnownWord>, seenCount: number, totals: Totals, input: SentimentInput): number;
}

function createReader(weights: Int8Array, scale: number, lexicon: Lexicon): Reader {
  const known = new Map<SentimentLanguage, Map<string, KnownWord>>();
  const addPlace = (logits: Logits, place: number, value: number): void => {
    const at = place * 3;
    const v = value * scale;
    logits[0] += (weights[at] ?? 0) * v;
    logits[1] += (weights[at + 1] ?? 0) * v;
    logits[2] += (weights[at + 2] ?? 0) * v;
  };
  const sum = (parts: WordFacts['plain']): Logits => {
    const logits: Logits = [0, 0, 0];
    parts.places.forEach((place, i) => addPlace(logits, place, parts.values[i] ?? 0));
    return logits;
  };
  const lookUp = (language: SentimentLanguage): ((raw: string) => KnownWord) => {
    let words = known.get(language);
    if (words === undefined || words.size > MOST_KNOWN_WORDS) {
      words = new Map();
      known.set(language, words);
    }
    const kept = words;
    return (raw) => {
      let word = kept.get(raw);
      if (word === undefined) {
        const { plain, negated, ...sense } = wordFacts(raw, language, lexicon);
        word = { ...sense, plainLogits: sum(plain), negatedLogits: sum(negated) };
        kept.set(raw, word);
      }
      return word;
    };
  };
  const addSeen = (logits: Logits, one: Seen<KnownWord>, share: number): void => {
    addPlace(logits, one.place, share * one.weight * one.value);
    if (one.facts === null) return;
    const own = one.negated ? one.facts.negatedLogits : one.facts.plainLogits;
    for (let c = 0; c < 3; c += 1) logits[c] = (logits[c] ?? 0) + share * one.weight * (own[c] ?? 0);
  };
  const totalsOf = (totals: Totals, language: SentimentLanguage, kind: ItemKind): Logits => {
    const logits: Logits = [0, 0, 0];
    emitTotals(totals, language, kind, (place, value) => addPlace(logits, place, value));
    return logits;
  };
  return {
    read(text, language, kind) {
      const { seen, totals } = readText(text, lexicon, lookUp(language));
      const logits = totalsOf(totals, language, kind);
      const share = wordScale(seen.length);
      for (const one of seen) addSeen(logits, one, share);
      return { seen, totals, logits };
    },
    /** Its own part, and what the word-list and emoji sums would lose without it. */
    weigh(one, seenCount, totals, input) {
      const logits: Logits = [0, 0, 0];
      addSeen(logits, one, wordScale(seenCount));
      let weight = logits[2] - logits[0];
      if ((one.strength !== 0 || one.emoji !== 0) && isSentimentLanguage(input.language)) {
        const all = totalsOf(totals, input.language, input.kind);
        const less = totalsOf(without(totals, one), input.language, input.kind);
        weight += all[2] - all[0] - (less[2] - less[0]);
      }
      return weight;
    },
  };
}

function without(totals: Totals, one: Seen): Totals {
  return {
    ...totals,
    good: Math.max(0, totals.good - Math.max(0, one.strength)),
    bad: Math.max(0, totals.bad - Math.max(0, -one.strength)),
    emojiGood: Math.max(0, totals.emojiGood - Math.max(0, one.emoji)),
    emojiBad: Math.max(0, totals.emojiBad - Math.max(0, -one.emoji)),
  };
}

/** Turns logits into a judgement; `temperature` is the header's. */
export function decide(logits: Readonly<Logits>, temperature: number): Judgement {
  const [a, b, c] = logits;
  const top = Math.max(a, b, c);
  const e = [a, b, c].map((x) => Math.exp((x - top) / temperature)) as Logits;
  const z = e[0] + e[1] + e[2];
  const sentiment = top === b ? 'neutral' : top === c ? 'positive' : 'negative';
  return { sentiment, score: (e[2] - e[0]) / z, certainty: Math.max(...e) / z, logits, why: [] };
}

const WORTH_TELLING = 0.03;

function reasons(
  seen: readonly Seen<KnownWord>[],
  titleLength: number,
  weigh: (one: Seen<KnownWord>) => number,
): Reason[] {
  const found: Reason[] = [];
  for (const one of seen) {
    const weight = weigh(one);
    if (Math.abs(weight) < WORTH_TELLING) continue;
    const inText = one.token.start >= titleLength;
    const shift = inText ? titleLength : 0;
    found.push({
      word: one.token.raw,
      in: inText ? 'text' : 'title',
      start: one.token.start - shift,
      end: one.token.end - shift,
      weight,
    });
  }
  return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_REASONS);
}
