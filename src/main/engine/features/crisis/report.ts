import type { CrisisReport, CrisisVoice } from '#shared/contract/crisis.ts';
import { compile, parse, type Matcher } from '#shared/query-language/index.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
import { sentimentCode } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { HourCount } from './peaks.ts';
import type { StoredCrisis } from './store.ts';

const HOUR = 3_600_000;
const SHOWN_HOURS = 60 * 24;
const VOICES = 5;
/** How many candidates are looked at for five voices; a query may refuse most of them. */
const LOOKED_AT = 1000;

/** The end of a crisis, or now while it lasts; UTC milliseconds. */
export const untilOf = (crisis: StoredCrisis, now: number): number => crisis.endedAt ?? now;

/** Every hour of a crisis from the roll-ups, oldest first, empty ones included; the last 60 days at most. */
export function hoursOf(read: ReadHandle, crisis: StoredCrisis, now: number): HourCount[] {
  const last = Math.floor(untilOf(crisis, now) / HOUR);
  const first = Math.max(Math.floor(crisis.since / HOUR), last - SHOWN_HOURS + 1);
  const rows = new Map(
    read
      .all<{ hour: number; mentions: number; negative: number }>(
        `SELECT hour, sum(negative + neutral + positive + undefined) AS mentions, sum(negative) AS negative
         FROM mention_hour WHERE brand = ? AND hour BETWEEN ? AND ? GROUP BY hour`,
        [crisis.brandKey, first, last],
      )
      .map((row) => [row.hour, row]),
  );
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const row = rows.get(hour);
    return { at: hour * HOUR, mentions: row?.mentions ?? 0, negative: row?.negative ?? 0 };
  });
}

/** The numbers of a post-mortem. Counts are exact to the minute; hours come from the roll-ups. */
export function reportOf(read: ReadHandle, crisis: StoredCrisis, now: number): CrisisReport {
  const until = untilOf(crisis, now);
  const counts = new Map(
    read
      .all<{ sentiment: number; n: number }>(
        `SELECT sentiment, count(*) AS n FROM mention
         WHERE brand = ? AND item >= ? AND item < ? AND shelf = ${MAIN_SHELF} GROUP BY sentiment`,
        spanOf(crisis, now),
      )
      .map(({ sentiment, n }) => [sentiment, n]),
  );
  const mentions = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const negative = counts.get(sentimentCode('negative')) ?? 0;
  const unjudged = counts.get(sentimentCode('undefined')) ?? 0;
  const judged = mentions - unjudged;
  const hours = hoursOf(read, crisis, now);
  const peak = hours.reduce<HourCount | null>(
    (best, hour) => (hour.mentions > (best?.mentions ?? 0) ? hour : best),
    null,
  );
  return {
    until,
    mentions,
    negative,
    undefined: unjudged,
    negativeShare: judged === 0 ? null : negative / judged,
    hours,
    peak: peak === null ? null : { at: peak.at, mentions: peak.mentions },
    first: voices(read, crisis, now, 'm.item'),
    loudest: voices(read, crisis, now, 'i.reach DESC, m.item'),
  };
}

/** The mentions of a crisis by item id, to the minute: the brand, from (inclusive) and to (exclusive). */
const spanOf = (crisis: StoredCrisis, now: number): [number, number, number] => [
  crisis.brandKey,
  firstIdAt(crisis.since),
  // The minute it ends in belongs to it.
  firstIdAt(untilOf(crisis, now) + 60_000),
];

/** The first five voices in an order among the negative mentions of the thread. */
function voices(
  read: ReadHandle,
  crisis: StoredCrisis,
  now: number,
  order: 'm.item' | 'i.reach DESC, m.item',
): CrisisVoice[] {
  const matcher = matcherOf(crisis.query);
  const rows = read.all<CrisisVoice & { author: number }>(
    `SELECT i.id AS itemId, ifnull(a.name, i.site) AS name, i.site, i.title, i.published_at AS publishedAt, i.reach, i.author
     FROM mention m JOIN item i ON i.id = m.item LEFT JOIN author a ON a.key = i.author
     WHERE m.brand = ? AND m.item >= ? AND m.item < ? AND m.shelf = ${MAIN_SHELF} AND m.sentiment = ${sentimentCode('negative')}
     ORDER BY ${order} LIMIT ${LOOKED_AT}`,
    spanOf(crisis, now),
  );
  const found = new Map<string, CrisisVoice>();
  for (const { author, ...voice } of rows) {
    const who = author === 0 ? voice.site : String(author);
    if (found.has(who) || !belongs(read, matcher, voice.itemId)) continue;
    found.set(who, voice);
    if (found.size === VOICES) break;
  }
  return [...found.values()];
}

function matcherOf(query: string): Matcher | null {
  const parsed = query === '' ? null : parse(query);
  return parsed?.ok ? compile(parsed.query) : null;
}

function belongs(read: ReadHandle, matcher: Matcher | null, itemId: number): boolean {
  if (matcher === null) return true;
  const row = read.get<StoredItem>(`${STORED_ITEM} WHERE i.id = ?`, [itemId]);
  return row !== undefined && matcher.test(storedQueryItem(row));
}
