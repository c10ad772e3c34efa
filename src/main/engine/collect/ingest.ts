import type { RawItem } from '#shared/model/item.ts';
import { kindCode, sentimentCode, stateCode } from '../storage/codes.ts';
import { RollupBatch } from '../storage/rollups.ts';
import { facetText, insertSearchRows, reindexItems, type SearchRow } from '../storage/search-index.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { Judge } from './judge.ts';
import { matchesBrand, toQueryItem, type BrandMatcher } from './matchers.ts';
import { canonicalUrl, publishedAt, siteOf, urlKey } from './normalise.ts';
import { refreshEngagement } from './refresh.ts';

export interface IngestSource {
  key: number;
  connector: string;
  name: string;
}

export interface IngestEntry {
  raw: RawItem;
  /** Where it was seen; the first one is the item's own source. */
  sources: readonly [IngestSource, ...IngestSource[]];
  /** UTC milliseconds of collecting. */
  fetchedAt: number;
}

export interface IngestResult {
  added: number;
  /** Seen before: by identity, or by the address of the page. */
  known: number;
  /** New mentions, over all brands. */
  mentions: number;
}

/**
 * Stores a batch: identity, author, language, sentiment, reach, matching, full text and roll-ups, in one
 * transaction with `within` (which moves the cursor). A crash leaves the batch whole or not at all.
 */
export function ingest(
  workspace: Workspace,
  judge: Judge,
  brands: readonly BrandMatcher[],
  entries: readonly IngestEntry[],
  within?: (result: IngestResult) => void,
): IngestResult {
  try {
    return workspace.write.transaction(() => {
      const run = new IngestRun(workspace, judge, brands);
      for (const entry of [...entries].sort((a, b) => (a.raw.publishedAt ?? 0) - (b.raw.publishedAt ?? 0))) {
        run.store(entry);
      }
      const result = run.finish();
      within?.(result);
      return result;
    });
  } catch (error) {
    workspace.connectors.forget();
    workspace.languages.forget();
    throw error;
  }
}

class IngestRun {
  readonly #workspace: Workspace;
  readonly #judge: Judge;
  readonly #brands: readonly BrandMatcher[];
  readonly #rollups: RollupBatch;
  readonly #searchRows: SearchRow[] = [];
  readonly #fresh = new Set<number>();
  readonly #reindex = new Set<number>();
  readonly #result: IngestResult = { added: 0, known: 0, mentions: 0 };

  constructor(workspace: Workspace, judge: Judge, brands: readonly BrandMatcher[]) {
    this.#workspace = workspace;
    this.#judge = judge;
    this.#brands = brands;
    this.#rollups = new RollupBatch(workspace.zone);
  }

  store(entry: IngestEntry): void {
    const { write, connectors } = this.#workspace;
    const connector = connectors.key(write, entry.sources[0].connector);
    const canonical = canonicalUrl(entry.raw.url);
    const key = urlKey(canonical);
    const known = this.#find(connector, entry.raw, key, canonical);
    if (known === null) {
      this.#insert(entry, connector, key);
      return;
    }
    this.#result.known += 1;
    if (this.#sight(known, entry)) this.#reindex.add(known);
    refreshEngagement(write, this.#rollups, known, entry.raw.engagement);
  }

  finish(): IngestResult {
    const { write } = this.#workspace;
    insertSearchRows(write, this.#searchRows);
    reindexItems(write, this.#reindex);
    this.#rollups.flush(write);
    return this.#result;
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

  #sight(item: number, entry: IngestEntry): boolean {
    let fresh = false;
    for (const source of entry.sources) {
      const { changes } = this.#workspace.write.run(
        'INSERT INTO sighting(item, source, seen_at, url) VALUES(?,?,?,?) ON CONFLICT(item, source) DO NOTHING',
        [item, source.key, entry.fetchedAt, entry.raw.url],
      );
      if (changes > 0) {
        fresh = true;
        this.#workspace.write.run('UPDATE source_state SET items = items + 1 WHERE source = ?', [source.key]);
      }
    }
    // An item stored in this very batch gets its index row at the end anyway.
    return fresh && !this.#fresh.has(item);
  }

  #insert(entry: IngestEntry, connector: number, key: number | null): void {
    const { write, languages } = this.#workspace;
    const { raw, sources } = entry;
    const at = publishedAt(raw, entry.fetchedAt);
    const site = siteOf(raw.url) || sources[0].name;
    const language = this.#judge.language(`${raw.title}\n${raw.text}`, raw.language);
    const judged = this.#judge.sentiment({ title: raw.title, text: raw.text, language, kind: raw.kind });
    const followers = raw.author?.followers ?? null;
    const reach = Math.round(
      this.#judge.reach({ kind: raw.kind, site, views: raw.engagement.views, followers, isReply: false }),
    );
    const author = this.#author(connector, raw);
    const languageKey = languages.key(write, language ?? 'und');
    const sentiment = sentimentCode(judged.sentiment);
    const id = this.#workspace.itemIds.take(write, at);
    write.run(
      `INSERT INTO item(id, connector, source, ident, kind, url, url_key, site, title, body, author, published_at, fetched_at,
         language, sentiment, score, reach, influence, rating, reactions, comments, shares, views)
       VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
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
        author,
        at,
        entry.fetchedAt,
        languageKey,
        sentiment,
        judged.score,
        reach,
        Math.round(this.#judge.influence(reach)),
        raw.rating,
        raw.engagement.reactions,
        raw.engagement.comments,
        raw.engagement.shares,
        raw.engagement.views,
      ],
    );
    this.#fresh.add(id);
    this.#result.added += 1;
    this.#sight(id, entry);

    const item = toQueryItem({
      title: raw.title,
      text: raw.text,
      author: raw.author?.name ?? '',
      site,
      url: raw.url,
      language,
      source: sources[0].name,
      kind: raw.kind,
      followers,
      rating: raw.rating,
      publishedAt: at,
    });
    const { reactions, comments, shares } = raw.engagement;
    const interactions = (reactions ?? 0) + (comments ?? 0) + (shares ?? 0);
    const found = this.#brands.filter((brand) => matchesBrand(brand, item));
    const state = stateCode('new');
    for (const brand of found) {
      write.run(
        'INSERT INTO mention(brand, item, sentiment, state, starred, connector, language, author) VALUES(?,?,?,?,0,?,?,?)',
        [brand.key, id, sentiment, state, connector, languageKey, author],
      );
      this.#rollups.add({ brand: brand.key, connector, publishedAt: at, sentiment, reach, interactions }, 1);
      this.#rollups.state(brand.key, state, 1);
    }
    this.#result.mentions += found.length;
    this.#searchRows.push({
      id,
      title: raw.title,
      body: raw.text,
      facet: facetText({
        connector,
        language: languageKey,
        kind: kindCode(raw.kind),
        sources: sources.map((source) => source.key),
        mentions: found.map((brand) => ({ brand: brand.key, sentiment, state, starred: 0, tags: [] })),
      }),
    });
  }

  #author(connector: number, raw: RawItem): number {
    const { write } = this.#workspace;
    if (raw.author === null) return 0;
    const { ident, name, url, followers } = raw.author;
    const row = write.get<{ key: number }>(
      `INSERT INTO author(connector, ident, name, url, followers) VALUES(?,?,?,?,?)
       ON CONFLICT(connector, ident) DO UPDATE SET name = excluded.name, url = ifnull(excluded.url, url),
         followers = ifnull(excluded.followers, followers) RETURNING key`,
      [connector, ident, name, url, followers],
    );
    return row?.key ?? 0;
  }
}
