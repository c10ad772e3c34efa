import type {
  MentionOf,
  MentionRow,
  MentionTarget,
  Sentiment,
  SettableState,
  MentionState,
  Shelf,
} from '#shared/contract/mentions.ts';

/** What an action changes in a mention before the engine has answered. */
export type Patch =
  | { type: 'state'; state: SettableState }
  | { type: 'snooze'; until: number }
  | { type: 'star'; starred: boolean }
  | { type: 'tag'; tagId: string; on: boolean }
  | { type: 'assign'; assigneeId: string | null }
  | { type: 'sentiment'; sentiment: Sentiment }
  | { type: 'shelf'; shelf: Shelf }
  | { type: 'fold'; folded: boolean };

/** A mention with a patch laid over it. */
export function patchMention(mention: MentionOf, patch: Patch): MentionOf {
  switch (patch.type) {
    case 'state':
      return { ...mention, state: patch.state, snoozedUntil: null };
    case 'snooze':
      return { ...mention, state: 'snoozed', snoozedUntil: patch.until };
    case 'star':
      return { ...mention, starred: patch.starred };
    case 'tag': {
      const others = mention.tagIds.filter((id) => id !== patch.tagId);
      return { ...mention, tagIds: patch.on ? [...others, patch.tagId] : others };
    }
    case 'assign':
      return { ...mention, assigneeId: patch.assigneeId };
    case 'sentiment':
      return { ...mention, sentiment: patch.sentiment, corrected: true };
    case 'shelf':
      return { ...mention, shelf: patch.shelf };
    case 'fold':
      return { ...mention, folded: patch.folded };
  }
}

/** A row (or the open detail) with a patch over the mentions that are targets; the same object if none is. */
export function patchRow<R extends MentionRow>(row: R, targets: readonly MentionTarget[], patch: Patch): R {
  const brands = new Set(targets.filter(({ itemId }) => itemId === row.itemId).map(({ brandId }) => brandId));
  if (!row.mentions.some(({ brandId }) => brands.has(brandId))) return row;
  return {
    ...row,
    mentions: row.mentions.map((mention) =>
      brands.has(mention.brandId) ? patchMention(mention, patch) : mention,
    ),
  };
}

export interface Page {
  rows: MentionRow[];
  next: number | null;
}

/** Cached pages with a patch over the rows that are targets. */
export function patchPages(pages: readonly Page[], targets: readonly MentionTarget[], patch: Patch): Page[] {
  const wanted = new Set(targets.map(({ itemId }) => itemId));
  return pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => (wanted.has(row.itemId) ? patchRow(row, targets, patch) : row)),
  }));
}

/** Every mention of these rows: an action on a row is for all the brands it is shown for. */
export function targetsOf(rows: readonly Pick<MentionRow, 'itemId' | 'mentions'>[]): MentionTarget[] {
  return rows.flatMap(({ itemId, mentions }) => mentions.map(({ brandId }) => ({ itemId, brandId })));
}

/** One state for a row of several brands: the one that asks for most, new before open before done. */
export function stateOf(row: Pick<MentionRow, 'mentions'>): MentionState {
  const states = row.mentions.map((mention) => mention.state);
  return (['new', 'open', 'done', 'snoozed'] as const).find((state) => states.includes(state)) ?? 'open';
}

export const isStarred = (row: Pick<MentionRow, 'mentions'>): boolean =>
  row.mentions.some((mention) => mention.starred);

/** Tags on any of the row's mentions, each once. */
export const tagsOf = (row: Pick<MentionRow, 'mentions'>): string[] => [
  ...new Set(row.mentions.flatMap((mention) => mention.tagIds)),
];

/** Whoever has any of the row's mentions, each once. */
export const assigneesOf = (row: Pick<MentionRow, 'mentions'>): string[] => [
  ...new Set(row.mentions.flatMap(({ assigneeId }) => assigneeId ?? [])),
];

/** Whether the row is a copy that hides behind the first of its story. */
export const isFolded = (row: Pick<MentionRow, 'mentions'>): boolean =>
  row.mentions.some(({ folded }) => folded);

