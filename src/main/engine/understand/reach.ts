import type { ItemKind } from '#shared/model/item.ts';

/** Share of an account's followers that one post reaches: Sprinklr's published earned-impression curve. */
export interface FollowerCurve {
  below: { followers: number; share: number };
  above: { followers: number; share: number };
}

/** Coefficients of reach; all of them are settings. */
export interface ReachSettings {
  followers: FollowerCurve;
  /** A reply or comment reaches this share of what its parent reaches. */
  replyShare: number;
  /** Probability that a visitor reads an item, by where the site placed it. */
  placement: Readonly<Record<Placement, number>>;
  /** Daily visitors of a forum are divided by this for one thread (Notified's definition). */
  forumDivisor: number;
}

export type Placement = 'home' | 'section' | 'deep';

export const defaultReach: ReachSettings = {
  followers: { below: { followers: 100_000, share: 0.15 }, above: { followers: 10_000_000, share: 0.06 } },
  replyShare: 0.1,
  placement: { home: 1, section: 0.3, deep: 0.05 },
  forumDivisor: 1000,
};

/** How large a site is, where nobody entered its visitors. */
export type SiteRank = 'global' | 'national' | 'regional' | 'local' | 'small';

/**
 * Monthly visitors assumed for a site of a class. Orders of magnitude of our own, meant to be edited: a number
 * the user enters for a site always wins.
 */
export const defaultMonthlyVisitors: Readonly<Record<SiteRank, number>> = {
  global: 100_000_000,
  national: 10_000_000,
  regional: 1_000_000,
  local: 100_000,
  small: 5_000,
};

/** How reach was found: shown beside the number. Estimates are printed with `≈`. */
export interface Reach {
  /** People, a whole number from 0; null where nothing is known to estimate from. */
  value: number | null;
  estimated: boolean;
  formula: 'views' | 'followers' | 'reply' | 'site' | 'forum' | 'unknown';
  inputs: Readonly<Record<string, number>>;
}

const unknown: Reach = { value: null, estimated: true, formula: 'unknown', inputs: {} };
const usable = (n: number | null | undefined): n is number =>
  typeof n === 'number' && Number.isFinite(n) && n >= 0;

/** The share of followers reached, 0.15 below 100,000, 0.06 above 10,000,000, linear between (Sprinklr). */
export function followerShare(followers: number, curve: FollowerCurve = defaultReach.followers): number {
  const { below, above } = curve;
  if (followers <= below.followers) return below.share;
  if (followers >= above.followers) return above.share;
  const part = (followers - below.followers) / (above.followers - below.followers);
  return below.share + part * (above.share - below.share);
}

/**
 * Reach of a social post or a review: shown views where the network reports them, else followers × share
 * (Sprinklr). A reply: its parent's reach × 0.1 unless views are reported. Example: 2,000 followers → ≈ 300.
 */
export function socialReach(
  input: { views: number | null; followers: number | null; parentReach?: number | null },
  settings: ReachSettings = defaultReach,
): Reach {
  if (usable(input.views)) {
    return {
      value: Math.round(input.views),
      estimated: false,
      formula: 'views',
      inputs: { views: input.views },
    };
  }
  if (usable(input.parentReach)) {
    const inputs = { parentReach: input.parentReach, share: settings.replyShare };
    return estimate('reply', input.parentReach * settings.replyShare, inputs);
  }
  if (!usable(input.followers)) return unknown;
  const share = followerShare(input.followers, settings.followers);
  return estimate('followers', input.followers * share, { followers: input.followers, share });
}

/**
 * Reach of a news or web item: the site's monthly visitors ÷ 30 × probability of reading by placement (home 1,
 * section 0.3, deep page 0.05). Example: 3,000,000 visitors a month, section page → ≈ 30,000.
 */
export function siteReach(
  input: { monthlyVisitors: number | null; placement: Placement },
  settings: ReachSettings = defaultReach,
): Reach {
  if (!usable(input.monthlyVisitors)) return unknown;
  const probability = settings.placement[input.placement];
  const inputs = { monthlyVisitors: input.monthlyVisitors, probability };
  return estimate('site', (input.monthlyVisitors / 30) * probability, inputs);
}

/** Reach of a forum item: daily visitors ÷ 1000 (Notified). Example: 600,000 a month = 20,000 a day → ≈ 20. */
export function forumReach(
  input: { monthlyVisitors: number | null },
  settings: ReachSettings = defaultReach,
): Reach {
  if (!usable(input.monthlyVisitors)) return unknown;
  const daily = input.monthlyVisitors / 30;
  return estimate('forum', daily / settings.forumDivisor, { daily, divisor: settings.forumDivisor });
}

/** Where an address stands on its site: the front page, a page one level down, or deeper. */
export function placementOf(url: string): Placement {
  const path = URL.parse(url)?.pathname ?? '/-/-';
  const steps = path.split('/').filter((step) => step !== '').length;
  if (steps === 0) return 'home';
  return steps === 1 && path.endsWith('/') ? 'section' : 'deep';
}

/** What is known of one item; anything not known is null. */
export interface ReachInput {
  kind: ItemKind;
  views: number | null;
  followers: number | null;
  parentReach?: number | null;
  /** From the user's table, or `defaultMonthlyVisitors`; null where the site is not in it. */
  monthlyVisitors: number | null;
  placement: Placement;
}

/** Reach of any item. Reported views win for every kind. */
export function reachOf(input: ReachInput, settings: ReachSettings = defaultReach): Reach {
  if (usable(input.views) || input.kind === 'social' || input.kind === 'review')
    return socialReach(input, settings);
  return input.kind === 'news' ? siteReach(input, settings) : forumReach(input, settings);
}

function estimate(formula: Reach['formula'], value: number, inputs: Reach['inputs']): Reach {
  return { value: Math.round(value), estimated: true, formula, inputs };
}
