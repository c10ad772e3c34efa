/** What is under the cursor and what is ticked, by item id; the list's order is given with each step. */
export interface Selection {
  cursor: number | null;
  /** Where a shift-click range begins. */
  anchor: number | null;
  ticked: ReadonlySet<number>;
}

export const nothingSelected: Selection = { cursor: null, anchor: null, ticked: new Set() };

export type Step =
  | { type: 'move'; by: number }
  | { type: 'extend'; by: number }
  | { type: 'first' }
  | { type: 'last' }
  | { type: 'go'; id: number }
  | { type: 'tick'; id: number | null }
  | { type: 'range'; id: number }
  | { type: 'all' }
  | { type: 'clear' }
  | { type: 'settle' };

/**
 * The selection after a step. `ids` are the rows as shown, newest (largest id) first. A cursor whose row has
 * gone settles on the next older row, or on the last one.
 */
export function reduce(selection: Selection, step: Step, ids: readonly number[]): Selection {
  const at = indexOf(ids, selection.cursor);
  switch (step.type) {
    case 'move':
      return goTo(selection, ids, at < 0 ? 0 : Math.min(Math.max(at + step.by, 0), ids.length - 1));
    case 'extend':
      return extend(selection, at < 0 ? 0 : Math.min(Math.max(at + step.by, 0), ids.length - 1), ids);
    case 'first':
      return goTo(selection, ids, 0);
    case 'last':
      return goTo(selection, ids, ids.length - 1);
    case 'go':
      return { ...selection, cursor: step.id, anchor: step.id };
    case 'tick': {
      const id = step.id ?? selection.cursor;
      if (id === null) return selection;
      const ticked = new Set(selection.ticked);
      if (!ticked.delete(id)) ticked.add(id);
      return { cursor: id, anchor: id, ticked };
    }
    case 'range':
      return { ...selection, cursor: step.id, ticked: range(selection, step.id, ids) };
    case 'all':
      return { ...selection, ticked: new Set(ids) };
    case 'clear':
      return { ...selection, ticked: new Set() };
    case 'settle':
      return settle(selection, ids);
  }
}

/** What an action is for: the ticked rows, or else the one under the cursor. */
export function actsOn(selection: Selection): number[] {
  if (selection.ticked.size > 0) return [...selection.ticked];
  return selection.cursor === null ? [] : [selection.cursor];
}

function indexOf(ids: readonly number[], id: number | null): number {
  return id === null ? -1 : ids.indexOf(id);
}

function goTo(selection: Selection, ids: readonly number[], index: number): Selection {
  const id = ids[index];
  return id === undefined ? selection : { ...selection, cursor: id, anchor: id };
}

function range(selection: Selection, id: number, ids: readonly number[]): Set<number> {
  const end = indexOf(ids, id);
  const start = indexOf(ids, selection.anchor);
  const from = start < 0 ? end : Math.min(start, end);
  return new Set([...selection.ticked, ...ids.slice(Math.max(from, 0), Math.max(start, end) + 1)]);
}

/** Moves the end of a range that begins at the anchor: what it no longer covers is let go. */
function extend(selection: Selection, index: number, ids: readonly number[]): Selection {
  const id = ids[index];
  if (id === undefined) return selection;
  const anchor = selection.anchor ?? selection.cursor ?? id;
  const old = indexOf(ids, anchor);
  const end = indexOf(ids, selection.cursor);
  const left = new Set(old < 0 || end < 0 ? [] : ids.slice(Math.min(old, end), Math.max(old, end) + 1));
  const kept = [...selection.ticked].filter((ticked) => !left.has(ticked));
  return {
    cursor: id,
    anchor,
    ticked: range({ cursor: id, anchor, ticked: new Set(kept) }, id, ids),
  };
}

function settle(selection: Selection, ids: readonly number[]): Selection {
  const present = new Set(ids);
  const ticked = [...selection.ticked].filter((id) => present.has(id));
  const { cursor, anchor } = selection;
  const next =
    cursor === null || present.has(cursor) ? cursor : (ids.find((id) => id < cursor) ?? ids.at(-1) ?? null);
  if (next === cursor && ticked.length === selection.ticked.size) return selection;
  return { cursor: next, anchor: next === cursor ? anchor : next, ticked: new Set(ticked) };
}
