import type { MentionOf, MentionRow, MentionState, MentionTarget } from '#shared/contract/mentions.ts';

/** What an action changes in a mention before the engine has answered. */
export type Patch =
  | { type: 'state'; state: MentionState }
  | { type: 'star'; starred: boolean }
  | { type: 'tag'; tagId: string; on: boolean };

/** A mention with a patch laid over it. */
export function patchMention(mention: MentionOf, patch: Patch): MentionOf {
  if (patch.type === 'state') return { ...mention, state: patch.state };
  if (patch.type === 'star') return { ...mention, starred: patch.starred };
  const others = mention.tagIds.filter((id) => id !== patch.tagId);
  return { ...mention, tagIds: patch.on ? [...others, patch.tagId] : others };
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

/** One state for a row of several brands: new if any is new, else open if any is open. */
export function stateOf(row: Pick<MentionRow, 'mentions'>): MentionState {
  const states = row.mentions.map((mention) => mention.state);
  if (states.includes('new')) return 'new';
  return states.includes('open') || states.length === 0 ? 'open' : 'done';
}

export const isStarred = (row: Pick<MentionRow, 'mentions'>): boolean =>
  row.mentions.some((mention) => mention.starred);

/** Tags on any of the row's mentions, each once. */
export const tagsOf = (row: Pick<MentionRow, 'mentions'>): string[] => [
  ...new Set(row.mentions.flatMap((mention) => mention.tagIds)),
];

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

/** A state set by hand lets a kept row go wherever the filter wants it; stars and tags show on it. */
export function patchKept(shown: Shown, targets: readonly MentionTarget[], patch: Patch): Shown {
  const wanted = new Set(targets.map(({ itemId }) => itemId));
  if (![...shown.kept.keys()].some((id) => wanted.has(id))) return shown;
  const rows = [...shown.kept.values()].filter((row) => patch.type !== 'state' || !wanted.has(row.itemId));
  return { ...shown, kept: new Map(rows.map((row) => [row.itemId, patchRow(row, targets, patch)])) };
}
