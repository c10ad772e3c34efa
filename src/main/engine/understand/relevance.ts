import { hashText } from './features.ts';
import { foldWord, tokenize } from './tokens.ts';

/**
 * Whether a mention is about the brand or about something else of the same name: logistic regression over the
 * hashed words around the brand's own, one small model a brand, trained from examples the owner gave.
 */
export interface RelevanceModel {
  /** Hash of a feature → its weight, in logits towards "about us". */
  weights: ReadonlyMap<number, number>;
  bias: number;
}

export interface RelevanceExample {
  features: Int32Array;
  about: boolean;
}

/** Words that decide almost by themselves, given by the owner. */
export interface RelevanceWords {
  must: readonly string[];
  mustNot: readonly string[];
}

/** What a mention is taken for. `unsure` and `not` are worth a look, never dropped. */
export type Verdict = 'about' | 'unsure' | 'not';

/** Fewer examples of either kind than this teach nothing. */
export const FEWEST_EXAMPLES = 5;
/** A classifier that is right less often than this on examples it had not seen (chance is 0.5) is not used. */
export const LEAST_ACCURACY = 0.6;
/** What is at least this likely about the brand stays where it is: a text that says nothing either way does, too. */
export const ABOUT_FROM = 0.5;
/** Between the two it is doubtful, below this it is probably about something else. */
export const NOT_BELOW = 0.35;

/** Words on either side of the brand's that are looked at. */
const AROUND = 30;
const LONGEST = 20_000;
/** Endings differ, beginnings carry the meaning: a feature of its own, so that few examples go further. */
const STEM = 5;
const SHORTEST = 3;
const EPOCHS = 60;
const RATE = 0.3;
const L2 = 0.01;
/** What one given word counts against one example. */
const SEED_WEIGHT = 2;
const SMALLEST = 1e-3;

const WORD = hashText('about-word', 0x811c9dc5 | 0);
const PAIR = hashText('about-pair', 0x811c9dc5 | 0);
const WRITTEN = hashText('about-written', 0x811c9dc5 | 0);
const BEFORE = hashText('about-before', 0x811c9dc5 | 0);
const AFTER = hashText('about-after', 0x811c9dc5 | 0);
const BEGINNING = hashText('about-stem', 0x811c9dc5 | 0);

export interface Span {
  start: number;
  end: number;
}

/**
 * The hashes of the words, pairs and word beginnings within 30 words of the brand's matched words (`matches`,
 * offsets into `text`), and how those words themselves are written: a name with a capital, a common word without.
 * Without a match in the text: its first 60 words.
 */
export function relevanceFeatures(text: string, matches: readonly Span[]): Int32Array {
  const tokens = tokenize(text.slice(0, LONGEST)).filter(({ kind }) => kind === 'word');
  const own = tokens.map(({ start, end }) => matches.some((one) => start < one.end && end > one.start));
  const near = new Uint8Array(tokens.length);
  if (own.includes(true)) {
    own.forEach((isOwn, at) => {
      if (isOwn) near.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
    });
  } else near.fill(1, 0, 2 * AROUND);
  const hashes = new Set<number>();
  let before: number | null = null;
  tokens.forEach(({ raw }, at) => {
    const folded = foldWord(raw);
    if (own[at] === true) hashes.add(hashText(raw, WRITTEN));
    if (near[at] !== 1 || own[at] === true || folded.length < SHORTEST) {
      // A pair may reach over "the", not over the brand or out of the words looked at.
      if (near[at] !== 1 || own[at] === true) before = null;
      return;
    }
    for (const hash of wordHashes(folded)) hashes.add(hash);
    const word = hashText(folded, WORD);
    if (before !== null) hashes.add(Math.imul(before, 0x01000193) ^ word ^ PAIR);
    before = word;
    if (own[at - 1] === true) hashes.add(hashText(folded, AFTER));
    if (own[at + 1] === true) hashes.add(hashText(folded, BEFORE));
  });
  return Int32Array.from(hashes);
}

function wordHashes(folded: string): number[] {
  const word = hashText(folded, WORD);
  return folded.length > STEM ? [word, hashText(folded.slice(0, STEM), BEGINNING)] : [word];
}

