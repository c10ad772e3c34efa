import type { RawItem } from '#shared/model/item.ts';
import type { QueryItem } from '#shared/query-language/index.ts';
import { fold } from '#shared/text/fold.ts';
import { indexFolded } from '#shared/text/index-text.ts';
import { aboutBrands } from '../storage/about.ts';
import { Blocks } from '../storage/blocks.ts';
import { kindCode, sentimentCode, shelfCode, stateCode } from '../storage/codes.ts';
import { countMention, FOLDED } from '../storage/mention-rows.ts';
import { RollupBatch } from '../storage/rollups.ts';
import {
  facetText,
  insertSearchRows,
  reindexItems,
  type FacetMention,
  type SearchRow,
} from '../storage/search-index.ts';
import { publisherOf, type Told } from '../storage/stories.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { Arrival, ArrivalHook } from './arrivals.ts';
import { subjectOf, type IngestEntry, type JudgedEntry } from './entries.ts';
import { matchesBrand, type BrandMatcher } from './matchers.ts';
import { addMentions } from './mention-set.ts';
import { canonicalUrl, publishedAt, siteOf, urlKey } from './normalise.ts';
import { Publishers } from './publishers.ts';
import { refreshEngagement } from './refresh.ts';
import { standsFor } from './stands-for.ts';

export interface IngestResult {
  added: number;
  /** Seen before: by identity, or by the address of the page. */
  known: number;
  /** New mentions, over all brands. */
  mentions: number;
}

/** What one source hands in at a time. */
export interface Parcel {
  entries: readonly JudgedEntry[];
  /** Runs in the same transaction, after everything else; moves the cursor. */
  within?: (result: IngestResult) => void;
}

export interface IngestOptions {
  hooks?: readonly ArrivalHook[];
  /** UTC milliseconds, for the hooks. */
  now: number;
}

/**
 * Stores parcels: identity, author, site, story, what was understood, matching, full text and roll-ups, in one
 * transaction with the hooks and each parcel's `within`. A crash leaves all of it or nothing.
 * @returns what became of each parcel, in their order
 */
export function ingest(
  workspace: Workspace,
  brands: readonly BrandMatcher[],
  parcels: readonly Parcel[],
  { hooks = [], now }: IngestOptions,
): IngestResult[] {
  try {
    return workspace.write.transaction(() => {
      const run = new IngestRun(workspace, brands);
      const results = parcels.map((): IngestResult => ({ added: 0, known: 0, mentions: 0 }));
      const entries = parcels.flatMap((parcel, at) => parcel.entries.map((entry) => ({ entry, at })));
      // Ids sort by time, and the index takes them best in that order.
      entries.sort((a, b) => (a.entry.raw.publishedAt ?? 0) - (b.entry.raw.publishedAt ?? 0));
      for (const { entry, at } of entries) {
        const result = results[at];
        if (result) run.store(entry, result);
      }
      run.finish();
      if (run.arrivals.length > 0) for (const hook of hooks) hook(workspace, run.arrivals, now);
      parcels.forEach(({ within }, at) => {
        const result = results[at];
        if (result) within?.(result);
      });
      return results;
    });
  } catch (error) {
    workspace.forget();
    throw error;
  }
}

/** What an item's mentions start from, beside their brand. */
interface Stored {
  id: number;
  /** First item of the story this one repeats; 0 where it stands by itself. */
  story: number;
  connector: number;
  language: number;
  author: number;
  publishedAt: number;
  sentiment: number;
  reach: number;
  interactions: number;
}

class IngestRun {
  readonly arrivals: Arrival[] = [];
  readonly #workspace: Workspace;
  readonly #brands: readonly BrandMatcher[];
  /** Brands that all of a source is about, by the source's key. */
  readonly #about: ReadonlyMap<number, number>;
  readonly #blocks: Blocks;
  readonly #publishers: Publishers;
  readonly #rollups: RollupBatch;
  readonly #searchRows: SearchRow[] = [];
  /** Known items that were seen where everything is about a brand. */
  readonly #seenAbout: { item: number; brand: BrandMatcher; result: IngestResult }[] = [];
  readonly #fresh = new Set<number>();
  readonly #reindex = new Set<number>();
  /** New sightings per source key, counted once at the end. */
  readonly #sighted = new Map<number, number>();

