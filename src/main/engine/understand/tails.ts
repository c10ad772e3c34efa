/**
 * Upper tails of the distributions that counts follow. Everything is a natural logarithm, because the tail of a
 * real crisis is far below the smallest number a double holds.
 */

/** ln Γ(x) for x > 0, to about 1e-12: Stirling's series after shifting x above 10 (Abramowitz & Stegun 6.1.41). */
export function lnGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += Math.log(at);
    at += 1;
  }
  const square = at * at;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Terms beyond this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-17;
const MAX_TERMS = 100_000;

/** Sums a tail whose first term is `exp(first)` and whose n-th ratio of neighbours is `ratio(n)`. */
function sumUp(first: number, ratio: (n: number) => number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MAX_TERMS; n += 1) {
    term *= ratio(n);
    sum += term;
    if (term < sum * NEGLIGIBLE) break;
  }
  return Math.min(0, first + Math.log(sum));
}

/** ln P(X ≥ count) for X Poisson of `mean` > 0; `count` a whole number ≥ 0. */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 0;
  const at = count * Math.log(mean) - mean - lnGamma(count + 1);
  return sumUp(at, (n) => mean / (count + n + 1));
}

/**
 * ln P(X ≥ count) for X negative binomial with `mean` > 0 and `variance`; Poisson where the variance does not
 * exceed the mean. Example: mean 2, variance 4, count 6 → P = 1/16.
 */
export function negativeBinomialTail(count: number, mean: number, variance: number): number {
  if (!(variance > mean * (1 + 1e-9))) return poissonTail(count, mean);
  if (count <= 0) return 0;
  const size = (mean * mean) / (variance - mean);
  const fail = mean / (mean + size);
  const at =
    lnGamma(count + size) -
    lnGamma(size) -
    lnGamma(count + 1) +
    size * Math.log(size / (mean + size)) +
    count * Math.log(fail);
  return sumUp(at, (n) => (fail * (count + n + size)) / (count + n + 1));
}

/** ln P(X ≥ hits) for X binomial of `trials` with probability `p`, 0 < p < 1. */
export function binomialTail(hits: number, trials: number, p: number): number {
  if (hits <= 0) return 0;
  if (hits > trials) return -Infinity;
  const odds = p / (1 - p);
  const at =
    lnGamma(trials + 1) -
    lnGamma(hits + 1) -
    lnGamma(trials - hits + 1) +
    hits * Math.log(p) +
    (trials - hits) * Math.log(1 - p);
  return sumUp(at, (n) => (odds * (trials - hits - n)) / (hits + n + 1));
}

/** ln of the upper tail of the standard normal at `sigmas`. */
export function normalTail(sigmas: number): number {
  if (sigmas < 0) return Math.log1p(-Math.exp(normalTail(-sigmas)));
  const density = -0.5 * sigmas * sigmas - 0.5 * Math.log(2 * Math.PI);
  if (sigmas < 2.5) {
    // Taylor's series of the area from 0 (Abramowitz & Stegun 26.2.11).
    let term = sigmas;
    let sum = sigmas;
    for (let n = 1; n < 100; n += 1) {
      term *= (sigmas * sigmas) / (2 * n + 1);
      sum += term;
    }
    return Math.log(0.5 - Math.exp(density) * sum);
  }
  // Laplace's continued fraction (26.2.14), from its far end.
  let fraction = 0;
  for (let n = 60; n >= 1; n -= 1) fraction = n / (sigmas + fraction);
  return density - Math.log(sigmas + fraction);
}

/** How many standard deviations of a normal have the same upper tail; `logTail` ≤ ln ½ gives 0 or more. */
export function sigmasOf(logTail: number): number {
  if (logTail >= Math.log(0.5)) return 0;
  let [low, high] = [0, Math.sqrt(-2 * logTail) + 1];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > logTail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