/** The given words as examples of their own. */
function seeds({ must, mustNot }: RelevanceWords): RelevanceExample[] {
  const example =
    (about: boolean) =>
    (word: string): RelevanceExample => ({
      features: Int32Array.from(tokenize(word).flatMap(({ raw }) => wordHashes(foldWord(raw)))),
      about,
    });
  return [...must.map(example(true)), ...mustNot.map(example(false))];
}

/**
 * Trains on the owner's examples, both kinds counting alike however many there are of each, with the given words
 * as seeds. The same examples in the same order give the same model.
 */
export function trainRelevance(
  examples: readonly RelevanceExample[],
  words: RelevanceWords = { must: [], mustNot: [] },
): RelevanceModel {
  const all = [
    ...examples.map((example) => ({ ...example, counts: 1 })),
    ...seeds(words).map((example) => ({ ...example, counts: SEED_WEIGHT })),
  ];
  const total = (about: boolean): number =>
    all.reduce((sum, one) => (one.about === about ? sum + one.counts : sum), 0);
  const scale = new Map([true, false].map((about) => [about, all.length / Math.max(1, 2 * total(about))]));
  const weights = new Map<number, number>();
  const squares = new Map<number, number>();
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { features, about, counts } of all) {
      const value = 1 / Math.sqrt(Math.max(1, features.length));
      let logit = bias;
      for (const hash of features) logit += value * (weights.get(hash) ?? 0);
      const pull = (sigmoid(logit) - (about ? 1 : 0)) * counts * (scale.get(about) ?? 1);
      bias -= 0.01 * pull;
      for (const hash of features) {
        const weight = weights.get(hash) ?? 0;
        const gradient = pull * value + L2 * weight * value;
        const square = (squares.get(hash) ?? 0.1) + gradient * gradient;
        squares.set(hash, square);
        weights.set(hash, weight - (RATE * gradient) / Math.sqrt(square));
      }
    }
  }
  return { weights: new Map([...weights].filter(([, weight]) => Math.abs(weight) >= SMALLEST)), bias };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** 0…1: how sure the model is that a text with these features is about the brand. */
export function relevanceOf({ weights, bias }: RelevanceModel, features: Int32Array): number {
  const value = 1 / Math.sqrt(Math.max(1, features.length));
  let logit = bias;
  for (const hash of features) logit += value * (weights.get(hash) ?? 0);
  return sigmoid(logit);
}

export function verdictOf(relevance: number): Verdict {
  if (relevance >= ABOUT_FROM) return 'about';
  return relevance < NOT_BELOW ? 'not' : 'unsure';
}

/** True where there are enough examples of both kinds for anything to be ranked. */
export function canLearn(about: number, notAbout: number): boolean {
  return about >= FEWEST_EXAMPLES && notAbout >= FEWEST_EXAMPLES;
}

/** Above this many examples a twentieth is left out at a time. */
const MOST_LEFT_OUT_ALONE = 60;
const PARTS = 20;

/** Share 0…1 of the examples judged right (0.5 as the line) by a model trained without them. Goes on in pieces. */
export function* checkRelevance(
  examples: readonly RelevanceExample[],
  words: RelevanceWords,
): Generator<void, number> {
  const parts = examples.length <= MOST_LEFT_OUT_ALONE ? examples.length : PARTS;
  let right = 0;
  for (let part = 0; part < parts; part += 1) {
    const model = trainRelevance(
      examples.filter((_, at) => at % parts !== part),
      words,
    );
    examples.forEach(({ features, about }, at) => {
      if (at % parts === part && relevanceOf(model, features) >= 0.5 === about) right += 1;
    });
    yield;
  }
  return examples.length === 0 ? 0 : right / examples.length;
}

/** For a BLOB: the bias, then per feature its hash and weight, 32 bits each, little endian. */
export function packRelevance({ weights, bias }: RelevanceModel): Uint8Array {
  const bytes = new Uint8Array(4 + weights.size * 8);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, bias, true);
  let offset = 4;
  for (const [hash, weight] of weights) {
    view.setInt32(offset, hash, true);
    view.setFloat32(offset + 4, weight, true);
    offset += 8;
  }
  return bytes;
}

export function unpackRelevance(bytes: Uint8Array): RelevanceModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Map<number, number>();
  for (let offset = 4; offset + 8 <= bytes.byteLength; offset += 8) {
    weights.set(view.getInt32(offset, true), view.getFloat32(offset + 4, true));
  }
  return { weights, bias: bytes.byteLength < 4 ? 0 : view.getFloat32(0, true) };
}
