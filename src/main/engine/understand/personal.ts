import { hashText } from './features.ts';
import { foldWord, plainEmoji, tokenize } from './tokens.ts';

/**
 * What a workspace has learned from its owner's corrections: a small linear model whose logits are added to those
 * of the shipped one, which is never changed. Words and word pairs only, no bias, so that texts without a word
 * from the corrections are judged as before.
 */
export interface PersonalHead {
  /** Hash of a word or pair → its place in `weights`. */
  places: ReadonlyMap<number, number>;
  /** Three logits a place: negative, neutral, positive. */
  weights: Float32Array;
}

export type Logits = readonly [number, number, number];

/** A text the owner has judged. */
export interface HeadExample {
  features: Int32Array;
  /** What the shipped model makes of it. */
  logits: Logits;
  /** The owner's word: 0 negative, 1 neutral, 2 positive. */
  label: number;
  /** 1 for a word given; less for what was only left as it stood. */
  weight: number;
}

/** What counts for a text whose judgement its owner left as it stood. */
export const WEAK_WEIGHT = 0.5;

/** How well head and shipped model agree with the owner, each text judged by a head that had not seen it. */
export interface HeadCheck {
  /** 0…1, weighted like the examples. */
  base: number;
  learned: number;
}

/** Only the beginning of a text is learned from and judged: it says what the whole is about. */
const LONGEST = 4000;
const EPOCHS = 8;
const L2 = 0.01;
/** What AdaGrad's sums of squares start from: a text already judged right must move little. Chosen on dev splits. */
const CALM = 0.3;
/** A word in more than this share of ordinary texts is left out: the brand’s name, say, or “the”. */
const COMMON = 0.2;
/** Steps are small until a hundred corrections have come: fewer say little, and larger steps were measured to harm. */
const CAREFUL_RATE = 0.1;
const RATE = 0.5;
const MANY = 100;
/** Above this many texts, leaving each out alone would take seconds; then a fiftieth is left out at a time. */
const MOST_LEFT_OUT_ALONE = 300;
const PARTS = 50;
/** A weight below this changes nothing a person could notice. */
const SMALLEST = 1e-3;

const WORD = hashText('own-word', 0x811c9dc5 | 0);
const PAIR = hashText('own-pair', 0x811c9dc5 | 0);

/** One word or emoji as the head sees it: hashes of itself and of the pair it ends, and where it stands. */
interface HeadToken {
  word: number;
  pair: number;
  raw: string;
  start: number;
  end: number;
}

/** What is learned in one language says nothing about another: the same letters may be another word there. */
function headTokens({ title, text, language }: HeadInput): HeadToken[] {
  const found: HeadToken[] = [];
  const seed = hashText(language ?? '', WORD);
  const whole = title === '' ? text : `${title}\n${text}`;
  let before = PAIR;
  for (const { kind, raw, start, end } of tokenize(whole.slice(0, LONGEST))) {
    if (kind !== 'word' && kind !== 'emoji' && kind !== 'emoticon') continue;
    const word = hashText(kind === 'word' ? foldWord(raw) : plainEmoji(raw), seed);
    found.push({ word, pair: Math.imul(before, 0x01000193) ^ word ^ PAIR, raw, start, end });
    before = word;
  }
  return found;
}

/** A text to learn from or to judge; `language` is ISO 639-1, null where it is not known. */
export interface HeadInput {
  title: string;
  text: string;
  language: string | null;
}

/** The hashes of the words and pairs of a text, each once. */
export function headFeatures(input: HeadInput): Int32Array {
  const hashes = new Set<number>();
  for (const { word, pair } of headTokens(input)) hashes.add(word).add(pair);
  return Int32Array.from(hashes);
}

/** Long texts must not be moved further than short ones merely by length. */
const valueOf = (features: number): number => 1 / Math.sqrt(Math.max(1, features));

/** The shipped model's logits with the head's added. */
export function applyHead(
  head: PersonalHead,
  features: Int32Array,
  logits: Logits,
): [number, number, number] {
  const value = valueOf(features.length);
  const sum: [number, number, number] = [...logits];
  for (const hash of features) {
    const at = head.places.get(hash);
    if (at === undefined) continue;
    for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] ?? 0) + value * (head.weights[at * 3 + c] ?? 0);
  }
  return sum;
}

/** Which words of a text the head knows, and how far each moves it: above 0 towards positive, in logits. */
export function headReasons(
  head: PersonalHead,
  input: HeadInput,
): { word: string; start: number; end: number; weight: number }[] {
  const tokens = headTokens(input);
  const value = valueOf(new Set(tokens.flatMap(({ word, pair }) => [word, pair])).size);
  const weigh = (hash: number): number => {
    const at = head.places.get(hash);
    return at === undefined ? 0 : value * ((head.weights[at * 3 + 2] ?? 0) - (head.weights[at * 3] ?? 0));
  };
  const told = new Set<number>();
  return tokens.map(({ word, pair, raw, start, end }) => {
    // A word that comes twice counts once.
    let weight = 0;
    for (const hash of [word, pair]) if (!told.has(hash)) weight += weigh(hash);
    told.add(word).add(pair);
    return { word: raw, start, end, weight };
  });
}

/** Examples with their features as consecutive numbers, so that training runs over plain arrays. */
interface Numbered {
  examples: readonly HeadExample[];
  features: Int32Array[];
  hashes: number[];
}

