import { EarshotError } from '#shared/model/result.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import type { RollupBatch, RollupEntry } from './rollups.ts';

/** Which mention: the brand by its key in this file and by its id, the item by its number. */
export interface MentionKeys {
  brandKey: number;
  brandId: string;
  itemId: number;
}

/** What a person, or a rule in their name, decides about a mention. Codes as in `codes.ts`. */
export interface Decided {
  state: number;
  starred: number;
  sentiment: number;
  /** 1 where `sentiment` is a person's word. */
  corrected: number;
  shelf: number;
  /** The shelf to go back to when a block is lifted. */
  shelfBefore: number;
  /** 0 stands by itself, 1 hidden behind its story, 2 taken out of its story by hand. */
  folded: number;
  /** Key of the assignee, 0 for nobody. */
  assignee: number;
  snoozedUntil: number | null;
  /** 0…1, how sure the brand's classifier is that this is about the brand; null where it was not asked. */
  relevance: number | null;
}

export const MAIN_SHELF = 0;
export const FOLDED = 1;
/** Taken out of its story by hand. */
export const APART = 2;

const COLUMN: Readonly<Record<keyof Decided, string>> = {
  state: 'state',
  starred: 'starred',
  sentiment: 'sentiment',
  corrected: 'corrected',
  shelf: 'shelf',
  shelfBefore: 'shelf_before',
  folded: 'folded',
  assignee: 'assignee',
  snoozedUntil: 'snoozed_until',
  relevance: 'relevance',
};
const NAMES = Object.keys(COLUMN).filter((name): name is keyof Decided => Object.hasOwn(COLUMN, name));

/** A mention with the facts its sums are made of. */
export type MentionRecord = Decided & Omit<RollupEntry, 'sentiment'>;

const SELECT = `SELECT m.brand, m.connector, i.published_at AS publishedAt, i.reach,
  ifnull(i.reactions, 0) + ifnull(i.comments, 0) + ifnull(i.shares, 0) AS interactions,
  ${NAMES.map((name) => `m.${COLUMN[name]} AS ${name}`).join(', ')}
  FROM mention m JOIN item i ON i.id = m.item WHERE m.brand = ? AND m.item = ?`;

/** Only the main shelf counts in any number; copies of a story count there, too. */
export const isCounted = ({ shelf }: Pick<Decided, 'shelf'>): boolean => shelf === MAIN_SHELF;

/** What the list of a brand shows by default, and what the counters of states count. */
export const isListed = ({ shelf, folded }: Pick<Decided, 'shelf' | 'folded'>): boolean =>
  shelf === MAIN_SHELF && folded !== FOLDED;

export const mentionGone = (): EarshotError =>
  new EarshotError('not-found', 'This mention is no longer there. The query that found it may have changed.');

/** @throws EarshotError `not-found` */
export function mentionRecord(
  read: ReadHandle,
  keys: Pick<MentionKeys, 'brandKey' | 'itemId'>,
): MentionRecord {
  const row = read.get<MentionRecord>(SELECT, [keys.brandKey, keys.itemId]);
  if (!row) throw mentionGone();
  return row;
}

/** Writes what differs, and keeps roll-ups and state counters in step. @returns whether anything differed */
export function patchMention(
  write: WriteHandle,
  rollups: RollupBatch,
  keys: Pick<MentionKeys, 'brandKey' | 'itemId'>,
  before: MentionRecord,
  patch: Partial<Decided>,
): boolean {
  const changed = NAMES.filter((name) => patch[name] !== undefined && patch[name] !== before[name]);
  if (changed.length === 0) return false;
  const after = { ...before, ...patch };
  write.run(
    `UPDATE mention SET ${changed.map((name) => `${COLUMN[name]} = ?`).join(', ')} WHERE brand = ? AND item = ?`,
    [...changed.map((name) => after[name]), keys.brandKey, keys.itemId],
  );
  countMention(rollups, before, -1);
  countMention(rollups, after, 1);
  return true;
}

/** Counts a mention into (`sign` 1) or out of (−1) everything that is summed about mentions. */
export function countMention(
  rollups: RollupBatch,
  mention: RollupEntry & Pick<Decided, 'state' | 'shelf' | 'folded'>,
  sign: 1 | -1,
): void {
  if (isCounted(mention)) rollups.add(mention, sign);
  if (isListed(mention)) rollups.state(mention.brand, mention.state, sign);
}

/** The copies hidden behind a mention that stands for its story: they follow what happens to it. */
export function foldedBehind(read: ReadHandle, keys: Pick<MentionKeys, 'brandKey' | 'itemId'>): number[] {
  const own = read.get<{ story: number; folded: number }>(
    'SELECT i.story, m.folded FROM item i JOIN mention m ON m.item = i.id WHERE m.brand = ? AND i.id = ?',
    [keys.brandKey, keys.itemId],
  );
  if (own === undefined || own.story === 0 || own.folded !== 0) return [];
  return read
    .all<{ item: number }>(
      `SELECT m.item FROM item i JOIN mention m ON m.brand = ? AND m.item = i.id
       WHERE i.story = ? AND i.story <> 0 AND m.folded = ${FOLDED}`,
      [keys.brandKey, own.story],
    )
    .map(({ item }) => item);
}