/** Until when it is snoozed, or when it came back of late; null where neither. Times in UTC milliseconds. */
export function snoozeOf(
  row: Pick<MentionRow, 'mentions'>,
  now: number,
): { type: 'until' | 'back'; at: number } | null {
  for (const { state, snoozedUntil } of row.mentions) {
    if (snoozedUntil === null) continue;
    if (state === 'snoozed') return { type: 'until', at: snoozedUntil };
    if (state === 'open' && now - snoozedUntil < backMillis) return { type: 'back', at: snoozedUntil };
  }
  return null;
}
/** For how long a list says that a mention came back. */
const backMillis = 24 * 3_600_000;

/** A row as the list shows it: one of its own, or a copy under the story it belongs to. */
export interface Line {
  row: MentionRow;
  /** Item id of the story it is shown under; null for a row of its own. */
  under: number | null;
}

/** The rows with the copies of unfolded stories below them; none is shown twice. */
export function linesOf(
  rows: readonly MentionRow[],
  copies: ReadonlyMap<number, readonly MentionRow[]>,
): Line[] {
  const seen = new Set(rows.map(({ itemId }) => itemId));
  return rows.flatMap((row) => {
    const own = (copies.get(row.itemId) ?? []).filter((copy) => !seen.has(copy.itemId) && isFolded(copy));
    for (const { itemId } of own) seen.add(itemId);
    return [{ row, under: null }, ...own.map((copy) => ({ row: copy, under: row.itemId }))];
  });
}

/** What of the loaded rows is on screen, and what waits for a click so that nothing jumps. */
export interface Shown {
  /** Ids that were on screen under this filter. */
  ids: ReadonlySet<number>;
  /** Smallest id on screen; older rows join below without asking. Infinity at the start. */
  floor: number;
  /** Rows that stopped fitting only because they were looked at; they stay until the filter changes. */
  kept: ReadonlyMap<number, MentionRow>;
}

export const nothingShown: Shown = { ids: new Set(), floor: Number.POSITIVE_INFINITY, kept: new Map() };

/**
 * Splits freshly loaded rows (newest first) into those to show and those that wait: a row never shown before
 * and newer than the floor waits. Kept rows that the engine no longer returns are put back in their place.
 */
export function arrange(
  fresh: readonly MentionRow[],
  shown: Shown,
): { rows: MentionRow[]; waiting: number[] } {
  const rows: MentionRow[] = [];
  const waiting: number[] = [];
  for (const row of fresh) {
    if (shown.ids.has(row.itemId) || row.itemId < shown.floor) rows.push(row);
    else waiting.push(row.itemId);
  }
  const present = new Set(fresh.map((row) => row.itemId));
  const kept = [...shown.kept.values()].filter((row) => !present.has(row.itemId));
  if (kept.length === 0) return { rows, waiting };
  return { rows: [...rows, ...kept].toSorted((a, b) => b.itemId - a.itemId), waiting };
}

/** Remembers rows as on screen; the same object when nothing is new. */
export function noteShown(shown: Shown, ids: readonly number[]): Shown {
  if (ids.every((id) => shown.ids.has(id))) return shown;
  const all = new Set([...shown.ids, ...ids]);
  return { ...shown, ids: all, floor: ids.reduce((least, id) => Math.min(least, id), shown.floor) };
}

/** Keeps a row, as looked at: its new mentions are open from now on. */
export function keepRow(shown: Shown, row: MentionRow): Shown {
  const mentions = row.mentions.map((mention) =>
    mention.state === 'new' ? { ...mention, state: 'open' as const } : mention,
  );
  return { ...shown, kept: new Map(shown.kept).set(row.itemId, { ...row, mentions }) };
}

const moving: ReadonlySet<Patch['type']> = new Set(['state', 'snooze', 'shelf', 'fold']);

/** A state or shelf set by hand lets a kept row go wherever the filter wants it; the rest shows on it. */
export function patchKept(shown: Shown, targets: readonly MentionTarget[], patch: Patch): Shown {
  const wanted = new Set(targets.map(({ itemId }) => itemId));
  if (![...shown.kept.keys()].some((id) => wanted.has(id))) return shown;
  const rows = [...shown.kept.values()].filter((row) => !moving.has(patch.type) || !wanted.has(row.itemId));
  return { ...shown, kept: new Map(rows.map((row) => [row.itemId, patchRow(row, targets, patch)])) };
}

/** The value all of them have; null where they differ or there is none. */
export const oneOf = <T extends string>(values: readonly T[]): T | null =>
  values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
