import { fold } from '#shared/text/fold.ts';

/** Permutations in a signature. */
export const PERMUTATIONS = 128;
/** 42 bands of 3 rows: a pair at Jaccard 0.4 shares a band in 94 of 100 cases, at 0.35 in 84, at 0.1 in 4. */
export const BANDS = 42;
const ROWS = 3;

/**
 * Shingles are runs of two words, for every text: with longer runs for long texts, a long text and its shortened
 * copy would be cut differently and never meet. The text's two ends count as words, so that a changed word in a
 * text of ten costs no more than elsewhere.
 */
const START = 0x2545f491;
const END = 0x6c62272e;
const LONGEST = 20_000;
/** Shingles beyond these add nothing to the estimate; they bound the cost of a long text. */
const MOST_SHINGLES = 600;
/** Estimated likeness from which two texts are one story. */
export const DUPLICATE = 0.35;

const GREATEST = 0x7fffffff;

/** A MinHash of a text's word shingles. */
export interface Signature {
  /** `PERMUTATIONS` values; all 2^31 − 1 where the text has no words. */
  values: Uint32Array;
  /** Words counted; 0 means that nothing can be compared. */
  words: number;
}

/**
 * The signature of a text after normalising: links, names, `RT`, case, diacritics and punctuation do not count.
 * Costs time linear in the text up to 20,000 characters, nothing beyond.
 */
export function signature(text: string): Signature {
  const words = normalised(text);
  // Signed, because comparing whole 32-bit integers is what the machine does at once; the bits are the same.
  const least = new Int32Array(PERMUTATIONS).fill(GREATEST);
  for (const shingle of shingles(words)) lower(least, shingle);
  return { values: new Uint32Array(least.buffer), words: words.length };
}

/** Estimated Jaccard similarity 0…1 of two texts; 0 where either has no words. */
export function similarity(a: Signature, b: Signature): number {
  if (a.words === 0 || b.words === 0) return 0;
  let same = 0;
  for (let i = 0; i < PERMUTATIONS; i += 1) if (a.values[i] === b.values[i]) same += 1;
  return same / PERMUTATIONS;
}

/** True where two texts are so alike that they are one story: at least 0.35 of all word pairs shared. */
export function areDuplicates(a: Signature, b: Signature): boolean {
  return similarity(a, b) >= DUPLICATE;
}

/**
 * The keys (32-bit, unsigned) under which to store a signature: two alike texts share at least one. The
 * number of the band is part of the key, so one table holds all. None for a text without words.
 */
export function bands(of: Signature): Uint32Array {
  if (of.words === 0) return new Uint32Array(0);
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let h = mix(band + 0x5bd1e995);
    for (let row = 0; row < ROWS; row += 1) h = mix(h ^ (of.values[band * ROWS + row] ?? 0));
    keys[band] = h;
  }
  return keys;
}

const NOISE = /https?:\/\/\S{1,2000}|www\.\S{1,2000}|@[\p{L}\p{N}_.]{1,60}|\bRT\b/gu;
const WORD = /[\p{L}\p{N}]+/gu;

function normalised(text: string): string[] {
  return fold(text.slice(0, LONGEST).replace(NOISE, ' ')).match(WORD) ?? [];
}

/** Hashes of the pairs of neighbouring words, the text's ends included. */
function shingles(words: readonly string[]): Iterable<number> {
  if (words.length === 0) return [];
  const found = new Set<number>();
  let before = START;
  for (const word of words) {
    const hash = hashWord(word);
    found.add(pair(before, hash));
    before = hash;
  }
  found.add(pair(before, END));
  if (found.size <= MOST_SHINGLES) return found;
  // The smallest hashes of a set are a fair sample of it, and the same ones of two alike texts.
  return Uint32Array.from(found).sort().subarray(0, MOST_SHINGLES);
}

function pair(a: number, b: number): number {
  return mix(Math.imul(a, 31) ^ b);
}

function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
}

function mix(x: number): number {
  let h = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Odd multipliers and offsets of the permutations, drawn once from a fixed sequence. */
const MULTIPLY = new Int32Array(PERMUTATIONS);
const OFFSET = new Int32Array(PERMUTATIONS);
for (let i = 0; i < PERMUTATIONS; i += 1) {
  MULTIPLY[i] = mix(0x9e3779b9 + 2 * i) | 1;
  OFFSET[i] = mix(0x7f4a7c15 + 2 * i + 1);
}

/** Takes over every value that a shingle has lower; signed 32-bit. */
function lower(least: Int32Array, shingle: number): void {
  for (let i = 0; i < PERMUTATIONS; i += 1) {
    let h = Math.imul(shingle ^ (OFFSET[i] ?? 0), MULTIPLY[i] ?? 1);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    if (h < (least[i] ?? 0)) least[i] = h;
  }
}
