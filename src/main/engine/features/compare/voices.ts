import type { Output } from '#shared/contract/index.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle, SqlValue } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { sentimentCode } from '../../storage/codes.ts';
import { MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { ComparedKey, Span } from './span.ts';

/**
 * Sites and authors are in no roll-up. They are counted over so many of the newest mentions of the span, which
 * keeps a comparison of six brands below its budget however large the workspace is; the screen says so.
 */
const NEWEST = 1000;
const SHOWN = 5;

type Voices = Output<'compare.voices'>['brands'][number];

/** SQL for `columns` of a brand's newest mentions of the span, at most `limit`, on its main shelf. */
export function newestOf(
  columns: string,
  view: Pick<WorkspaceView, 'zone'>,
  brand: number,
  span: Span,
  limit: number,
): { sql: string; parameters: SqlValue[] } {
  return {
    sql: `SELECT ${columns} FROM mention m WHERE m.brand = ? AND m.item >= ? AND m.item < ? AND m.shelf = ${MAIN_SHELF}
      ORDER BY m.item DESC LIMIT ?`,
    parameters: [
      brand,
      firstIdAt(view.zone.start(span.from)),
      firstIdAt(view.zone.start(span.to + 1)),
      limit,
    ],
  };
}

interface Row {
  site: string;
  author: number;
  sentiment: number;
  reach: number;
}

/** Who and where speaks most of a brand: by mentions, then by reach. */
export function voicesOf(read: ReadHandle, view: WorkspaceView, brand: ComparedKey, span: Span): Voices {
  const newest = newestOf('m.item, m.author, m.sentiment', view, brand.key, span, NEWEST);
  const rows = read.all<Row>(
    `SELECT i.site, m.author, m.sentiment, i.reach FROM (${newest.sql}) m JOIN item i ON i.id = m.item`,
    newest.parameters,
  );
  const total = read.get<{ n: number | null }>(
    'SELECT sum(negative + neutral + positive + undefined) AS n FROM mention_day WHERE brand = ? AND day BETWEEN ? AND ?',
    [brand.key, span.from, span.to],
  );
  return {
    brandId: brand.id,
    read: rows.length,
    more: (total?.n ?? 0) > rows.length,
    sites: loudest(rows, ({ site }) => (site === '' ? null : site)).map(({ key, ...loud }) => ({
      site: key,
      ...loud,
    })),
    voices: loudest(rows, ({ author }) => (author === 0 ? null : author)).flatMap(({ key, ...loud }) => {
      const author = read.get<{ name: string; connector: number; followers: number | null }>(
        'SELECT name, connector, followers FROM author WHERE key = ?',
        [key],
      );
      if (!author) return [];
      const { name, connector, followers } = author;
      return [{ authorKey: key, name, followers, connector: view.connectors.id(read, connector), ...loud }];
    }),
  };
}

interface Loud {
  mentions: number;
  negative: number;
  reach: number;
}

function loudest<K extends string | number>(
  rows: readonly Row[],
  keyOf: (row: Row) => K | null,
): (Loud & { key: K })[] {
  const sums = new Map<K, Loud>();
  const negative = sentimentCode('negative');
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const sum = sums.get(key) ?? { mentions: 0, negative: 0, reach: 0 };
    sum.mentions += 1;
    sum.negative += row.sentiment === negative ? 1 : 0;
    sum.reach += row.reach;
    sums.set(key, sum);
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum }))
    .sort((a, b) => b.mentions - a.mentions || b.reach - a.reach)
    .slice(0, SHOWN);
}
