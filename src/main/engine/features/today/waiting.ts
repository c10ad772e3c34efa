import type { Output } from '#shared/contract/index.ts';
import { MentionFilter, type MentionRow } from '#shared/contract/mentions.ts';
import type { z } from 'zod';
import type { WorkspaceView } from '../../context.ts';
import { stateCode } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { FOLDED, MAIN_SHELF } from '../../storage/mention-rows.ts';
import { countMentions, listMentions } from '../mentions/list.ts';
import { loadRows } from '../mentions/rows.ts';

const FIRST = 6;
/** Of mentions older than this, none is looked for among those that came back: they are in no index. */
const RETURNED_DAYS = 90;
const DAY = 86_400_000;
/** Beyond it a list says "more than", and counters are enough. */
const MOST_DISTINCT = 10_000;

export interface TodayBrand {
  key: number;
  id: string;
  role: string;
}

/** The brands asked for that are not archived, all where none is named; own ones first. */
export function askedBrands(read: ReadHandle, brandIds: readonly string[]): TodayBrand[] {
  return read
    .all<TodayBrand>(
      'SELECT key, id, role FROM brand WHERE archived_at IS NULL ORDER BY role DESC, created_at, key',
    )
    .filter(({ id }) => brandIds.length === 0 || brandIds.includes(id));
}

type Waiting = Pick<
  Output<'today.summary'>,
  'askedBrandIds' | 'newCount' | 'negativeCount' | 'first' | 'returnedCount' | 'returned' | 'maybeCount'
>;

/** What needs the owner: about the own brands, or about the competitors where only they are asked for. */
export function waiting(
  read: ReadHandle,
  view: WorkspaceView,
  brands: readonly TodayBrand[],
  now: number,
): Waiting {
  const own = brands.filter((brand) => brand.role === 'own');
  const asked = own.length > 0 ? own : brands;
  if (asked.length === 0) {
    return {
      askedBrandIds: [],
      newCount: 0,
      negativeCount: 0,
      first: [],
      returnedCount: 0,
      returned: [],
      maybeCount: 0,
    };
  }
  const filter = (part: z.input<typeof MentionFilter>): MentionFilter =>
    MentionFilter.parse({ brandIds: asked.map(({ id }) => id), ...part });
  const count = (part: z.input<typeof MentionFilter>): number =>
    countMentions(read, view, filter(part)).count;
  const list = (part: z.input<typeof MentionFilter>): MentionRow[] =>
    listMentions(read, view, { filter: filter(part), after: null, limit: FIRST }).rows;

  const negative = list({ states: ['new'], sentiments: ['negative'] });
  const rest =
    negative.length < FIRST
      ? list({ states: ['new'], sentiments: ['neutral', 'positive', 'undefined'] })
      : [];
  const returned = returnedIds(read, asked, now);
  const fresh = newCount(read, asked);
  return {
    askedBrandIds: asked.map(({ id }) => id),
    // A mention of two brands is one line of the list.
    newCount: asked.length < 2 || fresh > MOST_DISTINCT ? fresh : count({ states: ['new'] }),
    negativeCount: count({ states: ['new'], sentiments: ['negative'] }),
    first: [...negative, ...rest].slice(0, FIRST),
    returnedCount: returned.length,
    returned: loadRows(read, view, returned.slice(0, FIRST), {
      brands: asked.map(({ key }) => key),
      text: '',
    }),
    maybeCount: count({ shelf: 'maybe', states: ['new', 'open'] }),
  };
}

function newCount(read: ReadHandle, brands: readonly TodayBrand[]): number {
  return brands.reduce((sum, { key }) => {
    const row = read.get<{ n: number }>('SELECT n FROM mention_count WHERE brand = ? AND state = ?', [
      key,
      stateCode('new'),
    ]);
    return sum + (row?.n ?? 0);
  }, 0);
}

/** Items whose snooze has ended and that nobody has taken up since: taking them up clears the time. */
function returnedIds(read: ReadHandle, brands: readonly TodayBrand[], now: number): number[] {
  const rows = brands.flatMap(({ key }) =>
    read.all<{ item: number; at: number }>(
      `SELECT item, snoozed_until AS at FROM mention
       WHERE brand = ? AND item >= ? AND state = ${stateCode('open')} AND snoozed_until <= ?
         AND shelf = ${MAIN_SHELF} AND folded <> ${FOLDED}`,
      [key, firstIdAt(now - RETURNED_DAYS * DAY), now],
    ),
  );
  return [...new Set(rows.sort((a, b) => b.at - a.at).map(({ item }) => item))];
}
