import type { Output } from '#shared/contract/index.ts';
import type { Sentiment } from '#shared/contract/mentions.ts';
import type { WorkspaceView } from '../../context.ts';
import { sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import type { Span } from '../compare/span.ts';
import { newestOf } from '../compare/voices.ts';

/** People and sites are in no roll-up: so many of the newest mentions are read, however large the workspace is. */
const NEWEST = 1000;
const LISTED = 10;

type People = Output<'insights.people'>;

interface Row {
  site: string;
  author: number;
  sentiment: number;
  reach: number;
  influence: number;
  publishedAt: number;
}

/**
 * How much a person or site matters for a brand: influence × activity. Influence is the mean of its mentions, 1…10;
 * activity is the square root of their number, so that the tenth mention adds less than the second and nobody
 * matters by repetition alone. The formula is our own.
 * Example: influence 6 and four mentions → 12, as much as influence 3 and sixteen mentions.
 */
export const weightOf = (influence: number, mentions: number): number => influence * Math.sqrt(mentions);

/** The people and sites that matter for a brand in a span, the weightiest first. */
export function peopleOf(
  read: ReadHandle,
  view: WorkspaceView,
  brandKey: number,
  span: Span,
): Pick<People, 'read' | 'more' | 'people' | 'sites'> {
  const newest = newestOf('m.item, m.author, m.sentiment', view, brandKey, span, NEWEST + 1);
  const found = read.all<Row>(
    `SELECT i.site, m.author, m.sentiment, i.reach, i.influence, i.published_at AS publishedAt
     FROM (${newest.sql}) m JOIN item i ON i.id = m.item`,
    newest.parameters,
  );
  const rows = found.slice(0, NEWEST);
  return {
    read: rows.length,
    more: found.length > NEWEST,
    people: weigh(rows, ({ author }) => (author === 0 ? null : author)).flatMap(({ key, ...weighed }) => {
      const author = read.get<{ name: string; connector: number; followers: number | null }>(
        'SELECT name, connector, followers FROM author WHERE key = ?',
        [key],
      );
      if (!author) return [];
      const { name, connector, followers } = author;
      return [
        { authorKey: key, name, followers, connector: view.connectors.id(read, connector), ...weighed },
      ];
    }),
    sites: weigh(rows, ({ site }) => (site === '' ? null : site)).map(({ key, ...weighed }) => ({
      site: key,
      ...weighed,
    })),
  };
}

type Weighed = Omit<People['sites'][number], 'site'>;

function weigh<K extends string | number>(
  rows: readonly Row[],
  keyOf: (row: Row) => K | null,
): (Weighed & { key: K })[] {
  const sums = new Map<K, Weighed>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const sum = sums.get(key) ?? nothing();
    const sentiment: Sentiment = sentimentOf(row.sentiment);
    sum.mentions += 1;
    sum[sentiment] += 1;
    sum.reach += row.reach;
    sum.influence += row.influence;
    sum.lastAt = Math.max(sum.lastAt, row.publishedAt);
    sums.set(key, sum);
  }
  return [...sums]
    .map(([key, sum]) => {
      const influence = sum.influence / sum.mentions;
      return { key, ...sum, influence, weight: weightOf(influence, sum.mentions) };
    })
    .sort((a, b) => b.weight - a.weight || b.reach - a.reach)
    .slice(0, LISTED);
}

const nothing = (): Weighed => ({
  mentions: 0,
  negative: 0,
  neutral: 0,
  positive: 0,
  undefined: 0,
  reach: 0,
  influence: 0,
  weight: 0,
  lastAt: 0,
});
