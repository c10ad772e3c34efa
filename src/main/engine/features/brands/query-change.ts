import type { PreviewHit } from '#shared/contract/brands.ts';
import { compile, parse, type QueryNode, type TextRange } from '#shared/query-language/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { findStored, storedItems, type ScanOptions } from '../../collect/stored-items.ts';
import { itemsAbout } from '../../storage/about.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { excerptOf } from '../mentions/rows.ts';

interface Wanted {
  brandId: string;
  /** The query that changes; null for a new one. */
  queryId: string | null;
  /** What it will say; null when it is removed. */
  text: string | null;
}

export interface Changed {
  /** What the new text matches by itself. */
  matched: ReadonlySet<number>;
  /** Items that the brand gains and loses, newest first: what another of its queries finds as well is neither. */
  added: number[];
  dropped: number[];
  /** What the query says now; null where there is none. */
  oldText: string | null;
  /** False when `enough` ended the search before everything was looked at. */
  complete: boolean;
}

/**
 * What saving a query means to its brand, over everything stored.
 * @throws EarshotError `invalid` with the parser's finding, `not-found`; the signal's reason
 */
export async function findChanged(
  read: ReadHandle,
  { brandId, queryId, text }: Wanted,
  options: ScanOptions,
): Promise<Changed> {
  const after = text === null ? null : parseOrThrow(text);
  const brand = read.get<{ key: number }>('SELECT key FROM brand WHERE id = ?', [brandId]);
  if (!brand) {
    throw new EarshotError('not-found', 'This brand no longer exists.');
  }
  const saved = read.all<{ id: string; text: string }>('SELECT id, text FROM query WHERE brand_id = ?', [
    brandId,
  ]);
  const before = saved.find(({ id }) => id === queryId);
  if (queryId !== null && before === undefined) {
    throw new EarshotError('not-found', 'This query no longer exists.');
  }
  const others = saved.flatMap((query) => (query === before ? [] : readable(query.text)));
  const nodes = [...(after === null ? [] : [after]), ...readable(before?.text ?? ''), ...others];
  const { sets, complete } = await findStored(read, nodes, options);
  const matched = (after === null ? undefined : sets.shift()) ?? new Set<number>();
  const old = (sets.length > others.length ? sets.shift() : undefined) ?? new Set<number>();
  // Where it was seen is enough for these, whatever the query says.
  sets.push(itemsAbout(read, brand.key));
  const moved = (from: ReadonlySet<number>, to: ReadonlySet<number>): number[] =>
    [...to].filter((id) => !from.has(id) && !sets.some((found) => found.has(id))).sort((a, b) => b - a);
  return {
    matched,
    added: moved(old, matched),
    dropped: moved(matched, old),
    oldText: before?.text ?? null,
    complete,
  };
}

/** @throws EarshotError `invalid`, the parser's finding in `details.query` */
export function parseOrThrow(text: string): QueryNode {
  const parsed = parse(text);
  if (parsed.ok) return parsed.query;
  throw new EarshotError('invalid', `${parsed.error.message} ${parsed.error.suggestion}`.trim(), {
    details: { query: parsed.error },
  });
}

/** The first `count` of these items as examples, each cut around the first words that one of `texts` looks for. */
export function examplesOf(
  read: ReadHandle,
  ids: readonly number[],
  count: number,
  texts: readonly (string | null)[],
): PreviewHit[] {
  const matchers = texts.flatMap((text) => readable(text ?? '').map(compile));
  const marks = (text: string): TextRange[] =>
    matchers.flatMap((matcher) => matcher.ranges(text)).sort((a, b) => a.start - b.start);
  return storedItems(read, ids.slice(0, count)).map((row) => ({
    itemId: row.id,
    title: row.title,
    excerpt: excerptOf(row.text, marks(row.text)).excerpt,
    site: row.site,
    publishedAt: row.publishedAt,
  }));
}

/** A stored query that no longer parses (written by another version) matches nothing. */
function readable(text: string): QueryNode[] {
  const parsed = parse(text);
  return parsed.ok ? [parsed.query] : [];
}
