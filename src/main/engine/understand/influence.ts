/** Coefficients of influence; all of them are settings. */
export interface InfluenceSettings {
  /** Powers of ten of typical reach that stand for the top of the scale: 7 = ten million. */
  decades: number;
  /** Bounds of the factor for how often the source's items get interaction. */
  leastFactor: number;
  mostFactor: number;
}

export const defaultInfluence: InfluenceSettings = { decades: 7, leastFactor: 0.8, mostFactor: 1.2 };

/** Both parts of an influence figure, so that a profile can show them. */
export interface Influence {
  /** 1…10. */
  value: number;
  /** 0…100, for exports. */
  percent: number;
  /** 1…10 from reach alone. */
  reachPart: number;
  /** 0.8…1.2. */
  interactionFactor: number;
}

/**
 * Influence of a source, 1–10, relative to the sources the workspace knows, like Determ's scale (10 = millions
 * reached): 1 + 9 × clamp(log10(1 + typical reach per item) ÷ 7), × 0.8–1.2 for interaction compared with size.
 * `typicalReach` is the median reach of its items (people); `interactionRate` its interactions ÷ reach and
 * `usualRate` the same over all sources the workspace knows (null where unknown: factor 1).
 * Example: 10,000 reached → 1 + 9 × 4.00004 ÷ 7 ≈ 6.1; with twice the usual interaction ≈ 6.8.
 */
export function influenceOf(
  input: { typicalReach: number; interactionRate: number | null; usualRate: number | null },
  settings: InfluenceSettings = defaultInfluence,
): Influence {
  const reach = Number.isFinite(input.typicalReach) ? Math.max(0, input.typicalReach) : 0;
  const reachPart = 1 + 9 * Math.min(1, Math.log10(1 + reach) / settings.decades);
  const factor = interactionFactor(input.interactionRate, input.usualRate, settings);
  const value = Math.min(10, Math.max(1, reachPart * factor));
  return {
    value,
    percent: Math.round(((value - 1) / 9) * 100),
    reachPart,
    interactionFactor: factor,
  };
}

/**
 * 1 at the usual rate; each doubling adds 0.1 and each halving takes 0.1 away, within the bounds. Nothing known
 * to compare with: 1.
 */
export function interactionFactor(
  rate: number | null,
  usual: number | null,
  settings: InfluenceSettings = defaultInfluence,
): number {
  if (rate === null || usual === null || !(usual > 0) || !(rate >= 0)) return 1;
  if (rate === 0) return settings.leastFactor;
  const factor = 1 + 0.1 * Math.log2(rate / usual);
  return Math.min(settings.mostFactor, Math.max(settings.leastFactor, factor));
}
