import {
  compile,
  parse,
  type Matcher,
  type QueryItem,
  type QueryNode,
} from '#shared/query-language/index.ts';
import { fold } from '#shared/text/fold.ts';
import type { ItemKind } from '#shared/model/item.ts';
import type { ReadHandle } from '../storage/handles.ts';
import { hasLink, hasMedia } from './media.ts';

interface CompiledQuery {
  id: string;
  name: string;
  text: string;
  node: QueryNode;
  matcher: Matcher;
}

export interface BrandMatcher {
  key: number;
  id: string;
  queries: CompiledQuery[];
}

/**
 * Every active brand with its queries compiled. A stored query that no longer parses (written by another
 * version) matches nothing rather than stopping everything.
 */
export function loadBrandMatchers(read: ReadHandle): BrandMatcher[] {
  const brands = read.all<{ key: number; id: string }>('SELECT key, id FROM brand WHERE archived_at IS NULL');
  return brands.map(({ key, id }) => ({
    key,
    id,
    queries: read
      .all<{ id: string; name: string; text: string }>(
        'SELECT id, name, text FROM query WHERE brand_id = ?',
        [id],
      )
      .flatMap((query) => {
        const parsed = parse(query.text);
        return parsed.ok ? [{ ...query, node: parsed.query, matcher: compile(parsed.query) }] : [];
      }),
  }));
}

export const matchesBrand = (brand: BrandMatcher, item: QueryItem): boolean =>
  brand.queries.some((query) => query.matcher.test(item));

/** The parts of an item a query may ask about, as stored. */
export interface MatchableItem {
  title: string;
  text: string;
  author: string;
  site: string;
  url: string;
  language: string | null;
  source: string;
  kind: ItemKind;
  followers: number | null;
  /** 0–100, null where there is none. */
  rating: number | null;
  publishedAt: number;
}

export function toQueryItem(item: MatchableItem): QueryItem {
  return {
    ...item,
    rating: item.rating === null ? null : item.rating / 20,
    foldedTitle: fold(item.title),
    foldedText: fold(item.text),
    hasLink: hasLink(item.text),
    hasMedia: hasMedia(item.url, item.text),
  };
}
