import type { InfluenceBy, ReachBy } from '#shared/contract/mentions.ts';
import type { ItemKind } from '#shared/model/item.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { influenceOf } from '../../understand/influence.ts';
import { defaultMonthlyVisitors, placementOf, reachOf } from '../../understand/reach.ts';

interface Of {
  id: number;
  kind: ItemKind;
  url: string;
  site: string;
  /** 0 where the author is not known. */
  authorKey: number;
  /** People, as stored. */
  reach: number;
  views: number | null;
  followers: number | null;
}

/** How the reach of an item comes about, from what is known of it now. */
export function reachBy(read: ReadHandle, item: Of): ReachBy {
  const { kind, views, followers } = item;
  const monthlyVisitors =
    read.get<{ n: number | null }>('SELECT monthly_visitors AS n FROM site_profile WHERE id = ?', [item.site])
      ?.n ?? defaultMonthlyVisitors.small;
  const found = reachOf({ kind, views, followers, monthlyVisitors, placement: placementOf(item.url) });
  const used = (name: string): number | null => found.inputs[name] ?? null;
  const repeats = item.reach === 0 && (found.value ?? 0) > 0;
  return {
    formula: repeats ? 'repeat' : found.formula === 'reply' ? 'unknown' : found.formula,
    views: used('views'),
    followers: used('followers'),
    monthlyVisitors: found.formula === 'site' || found.formula === 'forum' ? monthlyVisitors : null,
    share: used('share') ?? used('probability'),
  };
}

/** What the influence of whoever is heard through an item is worked out from: the author, of an article the site. */
export function influenceBy(read: ReadHandle, item: Of): InfluenceBy {
  const of = item.kind !== 'news' && item.authorKey !== 0 ? 'author' : 'site';
  const totals = read.get<{ items: number; logReach: number; reach: number; interactions: number }>(
    `SELECT items, log_reach AS logReach, reach, interactions FROM ${of} WHERE ${of === 'author' ? 'key' : 'host'} = ?`,
    [of === 'author' ? item.authorKey : item.site],
  ) ?? { items: 0, logReach: 0, reach: 0, interactions: 0 };
  const all = read.get<{ reach: number; interactions: number }>(
    'SELECT ifnull(sum(reach), 0) AS reach, ifnull(sum(interactions), 0) AS interactions FROM site',
  );
  const typicalReach = Math.expm1(totals.logReach / Math.max(1, totals.items));
  const { reachPart, interactionFactor } = influenceOf({
    typicalReach,
    interactionRate: totals.reach > 0 ? totals.interactions / totals.reach : null,
    usualRate: all && all.reach > 0 ? all.interactions / all.reach : null,
  });
  return { of, items: totals.items, typicalReach, reachPart, interactionFactor };
}
