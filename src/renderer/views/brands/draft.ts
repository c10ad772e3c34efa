import { create } from 'zustand';
import type { Brand, BrandQuery } from '#shared/contract/brands.ts';
import {
  type BuilderModel,
  parse,
  printModel,
  proposeQuery,
  readModel,
} from '#shared/query-language/index.ts';

/** `lists`: the builder. `text`: the same query, written. */
export type DraftForm = 'lists' | 'text';

/** A query being made or changed. It outlives the dialog, so that looking at an example loses nothing. */
export interface QueryDraft {
  brandId: string;
  /** The saved query; null for a new one. */
  queryId: string | null;
  name: string;
  kind: BrandQuery['kind'];
  /** What will be saved: the one truth behind both forms. */
  text: string;
  form: DraftForm;
  /** The lists as they were left, with the text that they were written as. */
  lists: { model: BuilderModel; text: string } | null;
  /** Whether anything was typed: complaints wait until then. */
  touched: boolean;
  /** Whether the dialog shows what saving would change. */
  reviewing: boolean;
}

interface Drafts {
  draft: QueryDraft | null;
}

export const useDraft = create<Drafts>()(() => ({ draft: null }));

export function startDraft(brand: Brand, query: BrandQuery | null): void {
  const first = brand.queries.length === 0;
  const text = query?.text ?? (first ? proposeQuery(brand.name) : '');
  useDraft.setState({
    draft: {
      brandId: brand.id,
      queryId: query?.id ?? null,
      name: query?.name ?? (first ? brand.name : ''),
      kind: query?.kind ?? (first ? 'brand' : 'product'),
      text,
      form: readModel(text).ok ? 'lists' : 'text',
      lists: null,
      touched: query !== null || first,
      reviewing: false,
    },
  });
}

export function changeDraft(part: Partial<QueryDraft>): void {
  useDraft.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, ...part } }));
}

export function dropDraft(): void {
  useDraft.setState({ draft: null });
}

/** What a change of the lists makes of a draft. */
export function withLists(model: BuilderModel): Pick<QueryDraft, 'lists' | 'text' | 'touched'> {
  const text = printModel(model);
  return { lists: { model, text }, text, touched: true };
}

/**
 * The lists that show a text, or null when it cannot be read. Those it was written from are kept as they are:
 * a group of one stays a group while it is being filled.
 */
export function listsOf({ text, lists }: Pick<QueryDraft, 'text' | 'lists'>): BuilderModel | null {
  if (lists !== null && lists.text === text) return lists.model;
  const read = readModel(text);
  return read.ok ? read.model : null;
}

/** Whether a draft can be saved as it stands. */
export function isReady({ name, text }: Pick<QueryDraft, 'name' | 'text'>): boolean {
  return name.trim() !== '' && parse(text).ok;
}
