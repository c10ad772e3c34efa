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
  /** As the source told; addresses in the text tell as well. */
  hasLink: boolean;
  hasMedia: boolean;
}

/** An item as queries see it. What costs is done once, for all brands, and only when a query asks for it. */
export class MatchedItem implements QueryItem {
  readonly #item: MatchableItem;
  #foldedTitle: string | undefined;
  #foldedText: string | undefined;

  constructor(item: MatchableItem) {
    this.#item = item;
  }

  get title(): string {
    return this.#item.title;
  }
  get text(): string {
    return this.#item.text;
  }
  get foldedTitle(): string {
    return (this.#foldedTitle ??= fold(this.#item.title));
  }
  get foldedText(): string {
    return (this.#foldedText ??= fold(this.#item.text));
  }
  get author(): string {
    return this.#item.author;
  }
  get site(): string {
    return this.#item.site;
  }
  get url(): string {
    return this.#item.url;
  }
  get language(): string | null {
    return this.#item.language;
  }
  get source(): string {
    return this.#item.source;
  }
  get kind(): ItemKind {
    return this.#item.kind;
  }
  get followers(): number | null {
    return this.#item.followers;
  }
  get rating(): number | null {
    const { rating } = this.#item;
    return rating === null ? null : rating / 20;
  }
  get hasLink(): boolean {
    return this.#item.hasLink || hasLink(this.#item.text);
  }
  get hasMedia(): boolean {
    return this.#item.hasMedia || hasMedia(this.#item.url, this.#item.text);
  }
  get publishedAt(): number {
    return this.#item.publishedAt;
  }
}

export const toQueryItem = (item: MatchableItem): MatchedItem => new MatchedItem(item);
