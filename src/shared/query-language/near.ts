import { wordStarts } from '../text/words.ts';
import { type GlobMatcher, globMatcher } from './glob.ts';
import type { NearLink, NearNode, NearOperand, TextRange } from './types.ts';

/** An occurrence of an operand, by offsets in the folded text and by the numbers of its first and last word. */
interface Occurrence extends TextRange {
  first: number;
  last: number;
}

export interface NearMatcher {
  test(folded: string): boolean;
  /** The occurrences that take part in a match. */
  find(folded: string): TextRange[];
}

/** Compiles `a near/5 b onear/2 c`: every operand within reach of the one before it. */
export function nearMatcher(node: NearNode): NearMatcher {
  const operands = node.operands.map((operand) => leavesOf(operand).map(globMatcher));
  const forwards = (folded: string): Occurrence[][] => {
    for (const globs of operands) if (!globs.some((glob) => glob.test(folded))) return [];
    const starts = wordStarts(folded);
    const kept: Occurrence[][] = [];
    for (const [i, globs] of operands.entries()) {
      const all = occurrences(globs, folded, starts);
      const link = node.links[i - 1];
      const before = kept[i - 1];
      const reached = link && before ? all.filter(reachable(before, link, false)) : all;
      if (reached.length === 0) return [];
      kept.push(reached);
    }
    return kept;
  };
  return {
    test: (folded) => forwards(folded).length > 0,
    find: (folded) => {
      const kept = forwards(folded);
      for (let i = kept.length - 2; i >= 0; i--) {
        const [here, after, link] = [kept[i], kept[i + 1], node.links[i]];
        if (here && after && link) kept[i] = here.filter(reachable(after, link, true));
      }
      return kept.flat();
    },
  };
}

export function leavesOf(operand: NearOperand): string[] {
  return operand.type === 'or' ? operand.children.flatMap(leavesOf) : [operand.text];
}

function occurrences(globs: readonly GlobMatcher[], folded: string, starts: readonly number[]): Occurrence[] {
  return globs.flatMap((glob) =>
    glob.find(folded).map(({ start, end }) => ({
      start,
      end,
      first: below(starts, start),
      last: below(starts, end) - 1,
    })),
  );
}

/** Tests whether one of `others` lies within the link's distance; `ahead` when they must come later. */
function reachable(
  others: readonly Occurrence[],
  link: NearLink,
  ahead: boolean,
): (one: Occurrence) => boolean {
  const firsts = others.map(({ first }) => first).sort((a, b) => a - b);
  const lasts = others.map(({ last }) => last).sort((a, b) => a - b);
  const within = (sorted: readonly number[], least: number, most: number): boolean => {
    const found = sorted[below(sorted, least)];
    return found !== undefined && found <= most;
  };
  return (one) =>
    ((!link.ordered || ahead) && within(firsts, one.last + 1, one.last + 1 + link.distance)) ||
    ((!link.ordered || !ahead) && within(lasts, one.first - 1 - link.distance, one.first - 1));
}

/** How many of the ascending numbers are below a limit. */
function below(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
