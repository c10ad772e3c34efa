import type { PublishingLimits } from '../model/publishing.ts';
import { textLeft } from './count.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Where a text is cut best: between paragraphs, else lines, else sentences, else words. */
const SEAMS = [/\n\s*\n/gu, /\n/gu, /(?<=[.!?…]["”»')\]]*)\s+/gu, /\s+/gu];
/** A seam counts only in the last so much of a part, so that no part is much shorter than it could be. */
const LEAST_FILLED = 0.4;

/**
 * Cuts a text into parts that a network takes, each as long as can be and cut where a reader pauses. Joined they say
 * what the text says, but for the white space at the cuts. One part where the text fits, or has no limit.
 */
export function splitText(text: string, rule: PublishingLimits['text']): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while ((textLeft(rest, rule) ?? 0) < 0) {
    const most = fitting(rest, rule);
    const end = seamBefore(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

/** The length in UTF-16 units of the longest beginning that fits, cut between what readers see as characters; at least one. */
function fitting(text: string, rule: PublishingLimits['text']): number {
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((textLeft(text.slice(0, ends[middle]), rule) ?? 0) >= 0) low = middle;
    else high = middle - 1;
  }
  return ends[low] ?? text.length;
}

function seamBefore(text: string, most: number): number {
  // A seam right behind the beginning that fits is as good as one within it.
  const room = text.slice(0, most + 1);
  for (const seam of SEAMS) {
    const last = [...room.matchAll(seam)].findLast(({ index }) => index > 0 && index <= most);
    if (last !== undefined && last.index >= most * LEAST_FILLED) return last.index;
  }
  return most;
}
