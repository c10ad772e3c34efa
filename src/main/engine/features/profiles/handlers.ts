import { MentionFilter } from '#shared/contract/mentions.ts';
import type { Profile } from '#shared/contract/profiles.ts';
import type { Block } from '#shared/contract/triage.ts';
import { EarshotError } from '#shared/model/result.ts';
import { loudness, PUBLISHER_TOTALS, usualRate, type PublisherTotals } from '../../collect/loudness.ts';
import type { Handlers, QueryContext } from '../../context.ts';
import { sentimentOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { sumSites } from '../../storage/site-totals.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { dayName } from '../../storage/zone.ts';
import { defaultMonthlyVisitors } from '../../understand/reach.ts';
import { countMentions, listMentions } from '../mentions/list.ts';

const DAYS = 90;
const LATEST = 20;
const COUNTED = 1000;
/** Mentions of the last 90 days that the history is made of at most, the newest. */
const HISTORY = 5000;

type Context = Pick<QueryContext, 'read' | 'view' | 'ports'>;

/** How the index names a publisher, and how a filter does. */
interface Publisher {
  name: string;
  facet: string;
  filter: { authors: number[] } | { sites: string[] };
  totals: PublisherTotals;
  blocks: Block[];
}

function profileOf({ read, view, ports }: Context, publisher: Publisher): Profile {
  const filter = MentionFilter.parse({ ...publisher.filter, copies: true });
  const { count, more } = countMentions(read, view, filter, COUNTED);
  const { value, reachPart, interactionFactor, typicalReach } = loudness(
    publisher.totals,
    usualRate(sumSites(read)),
  );
  const today = view.zone.day(ports.clock.now());
  const first = today - DAYS + 1;
  return {
    name: publisher.name,
    items: publisher.totals.items,
    influence: { value, reachPart, interactionFactor, typicalReach },
    latest: listMentions(read, view, { filter, after: null, limit: LATEST }).rows,
    mentions: count,
    moreMentions: more,
    days: Array.from({ length: DAYS }, (_, at) => dayName(first + at)),
    history: historyOf({ read, view }, publisher.facet, first),
    blocks: publisher.blocks,
  };
}

function historyOf(
  { read, view }: Pick<Context, 'read' | 'view'>,
  facet: string,
  first: number,
): Profile['history'] {
  const rows = read.all<{ brandId: string; sentiment: number; at: number }>(
    `SELECT b.id AS brandId, m.sentiment, i.published_at AS at FROM search f CROSS JOIN item i ON i.id = f.rowid
     JOIN mention m ON m.item = i.id AND m.shelf = 0 JOIN brand b ON b.key = m.brand AND b.archived_at IS NULL
     WHERE f.search MATCH ? AND f.rowid >= ? ORDER BY f.rowid DESC LIMIT ${HISTORY}`,
    [`{facet} : ${facet}`, firstIdAt(view.zone.start(first))],
  );
  const brands = new Map<string, Profile['history'][number]>();
  for (const { brandId, sentiment, at } of rows) {
    const brand = brands.get(brandId) ?? {
      brandId,
      counts: Array.from({ length: DAYS }, () => 0),
      negative: 0,
      neutral: 0,
      positive: 0,
      undefined: 0,
    };
    brands.set(brandId, brand);
    const day = view.zone.day(at) - first;
    // A corrected date may lie outside the days that the item's place says.
    if (day >= 0 && day < DAYS) brand.counts[day] = (brand.counts[day] ?? 0) + 1;
    brand[sentimentOf(sentiment)] += 1;
  }
  return [...brands.values()].sort((a, b) => (a.brandId < b.brandId ? -1 : 1));
}

const blocksOf = (read: ReadHandle, kind: 'author' | 'site', connector: string, ident: string): Block[] =>
  read.all<Block>(
    `SELECT id, kind, mode, connector, ident, name, brand_id AS brandId, created_at AS createdAt FROM block
     WHERE kind = ? AND connector = ? AND ident = ? ORDER BY created_at`,
    [kind, connector, ident],
  );

interface AuthorRow extends PublisherTotals {
  connector: number;
  ident: string;
  name: string;
  url: string | null;
  followers: number | null;
}

export const profileHandlers = {
  'profiles.author': ({ authorKey }, context) => {
    const { read, view } = context;
    const row = read.get<AuthorRow>(
      `SELECT connector, ident, name, url, followers, ${PUBLISHER_TOTALS} FROM author WHERE key = ?`,
      [authorKey],
    );
    if (!row)
      throw new EarshotError('not-found', 'This author is not known here.', { details: { authorKey } });
    const { ident, name, url, followers } = row;
    const connector = view.connectors.id(read, row.connector);
    return {
      authorKey,
      connector,
      ident,
      url,
      followers,
      ...profileOf(context, {
        name,
        facet: `a${authorKey}`,
        filter: { authors: [authorKey] },
        totals: row,
        blocks: blocksOf(read, 'author', connector, ident),
      }),
    };
  },

  'profiles.site': ({ host }, context) => {
    const { read } = context;
    const row = read.get<PublisherTotals & { key: number }>(
      `SELECT key, ${PUBLISHER_TOTALS} FROM site WHERE host = ?`,
      [host],
    );
    if (!row) throw new EarshotError('not-found', 'This site is not known here.', { details: { host } });
    const visitors = read.get<{ n: number | null }>(
      'SELECT monthly_visitors AS n FROM site_profile WHERE id = ?',
      [host],
    );
    return {
      host,
      monthlyVisitors: visitors?.n ?? null,
      defaultVisitors: defaultMonthlyVisitors.small,
      ...profileOf(context, {
        name: host,
        facet: `w${row.key}`,
        filter: { sites: [host] },
        totals: row,
        blocks: blocksOf(read, 'site', '', host),
      }),
    };
  },

  'sites.setVisitors': ({ host, monthlyVisitors }, context) => ({
    changeId: context.change((change) => {
      if (!change.write.get('SELECT 1 FROM site WHERE host = ?', [host])) {
        throw new EarshotError('not-found', 'This site is not known here.', { details: { host } });
      }
      if (change.write.get('SELECT 1 FROM site_profile WHERE id = ?', [host])) {
        change.update('site_profile', host, { monthly_visitors: monthlyVisitors });
      } else if (monthlyVisitors !== null) {
        change.insert('site_profile', { id: host, monthly_visitors: monthlyVisitors });
      }
    }).changeId,
  }),
} satisfies Handlers<'profiles.author' | 'profiles.site' | 'sites.setVisitors'>;