  constructor(workspace: Workspace, brands: readonly BrandMatcher[]) {
    this.#workspace = workspace;
    this.#brands = brands;
    this.#about = aboutBrands(workspace.write);
    this.#blocks = new Blocks(workspace.write);
    this.#publishers = new Publishers(workspace);
    this.#rollups = new RollupBatch(workspace.zone);
  }

  store(entry: JudgedEntry, result: IngestResult): void {
    const { write, connectors } = this.#workspace;
    const connector = connectors.key(write, entry.sources[0].connector);
    const canonical = canonicalUrl(entry.raw.url);
    const key = urlKey(canonical);
    const known = this.#find(connector, entry.raw, key, canonical);
    if (known === null) {
      result.added += 1;
      result.mentions += this.#insert(entry, connector, key);
      return;
    }
    result.known += 1;
    if (this.#sight(known, entry)) this.#reindex.add(known);
    for (const { key } of entry.sources) {
      const brand = this.#brands.find((one) => one.key === this.#about.get(key));
      if (brand) this.#seenAbout.push({ item: known, brand, result });
    }
    refreshEngagement(this.#workspace, this.#rollups, known, entry.raw.engagement);
  }

  finish(): void {
    const { write } = this.#workspace;
    insertSearchRows(write, this.#searchRows);
    for (const seen of this.#seenAbout) this.#mentionAsAbout(seen);
    this.#publishers.flush();
    for (const [source, items] of this.#sighted) {
      write.run('UPDATE source_state SET items = items + ? WHERE source = ?', [items, source]);
    }
    reindexItems(write, this.#reindex);
    this.#rollups.flush(write);
  }

  #find(connector: number, raw: RawItem, key: number | null, canonical: string): number | null {
    const { write } = this.#workspace;
    const same = write.get<{ id: number }>('SELECT id FROM item WHERE connector = ? AND ident = ?', [
      connector,
      raw.ident,
    ]);
    if (same) return same.id;
    if (key === null) return null;
    const samePage = write
      .all<{ id: number; url: string; title: string }>('SELECT id, url, title FROM item WHERE url_key = ?', [
        key,
      ])
      .find((row) => canonicalUrl(row.url) === canonical && (row.title === raw.title || raw.title === ''));
    return samePage?.id ?? null;
  }

  /** What no query had found is a mention after all, because of where it was seen. */
  #mentionAsAbout({
    item,
    brand,
    result,
  }: {
    item: number;
    brand: BrandMatcher;
    result: IngestResult;
  }): void {
    const mention = [brand.key, item];
    if (this.#workspace.write.get('SELECT 1 FROM mention WHERE brand = ? AND item = ?', mention)) return;
    const [added] = addMentions(this.#workspace, brand.key, [item]);
    if (added === undefined) return;
    this.arrivals.push({ ...added, brandKey: brand.key, brandId: brand.id });
    result.mentions += 1;
  }

  #sight(item: number, entry: IngestEntry): boolean {
    let fresh = false;
    for (const source of entry.sources) {
      const { changes } = this.#workspace.write.run(
        'INSERT INTO sighting(item, source, seen_at, url) VALUES(?,?,?,?) ON CONFLICT(item, source) DO NOTHING',
        [item, source.key, entry.fetchedAt, entry.raw.url],
      );
      if (changes > 0) {
        fresh = true;
        this.#sighted.set(source.key, (this.#sighted.get(source.key) ?? 0) + 1);
      }
    }
    // An item stored in this very batch gets its index row at the end anyway.
    return fresh && !this.#fresh.has(item);
  }

  /** @returns the number of new mentions */
  #insert(entry: JudgedEntry, connector: number, key: number | null): number {
    const { write, languages } = this.#workspace;
    const { raw, sources, judged } = entry;
    const at = publishedAt(raw, entry.fetchedAt);
    const site = siteOf(raw.url) || sources[0].name;
    const told = {
      publishedAt: at,
      kind: raw.kind,
      publisher: publisherOf(raw.kind, site, raw.author?.ident ?? null),
      signature: judged.signature,
    };
    const story = this.#storyOf(told);
    const from = this.#publishers.meet({ raw, connector, site, publishedAt: at, story });
    const languageKey = languages.key(write, judged.language ?? 'und');
    const sentiment = sentimentCode(judged.sentiment);
    const id = this.#workspace.itemIds.take(write, at);
    const { reactions, comments, shares, views } = raw.engagement;
    write.run(
      `INSERT INTO item(id, connector, source, ident, kind, url, url_key, site, title, body, author, published_at, fetched_at,
         language, sentiment, score, reach, influence, rating, reactions, comments, shares, views, site_key, story, has_link, has_media)
       VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      [
        id,
        connector,
        sources[0].key,
        raw.ident,
        kindCode(raw.kind),
        raw.url,
        key,
        site,
        raw.title,
        raw.text,
        from.author,
        at,
        entry.fetchedAt,
        languageKey,
        sentiment,
        judged.score,
        from.reach,
        from.influence,
        raw.rating,
        reactions,
        comments,
        shares,
        views,
        from.site,
        story,
        raw.hasLink ? 1 : 0,
        raw.hasMedia ? 1 : 0,
      ],
    );
    this.#fresh.add(id);
    this.#sight(id, entry);
    if (story !== 0) this.#join(story);
    const subject = subjectOf(entry, site, at);
    const mentions = this.#mention(entry, subject, {
      id,
      story,
      connector,
      language: languageKey,
      author: from.author,
      publishedAt: at,
      sentiment,
      reach: from.reach,
      interactions: (reactions ?? 0) + (comments ?? 0) + (shares ?? 0),
    });
    // Only what is a mention can be a story a person follows.
    if (mentions.length > 0) {
      this.#workspace.stories.add({ id, ...told });
    }
    this.#searchRows.push({
      id,
      title: indexFolded(subject.foldedTitle ?? fold(raw.title)),
      body: indexFolded(subject.foldedText ?? fold(raw.text)),
      facet: facetText({
        connector,
        language: languageKey,
        kind: kindCode(raw.kind),
        author: from.author,
        site: from.site,
        influence: from.influence,
        sources: sources.map((source) => source.key),
        mentions,
      }),
    });
    return mentions.length;
  }

  /** The first item of the story that this one repeats, or 0. */
  #storyOf(told: Omit<Told, 'id'>): number {
    const like = this.#workspace.stories.find(told);
    if (like === null) return 0;
    const row = this.#workspace.write.get<{ story: number }>('SELECT story FROM item WHERE id = ?', [like]);
    return row === undefined ? 0 : row.story || like;
  }

  /** The story's first item now stands for copies: it is found through their sources as well. */
  #join(story: number): void {
    this.#workspace.write.run('UPDATE item SET story = id WHERE id = ? AND story = 0', [story]);
    this.#reindex.add(story);
  }

  /** @returns what the index says of the item's mentions */
  #mention({ raw, sources }: JudgedEntry, subject: QueryItem, item: Stored): FacetMention[] {
    const { write } = this.#workspace;
    const from = {
      connector: sources[0].connector,
      author: raw.author?.ident ?? null,
      site: subject.site,
    };
    const found = this.#brands.filter(
      (brand) =>
        sources.some(({ key }) => this.#about.get(key) === brand.key) || matchesBrand(brand, subject),
    );
    return found.map((brand) => {
      const first = item.story === 0 ? undefined : standsFor(write, brand.key, item.story);
      const block = this.#blocks.of(from, brand.key);
      const mention = {
        brand: brand.key,
        // A corrected story stays corrected in its copies.
        sentiment: first?.corrected === 1 ? first.sentiment : item.sentiment,
        state: first?.state ?? stateCode(block === 'mute' ? 'done' : 'new'),
        starred: 0,
        shelf: block === 'block' ? shelfCode('blocked') : (first?.shelf ?? shelfCode('main')),
        folded: first === undefined ? 0 : FOLDED,
        assignee: 0,
        tags: [],
      };
      write.run(
        `INSERT INTO mention(brand, item, sentiment, state, starred, connector, language, author, shelf, folded, corrected, snoozed_until)
         VALUES(?,?,?,?,0,?,?,?,?,?,?,?)`,
        [
          brand.key,
          item.id,
          mention.sentiment,
          mention.state,
          item.connector,
          item.language,
          item.author,
          mention.shelf,
          mention.folded,
          first?.corrected ?? 0,
          first?.snoozedUntil ?? null,
        ],
      );
      countMention(this.#rollups, { ...item, ...mention }, 1);
      this.arrivals.push({
        itemId: item.id,
        brandKey: brand.key,
        brandId: brand.id,
        copy: first !== undefined,
      });
      return mention;
    });
  }
}
