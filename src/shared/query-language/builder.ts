import { EXCLUSIONS } from './exclusions.ts';
import { listOf, parse, parseTree } from './parse.ts';
import { print } from './print.ts';
import type { ParseResult, QueryError, QueryNode } from './types.ts';

/**
 * A query as lists to fill in: the visual form of the same tree. What has no place of its own in it (proximity,
 * nested groups) stands in a list as it is, and is written back as it was.
 */
export interface BuilderModel {
  /** Every one of these. */
  all: readonly QueryNode[];
  /** Of each group at least one. */
  any: readonly (readonly QueryNode[])[];
  /** None of these. */
  none: readonly QueryNode[];
  /** Ready-made exclusions, by id. */
  exclusions: readonly string[];
}

export const EMPTY_MODEL: BuilderModel = { all: [], any: [], none: [], exclusions: [] };

export type ModelResult = { ok: true; model: BuilderModel } | { ok: false; error: QueryError };

/** Whether the builder can only show this as a fixed piece, not as one word, phrase or field. */
export function isExpression(node: QueryNode): boolean {
  return node.type === 'near' || node.type === 'not' || node.type === 'and' || node.type === 'or';
}

/** The lists of a query. `fromBuilder` makes an equivalent query of them: it matches the same items. */
export function toBuilder(node: QueryNode): BuilderModel {
  const model = {
    all: [] as QueryNode[],
    any: [] as QueryNode[][],
    none: [] as QueryNode[],
    exclusions: [] as string[],
  };
  for (const part of node.type === 'and' ? node.children : [node]) {
    if (part.type === 'or') model.any.push(part.children);
    else if (part.type !== 'not') model.all.push(part);
    else {
      const ready = READY_MADE.get(print(part.child));
      if (ready !== undefined) model.exclusions.push(ready);
      else if (part.child.type === 'or') model.none.push(...part.child.children);
      else model.none.push(part.child);
    }
  }
  return { ...model, exclusions: [...new Set(model.exclusions)] };
}

/** The query of the lists, or null when they are empty. It may say only what to leave out: `parse` refuses that. */
export function fromBuilder({ all, any, none, exclusions }: BuilderModel): QueryNode | null {
  const not = (child: QueryNode): QueryNode => ({ type: 'not', child });
  const parts = [
    ...all,
    ...any.flatMap((group) => (group.length === 0 ? [] : [listOf('or', group)])),
    ...none.map(not),
    ...exclusions.flatMap((id) => {
      const query = EXCLUSION_NODES.get(id);
      return query === undefined ? [] : [not(query)];
    }),
  ];
  return parts.length === 0 ? null : listOf('and', parts);
}

/** Writes the lists as text; '' when they are empty. */
export function printModel(model: BuilderModel): string {
  const node = fromBuilder(model);
  return node === null ? '' : print(node);
}

/** The lists of a text, also of one that is empty or only says what to leave out. */
export function readModel(text: string): ModelResult {
  const result = parseTree(text);
  if (result.ok) return { ok: true, model: toBuilder(result.query) };
  return result.error.code === 'empty' ? { ok: true, model: EMPTY_MODEL } : result;
}

export type BuilderPlace = 'all' | 'none' | number;

/**
 * Adds what a person typed to a list (`number`: the group of that index; one past the last makes a new one).
 * Commas and line breaks separate several; words side by side are taken for a phrase.
 */
export function addTyped(model: BuilderModel, place: BuilderPlace, typed: string): ModelResult {
  const nodes: QueryNode[] = [];
  for (const piece of splitTyped(typed)) {
    const result = readPiece(piece);
    if (!result.ok) return result;
    nodes.push(result.query);
  }
  if (place === 'none') {
    // The list says "none of" already: a minus in front says the same once more.
    const unwanted = nodes.map((node) => (node.type === 'not' ? node.child : node));
    return { ok: true, model: { ...model, none: [...model.none, ...flat('or', unwanted)] } };
  }
  if (place === 'all') return { ok: true, model: { ...model, all: [...model.all, ...flat('and', nodes)] } };
  const group = [...(model.any[place] ?? []), ...flat('or', nodes)];
  return {
    ok: true,
    model: { ...model, any: [...model.any.slice(0, place), group, ...model.any.slice(place + 1)] },
  };
}

/** Takes the entry at `index` out of a list; a group that is then empty goes with it. */
export function removeEntry(model: BuilderModel, place: BuilderPlace, index: number): BuilderModel {
  const without = (nodes: readonly QueryNode[]): QueryNode[] => nodes.filter((_, i) => i !== index);
  if (place === 'all') return { ...model, all: without(model.all) };
  if (place === 'none') return { ...model, none: without(model.none) };
  const any = model.any.map((group, i) => (i === place ? without(group) : group));
  return { ...model, any: any.filter((group) => group.length > 0) };
}

/** Turns a ready-made exclusion on or off. */
export function toggleExclusion(model: BuilderModel, id: string): BuilderModel {
  const { exclusions } = model;
  const on = exclusions.includes(id);
  return { ...model, exclusions: on ? exclusions.filter((one) => one !== id) : [...exclusions, id] };
}

const EXCLUSION_NODES: ReadonlyMap<string, QueryNode> = new Map(
  EXCLUSIONS.flatMap(({ id, query }) => {
    const parsed = parse(query);
    return parsed.ok ? [[id, parsed.query] as const] : [];
  }),
);
/** A tree has one way to be printed, so that its text tells whether two are the same. */
const READY_MADE: ReadonlyMap<string, string> = new Map(
  Array.from(EXCLUSION_NODES, ([id, node]) => [print(node), id]),
);

function flat(type: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode[] {
  return nodes.flatMap((node) => (node.type === type ? node.children : [node]));
}

/** Cuts at commas and line breaks that stand outside quotes and parentheses. */
function splitTyped(typed: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at <= typed.length; at++) {
    const char = typed.charAt(at);
    if ('"„“”‟»«'.includes(char) && char !== '') quoted = !quoted;
    else if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')') depth--;
    if (at < typed.length && (quoted || depth > 0 || !/[,;\n]/.test(char))) continue;
    const piece = typed.slice(from, at).trim();
    if (piece !== '') pieces.push(piece);
    from = at + 1;
  }
  return pieces;
}

function readPiece(piece: string): ParseResult {
  const result = parseTree(piece);
  const words =
    result.ok && result.query.type === 'and' && result.query.children.every(({ type }) => type === 'word');
  if (!words) return result;
  const phrase = parse(`"${piece}"`);
  return phrase.ok ? phrase : result;
}
