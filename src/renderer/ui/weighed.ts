import type { WhyWord } from '#shared/contract/learning.ts';

/** A piece of a text, and how far it moved the judgement; 0 where it did not. */
export interface Weighed {
  start: number;
  text: string;
  weight: number;
}

/** Cuts a text at the words that decided; a word told twice (by the model, and by what was learned) is added up. */
export function weighedPieces(text: string, words: readonly WhyWord[]): Weighed[] {
  const sums = new Map<number, { end: number; weight: number }>();
  for (const { start, end, weight } of words) {
    const known = sums.get(start);
    sums.set(start, { end: Math.max(end, known?.end ?? 0), weight: weight + (known?.weight ?? 0) });
  }
  const pieces: Weighed[] = [];
  let at = 0;
  const push = (end: number, weight: number): void => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), weight });
    at = Math.max(at, end);
  };
  for (const [start, { end, weight }] of [...sums].toSorted(([a], [b]) => a - b)) {
    if (start < at || end > text.length || end <= start) continue;
    push(start, 0);
    push(end, weight);
  }
  push(text.length, 0);
  return pieces;
}

/** What of a long text is worth showing: from a little before the first word that decided to after the last. */
export function weighedPart(words: readonly WhyWord[], length: number): { from: number; to: number } {
  const around = 120;
  if (words.length === 0) return { from: 0, to: Math.min(length, 2 * around) };
  const first = Math.min(...words.map(({ start }) => start));
  const last = Math.max(...words.map(({ end }) => end));
  return { from: first <= around ? 0 : first - around, to: Math.min(length, last + around) };
}
