import { z } from 'zod';
import { PAGE } from './protocol.ts';

/** Pages of one look at most: ten thousand entries. */
const MOST_PAGES = 110;
/** Pages overlap, since something that is deleted between two of them moves the rest up. */
const OVERLAP = 10;

/**
 * What was seen of the newest page of a list. WordPress tells no time of a comment's changes, and what becomes visible late
 * keeps its old number; so the newest page is compared as a whole, and older pages are read down to what is known.
 */
export const Seen = z.object({
  /** The greatest place in the order that was seen. */
  newest: z.number(),
  /** From here on up, `marks` is all there was. */
  from: z.number(),
  /** What an entry was like, by its number. */
  marks: z.record(z.string(), z.string()),
});
export type Seen = z.infer<typeof Seen>;

/** An entry of a list that is ordered by `order`, newest first; `mark` is whatever is worth another look when it changes. */
export interface Entry {
  id: number;
  order: number;
  mark: string;
}

export interface News<One extends Entry> {
  /** New or changed, oldest first. */
  news: One[];
  /** All that was read. */
  listed: One[];
  /** Valid once all news are stored. */
  seen: Seen;
}

/**
 * What is new or changed since the last look.
 * @param firstPages how many pages the very first look takes
 * @param page the entries from `offset` on, and whether the list ends with them
 */
export async function readNews<One extends Entry>(
  seen: Seen | null,
  firstPages: number,
  page: (offset: number) => Promise<{ entries: One[]; isLast: boolean }>,
): Promise<News<One>> {
  const listed = new Map<number, One>();
  const news: One[] = [];
  let next: Seen | null = null;
  for (let count = 0; count < (seen === null ? firstPages : MOST_PAGES); count += 1) {
    const { entries, isLast } = await page(count * (PAGE - OVERLAP));
    next ??= seenIn(entries, isLast, seen);
    const unread = entries.filter(({ id }) => !listed.has(id));
    for (const one of unread) listed.set(one.id, one);
    const fresh = unread.filter((one) => isNews(one, seen));
    news.push(...fresh);
    const reachesKnown = seen !== null && entries.some(({ order }) => order <= seen.newest);
    // A page without anything that was not read before is the end, whatever the list says of more.
    if (isLast || reachesKnown || unread.length === 0) break;
  }
  news.sort((a, b) => a.order - b.order || a.id - b.id);
  return { news, listed: [...listed.values()], seen: next ?? { newest: 0, from: 0, marks: {} } };
}

function isNews({ id, order, mark }: Entry, seen: Seen | null): boolean {
  if (seen === null || order > seen.newest) return true;
  return order >= seen.from && seen.marks[id] !== mark;
}

function seenIn(entries: readonly Entry[], isLast: boolean, before: Seen | null): Seen {
  const orders = entries.map(({ order }) => order);
  return {
    newest: Math.max(before?.newest ?? 0, ...orders),
    from: isLast ? 0 : Math.min(...orders),
    marks: marksOf(entries),
  };
}

const marksOf = (entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ id, mark }) => [String(id), mark]));

/** What was seen once the oldest part of the news is stored, the rest not yet. */
export function seenUpTo(seen: Seen | null, stored: readonly Entry[]): Seen {
  const orders = stored.map(({ order }) => order);
  return {
    newest: Math.max(seen?.newest ?? 0, ...orders),
    from: seen?.from ?? Math.min(...orders),
    marks: { ...seen?.marks, ...marksOf(stored) },
  };
}
