import { BUCKETS, SCOPE } from '../features.ts';

/** One labelled text as its features; `label` is an index into the classes. */
export interface Example {
  places: Int32Array;
  values: Float32Array;
  scopes: Uint8Array;
  label: number;
  weight: number;
}

/** Chosen by five-fold cross-validation within the train splits, where neighbouring settings differ by less than 0.5. */
const EPOCHS = 4;
const RATE = 0.05;
const L2 = 1e-5;
const SMOOTHING = 0.1;
/** Features left out at random at each step: it keeps rare n-grams from explaining everything. */
const DROPPED = 0.3;
/** Language and kind features left out as a whole, so that the shared ones stand alone where those are new. */
const SCOPE_DROPPED = 0.5;
const RUNS = 4;

/** mulberry32: small, seeded, the same on every machine. */
export function random(seed: number): () => number {
  let s = seed | 0;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Logits of the three classes. */
export function logitsOf(weights: Float32Array, x: Example): [number, number, number] {
  const logits: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < x.places.length; i += 1) {
    const at = (x.places[i] ?? 0) * 3;
    const value = x.values[i] ?? 0;
    for (let c = 0; c < 3; c += 1) logits[c] = (logits[c] ?? 0) + (weights[at + c] ?? 0) * value;
  }
  return logits;
}

/** Three-class softmax by AdaGrad; the mean of several runs, which for a linear model is again one model. */
export function train(examples: readonly Example[], seed: number): Float32Array {
  const mean = new Float32Array(BUCKETS * 3);
  for (let run = 0; run < RUNS; run += 1) {
    const weights = trainOnce(examples, random(seed + run));
    for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / RUNS;
  }
  return mean;
}

function trainOnce(examples: readonly Example[], next: () => number): Float32Array {
  const weights = new Float32Array(BUCKETS * 3);
  const squares = new Float32Array(BUCKETS * 3).fill(0.5);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, next);
    for (const i of order) {
      const x = examples[i];
      if (x !== undefined) step(weights, squares, thin(x, next));
    }
  }
  return weights;
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

function thin(x: Example, next: () => number): Example {
  const keepLanguage = next() >= SCOPE_DROPPED;
  const keepKind = next() >= SCOPE_DROPPED;
  const values = x.values.map((value, i) => {
    if (x.scopes[i] === SCOPE.language && !keepLanguage) return 0;
    if (x.scopes[i] === SCOPE.kind && !keepKind) return 0;
    return next() < DROPPED ? 0 : value / (1 - DROPPED);
  });
  return { ...x, values };
}

function step(weights: Float32Array, squares: Float32Array, x: Example): void {
  const logits = logitsOf(weights, x);
  const top = Math.max(...logits);
  const e = logits.map((l) => Math.exp(l - top));
  const z = e.reduce((sum, v) => sum + v, 0);
  const wanted = (c: number): number => SMOOTHING / 3 + (c === x.label ? 1 - SMOOTHING : 0);
  const pull = e.map((v, c) => (v / z - wanted(c)) * x.weight);
  for (let i = 0; i < x.places.length; i += 1) {
    const value = x.values[i] ?? 0;
    if (value === 0) continue;
    const at = (x.places[i] ?? 0) * 3;
    for (let c = 0; c < 3; c += 1) {
      const gradient = (pull[c] ?? 0) * value + L2 * (weights[at + c] ?? 0);
      const square = (squares[at + c] ?? 0) + gradient * gradient;
      squares[at + c] = square;
      weights[at + c] = (weights[at + c] ?? 0) - (RATE * gradient) / Math.sqrt(square);
    }
  }
}
