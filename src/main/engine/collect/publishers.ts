import type { RawItem } from '#shared/model/item.ts';
import type { Workspace } from '../storage/workspace.ts';
import { defaultMonthlyVisitors, placementOf, reachOf } from '../understand/reach.ts';
import { loudness, noTotals, PUBLISHER_TOTALS, usualRate, type PublisherTotals } from './loudness.ts';

/** Who published an item, and how loud that is. */
export interface Published {
  /** Keys; an unknown author is 0. */
  author: number;
  site: number;
  /** Estimated people reached by this item, whole. */
  reach: number;
  /** 1–10, whole. */
  influence: number;
}

interface SiteTotals extends PublisherTotals {
  key: number;
  /** What is not yet written; added to the row, which a refreshed engagement may have moved meanwhile. */
  gained: PublisherTotals;
}

interface Met {
  raw: RawItem;
  connector: number;
  site: string;
  /** UTC milliseconds. */
  publishedAt: number;
  /** First item of the story this one repeats; 0 where it is the first. */
  story: number;
}

/** Authors and sites of one batch: found or made, and their running totals kept. */
export class Publishers {
  readonly #workspace: Workspace;
  readonly #sites = new Map<string, SiteTotals>();
  #visitors: Map<string, number> | null = null;
  #usual: number | null | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  meet(met: Met): Published {
    const { raw } = met;
    const { reactions, comments, shares } = raw.engagement;
    const interactions = (reactions ?? 0) + (comments ?? 0) + (shares ?? 0);
    const estimated = this.#reach(raw, met.site);
    const site = this.#site(met.site);
    const own = { reach: estimated, interactions };
    const author = raw.author === null ? null : this.#author(met.connector, raw.author, own);
    grow(site, own);
    grow(site.gained, own);
    // Whoever writes under a name in a network is heard through it; an article through the paper.
    const heard = raw.kind !== 'news' && author !== null ? author : site;
    return {
      author: author?.key ?? 0,
      site: site.key,
      reach: this.#isRepeat(met, author?.key ?? 0, site.key) ? 0 : estimated,
      influence: Math.round(this.#influence(heard)),
    };
  }

  /** Writes the totals of the sites met. */
  flush(): void {
    for (const site of this.#sites.values()) {
      const { items, logReach, reach, interactions } = site.gained;
      if (items === 0) continue;
      this.#workspace.write.run(
        `UPDATE site SET items = items + ?, log_reach = log_reach + ?, reach = reach + ?, interactions = interactions + ?
         WHERE key = ?`,
        [items, logReach, reach, interactions, site.key],
      );
      this.#workspace.siteTotals.grow(site.gained);
      site.gained = { ...noTotals };
    }
  }

  #reach({ kind, url, engagement, author }: RawItem, site: string): number {
    this.#visitors ??= new Map(
      this.#workspace.write
        .all<{ host: string; visitors: number }>(
          'SELECT id AS host, monthly_visitors AS visitors FROM site_profile WHERE monthly_visitors IS NOT NULL',
        )
        .map((row) => [row.host, row.visitors]),
    );
    const known = this.#visitors.get(site);
    const reach = reachOf({
      kind,
      views: engagement.views,
      followers: author?.followers ?? null,
      // Until a person enters its visitors, a site counts as a small one.
      monthlyVisitors: known ?? defaultMonthlyVisitors.small,
      placement: placementOf(url),
    });
    return Math.round(reach.value ?? 0);
  }

  /** A story counts once a day for a site, and once a day for an author where people speak for themselves. */
  #isRepeat({ raw, publishedAt, story }: Met, author: number, site: number): boolean {
    if (story === 0) return false;
    const { zone, write } = this.#workspace;
    const day = zone.day(publishedAt);
    const [column, key] = raw.kind === 'news' || author === 0 ? ['site_key', site] : ['author', author];
    const before = write.get(
      `SELECT 1 FROM item WHERE story = ? AND story <> 0 AND ${column} = ? AND published_at >= ? AND published_at < ?
       UNION ALL SELECT 1 FROM item WHERE id = ? AND ${column} = ? AND published_at >= ? AND published_at < ? LIMIT 1`,
      [
        story,
        key ?? 0,
        zone.start(day),
        zone.start(day + 1),
        story,
        key ?? 0,
        zone.start(day),
        zone.start(day + 1),
      ],
    );
    return before !== undefined;
  }

  #influence(of: PublisherTotals): number {
    const { siteTotals, write } = this.#workspace;
    if (this.#usual === undefined) this.#usual = usualRate(siteTotals.get(write));
    return loudness(of, this.#usual).value;
  }

  #site(host: string): SiteTotals {
    const known = this.#sites.get(host);
    if (known) return known;
    const { write } = this.#workspace;
    write.run('INSERT INTO site(host) VALUES(?) ON CONFLICT(host) DO NOTHING', [host]);
    const row = write.get<Omit<SiteTotals, 'gained'>>(
      `SELECT key, ${PUBLISHER_TOTALS} FROM site WHERE host = ?`,
      [host],
    );
    const site = { key: 0, ...noTotals, ...row, gained: { ...noTotals } };
    this.#sites.set(host, site);
    return site;
  }

  #author(
    connector: number,
    { ident, name, url, followers }: NonNullable<RawItem['author']>,
    own: { reach: number; interactions: number },
  ): (PublisherTotals & { key: number }) | null {
    return (
      this.#workspace.write.get<PublisherTotals & { key: number }>(
        `INSERT INTO author(connector, ident, name, url, followers, items, log_reach, reach, interactions)
         VALUES(?,?,?,?,?,1,?,?,?)
         ON CONFLICT(connector, ident) DO UPDATE SET name = excluded.name, url = ifnull(excluded.url, url),
           followers = ifnull(excluded.followers, followers), items = items + 1,
           log_reach = log_reach + excluded.log_reach, reach = reach + excluded.reach,
           interactions = interactions + excluded.interactions
         RETURNING key, ${PUBLISHER_TOTALS}`,
        [connector, ident, name, url, followers, Math.log1p(own.reach), own.reach, own.interactions],
      ) ?? null
    );
  }
}

function grow(
  totals: PublisherTotals,
  { reach, interactions }: { reach: number; interactions: number },
): void {
  totals.items += 1;
  totals.logReach += Math.log1p(reach);
  totals.reach += reach;
  totals.interactions += interactions;
}