function number(examples: readonly HeadExample[], ordinary: readonly Int32Array[]): Numbered {
  const places = new Map<number, number>();
  const right = examples.filter(({ logits, label }) => topOf(logits) === label);
  const common = commonIn([...ordinary, ...right.map((example) => example.features)]);
  const features = examples.map((example) => {
    const own: number[] = [];
    for (const hash of example.features) {
      if (common.has(hash)) continue;
      const at = places.get(hash) ?? places.size;
      places.set(hash, at);
      own.push(at);
    }
    return Int32Array.from(own);
  });
  return { examples, features, hashes: [...places.keys()] };
}

/** Words in so many texts that they would only tell what is corrected most, as a bias would. */
function commonIn(texts: readonly Int32Array[]): Set<number> {
  const counts = new Map<number, number>();
  for (const features of texts) {
    for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const most = Math.max(1, texts.length * COMMON);
  return new Set([...counts].flatMap(([hash, count]) => (count > most ? [hash] : [])));
}

/**
 * The same examples in the same order give the same head. Never throws; no examples give an empty head.
 * @param ordinary features of texts as they come, corrected or not: what is common in them is not learned
 */
export function trainHead(
  examples: readonly HeadExample[],
  ordinary: readonly Int32Array[] = [],
): PersonalHead {
  const numbered = number(examples, ordinary);
  const weights = fit(numbered, () => true);
  const places = new Map<number, number>();
  const kept: number[] = [];
  numbered.hashes.forEach((hash, at) => {
    const own = [0, 1, 2].map((c) => weights[at * 3 + c] ?? 0);
    if (own.every((weight) => Math.abs(weight) < SMALLEST)) return;
    places.set(hash, places.size);
    kept.push(...own);
  });
  return { places, weights: Float32Array.from(kept) };
}

/** Three-class softmax by AdaGrad over frozen base logits, on the examples `use` lets through. */
function fit({ examples, features, hashes }: Numbered, use: (at: number) => boolean): Float64Array {
  const weights = new Float64Array(hashes.length * 3);
  const squares = new Float64Array(hashes.length * 3).fill(CALM);
  const rate = examples.filter(({ weight }) => weight >= 1).length < MANY ? CAREFUL_RATE : RATE;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    examples.forEach((example, at) => {
      const own = features[at];
      if (own !== undefined && use(at)) step(weights, squares, example, own, rate);
    });
  }
  return weights;
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  example: HeadExample,
  features: Int32Array,
  rate: number,
): void {
  const value = valueOf(features.length);
  const pull = pullOf(logitsWith(weights, example, features), example);
  for (const feature of features) {
    for (let c = 0; c < 3; c += 1) {
      const at = feature * 3 + c;
      const weight = weights[at] ?? 0;
      const gradient = (pull[c] ?? 0) * value + L2 * example.weight * weight;
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (rate * gradient) / Math.sqrt(square);
    }
  }
}

function logitsWith(weights: Float64Array, { logits }: HeadExample, features: Int32Array): number[] {
  const value = valueOf(features.length);
  return logits.map((base, c) => {
    let sum = 0;
    for (const feature of features) sum += weights[feature * 3 + c] ?? 0;
    return base + value * sum;
  });
}

function pullOf(logits: readonly number[], { label, weight }: HeadExample): number[] {
  const top = Math.max(...logits);
  const e = logits.map((logit) => Math.exp(logit - top));
  const z = e.reduce((sum, one) => sum + one, 0);
  return e.map((one, c) => (one / z - (c === label ? 1 : 0)) * weight);
}

const topOf = (logits: readonly number[]): number => logits.indexOf(Math.max(...logits));

/**
 * Judges every example by a head trained without it (above 300 examples: without its fiftieth of them). Goes
 * on in pieces: the caller may let others in, or stop, after each.
 * @returns how the two agree with the owner; a head is worth using only where `learned` is not below `base`
 */
export function* checkHead(
  examples: readonly HeadExample[],
  ordinary: readonly Int32Array[] = [],
): Generator<void, HeadCheck> {
  const numbered = number(examples, ordinary);
  const parts = examples.length <= MOST_LEFT_OUT_ALONE ? examples.length : PARTS;
  let total = 0;
  let base = 0;
  let learned = 0;
  for (let part = 0; part < parts; part += 1) {
    const weights = fit(numbered, (at) => at % parts !== part);
    examples.forEach((example, at) => {
      if (at % parts !== part) return;
      total += example.weight;
      if (topOf(example.logits) === example.label) base += example.weight;
      const own = numbered.features[at] ?? new Int32Array(0);
      if (topOf(logitsWith(weights, example, own)) === example.label) learned += example.weight;
    });
    yield;
  }
  return total === 0 ? { base: 0, learned: 0 } : { base: base / total, learned: learned / total };
}

/** For a BLOB: per word or pair its hash and three weights, 32 bits each, little endian. */
export function packHead({ places, weights }: PersonalHead): Uint8Array {
  const bytes = new Uint8Array(places.size * 16);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const [hash, at] of places) {
    view.setInt32(offset, hash, true);
    for (let c = 0; c < 3; c += 1) view.setFloat32(offset + 4 + c * 4, weights[at * 3 + c] ?? 0, true);
    offset += 16;
  }
  return bytes;
}

export function unpackHead(bytes: Uint8Array): PersonalHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / 16);
  const places = new Map<number, number>();
  const weights = new Float32Array(count * 3);
  for (let at = 0; at < count; at += 1) {
    places.set(view.getInt32(at * 16, true), at);
    for (let c = 0; c < 3; c += 1) weights[at * 3 + c] = view.getFloat32(at * 16 + 4 + c * 4, true);
  }
  return { places, weights };
}
