import type { Channel } from '#shared/contract/channels.ts';
import type { WorkspaceView } from '../../context.ts';
import type { Ports } from '../../ports.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import type { Span } from '../compare/span.ts';
import {
  daysOf,
  engagementRate,
  growthOf,
  perPost,
  postsPerWeek,
  seenOf,
  slopeOf,
  type Sample,
} from '../insights/channel-formulas.ts';

interface ChannelRow {
  id: string;
  brandId: string;
  own: number;
  connector: string;
  handle: string;
}

/** Where and of which days channels are read. */
export interface Reading {
  read: ReadHandle;
  zone: WorkspaceView['zone'];
  span: Pick<Span, 'from' | 'to'>;
}

/** Every own account and watched profile of these brands (of all, where none is named) with its figures. */
export function listChannels(
  reading: Reading,
  connectors: Ports['connectors'],
  brandIds: readonly string[],
): Channel[] {
  const rows = reading.read.all<ChannelRow>(
    `SELECT c.id, c.brandId, c.own, c.connector, c.handle FROM (
       SELECT id, brand_id AS brandId, 1 AS own, connector, handle, created_at FROM account WHERE archived_at IS NULL
       UNION ALL SELECT id, brand_id, 0, connector, handle, created_at FROM watched_profile) c
     JOIN brand b ON b.id = c.brandId AND b.archived_at IS NULL
     WHERE ? = 0 OR c.brandId IN (SELECT value FROM json_each(?)) ORDER BY b.role DESC, c.created_at`,
    [brandIds.length, JSON.stringify(brandIds)],
  );
  return rows.map(({ own, ...row }) => {
    const connector = connectors.get(row.connector);
    const capabilities = connector?.capabilities ?? [];
    return {
      ...row,
      own: own === 1,
      network: connector?.name ?? row.connector,
      offered: capabilities.includes(own === 1 ? 'metrics' : 'profile'),
      ...figuresOf(reading, row.id),
    };
  });
}

type Figures = Omit<Channel, 'id' | 'brandId' | 'own' | 'connector' | 'network' | 'handle' | 'offered'>;

function figuresOf(reading: Reading, subject: string): Figures {
  const { read, zone, span } = reading;
  const [start, end] = [zone.start(span.from), zone.start(span.to + 1)];
  const followers = samplesOf(read, subject, 'followers');
  const looks = samplesOf(read, subject, 'shown_since');
  const upToEnd = followers.filter(({ at }) => at < end);
  return {
    shows: { followers: followers.length > 0, posts: looks.length > 0 },
    sampledAt: latest([followers.at(-1)?.at, looks.at(-1)?.at, samplesOf(read, subject, 'posts').at(-1)?.at]),
    followers: upToEnd.at(-1)?.value ?? null,
    change: growthOf(followers, start, end),
    slope: slopeOf(upToEnd),
    daily: dailyOf(upToEnd, reading),
    ...postsOf(reading, subject, {
      followers,
      seen: seenOf(
        looks.map(({ at, value }) => ({ at, since: value })),
        start,
        end,
      ),
    }),
  };
}

const samplesOf = (read: ReadHandle, subject: string, name: string): Sample[] =>
  read.all<Sample>('SELECT at, value FROM metric_sample WHERE subject = ? AND name = ? ORDER BY at', [
    subject,
    name,
  ]);

function latest(times: readonly (number | undefined)[]): number | null {
  const known = times.filter((at) => at !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}

/** A day that was not looked at has the value of the day before; days after the last look have none. */
function dailyOf(samples: readonly Sample[], { zone, span }: Reading): number[] {
  const byDay = new Map(samples.map(({ at, value }): [number, number] => [zone.day(at), value]));
  const to = Math.min(span.to, zone.day(samples.at(-1)?.at ?? 0));
  const values: number[] = [];
  let value = samples.findLast(({ at }) => at < zone.start(span.from))?.value;
  for (let day = span.from; day <= to; day += 1) {
    value = byDay.get(day) ?? value;
    if (value !== undefined) values.push(value);
  }
  return values;
}

interface PostRow {
  at: number;
  interactions: number | null;
}

type Posts = Pick<
  Figures,
  | 'posts'
  | 'postsSince'
  | 'seenDays'
  | 'perWeek'
  | 'interactions'
  | 'measured'
  | 'perPost'
  | 'rate'
  | 'rateDays'
  | 'rateEstimated'
>;

function postsOf(
  { read, zone, span }: Reading,
  subject: string,
  { followers, seen }: { followers: readonly Sample[]; seen: ReturnType<typeof seenOf> },
): Posts {
  const [start, end] = [zone.start(span.from), zone.start(span.to + 1)];
  const posts = read.all<PostRow>(
    `SELECT at, CASE WHEN reactions IS NULL AND comments IS NULL AND shares IS NULL THEN NULL
       ELSE ifnull(reactions, 0) + ifnull(comments, 0) + ifnull(shares, 0) END AS interactions
     FROM post_figure WHERE subject = ? AND at >= ? AND at < ?`,
    [subject, start, end],
  );
  const measured = posts.flatMap(({ at, interactions }) =>
    interactions === null ? [] : [{ at, interactions }],
  );
  const interactions = measured.reduce((sum, one) => sum + one.interactions, 0);
  const byDay = new Map<number, number>();
  for (const one of measured) {
    const day = zone.day(one.at);
    byDay.set(day, (byDay.get(day) ?? 0) + one.interactions);
  }
  const { rate, days, estimated } = engagementRate(
    [...byDay].map(([day, sum]) => ({ interactions: sum, ...followersOn(day, followers, zone) })),
  );
  return {
    posts: seen === null ? null : posts.length,
    postsSince: seen === null || seen.from <= start ? null : seen.from,
    seenDays: seen === null ? null : daysOf(seen),
    perWeek:
      seen === null
        ? null
        : postsPerWeek(
            posts.map(({ at }) => at),
            seen,
            start,
          ),
    interactions,
    measured: measured.length,
    perPost: perPost(interactions, measured.length),
    rate,
    rateDays: days,
    rateEstimated: estimated,
  };
}

/** The followers on a local day: as read on it, else as read nearest to it. */
function followersOn(
  day: number,
  samples: readonly Sample[],
  zone: WorkspaceView['zone'],
): { followers: number | null; exact: boolean } {
  const that = samples.findLast(({ at }) => zone.day(at) === day);
  if (that !== undefined) return { followers: that.value, exact: true };
  const noon = (zone.start(day) + zone.start(day + 1)) / 2;
  const [first, ...rest] = samples;
  if (first === undefined) return { followers: null, exact: false };
  const distance = ({ at }: Sample): number => Math.abs(at - noon);
  const nearest = rest.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  return { followers: nearest.value, exact: false };
}
