import type { ItemKind } from '#shared/model/item.ts';
import { bands, BANDS, DUPLICATE, similarity, type Signature } from '../understand/duplicates.ts';

/** Copies of a story come within days; what is older is another story told in the same words. */
const WINDOW_MS = 7 * 86_400_000;
/** Texts with fewer words say the same by chance. */
const LEAST_WORDS = 6;
/**
 * Two guests may praise the same breakfast in nearly the same words, and one paper writes about the weather in the
 * words of yesterday: of a review, and of what one publisher says again, only a plain repetition is a copy.
 */
const REPEATED_LIKENESS = 0.9;
/** Items a generation holds; two generations are kept, about 12 MB at most. */
const GENERATION = 8192;
const HEADS = 1 << 17;
/** Candidates compared at most, the newest first: a flood of texts all alike must not cost more with each. */
const MOST_COMPARED = 48;

/** A mention as stories are told apart. */
export interface Told {
  id: number;
  /** UTC milliseconds. */
  publishedAt: number;
  kind: ItemKind;
  /** Who said it: the site of an article, the person of anything else. */
  publisher: string;
  signature: Signature;
}

/**
 * Finds, among the mentions of the last days, one that tells the same story. Lives in memory only: bands of the
 * signatures lead to candidates, their likeness decides. Forgets the oldest generation when one is full.
 */
export class StoryIndex {
  /** False until what was stored before the start has been learnt again. */
  warm = false;
  #current = new Generation();
  #before = new Generation();

  /** Id of the likest item told within seven days of `publishedAt`; null where there is none. */
  find(told: Omit<Told, 'id'>): number | null {
    if (told.signature.words < LEAST_WORDS) return null;
    const keys = bands(told.signature);
    const found = [this.#current.likest(told, keys), this.#before.likest(told, keys)].filter(
      (one) => one !== null,
    );
    found.sort((a, b) => b.likeness - a.likeness || a.id - b.id);
    return found[0]?.id ?? null;
  }

  add(told: Told): void {
    if (told.signature.words < LEAST_WORDS) return;
    if (this.#current.full) {
      this.#before = this.#current;
      this.#current = new Generation();
    }
    this.#current.add(told);
  }
}

/** How alike two texts must be to be one story. */
const threshold = (a: Omit<Told, 'id'>, b: Omit<Told, 'id'>): number =>
  a.kind === 'review' || a.publisher === b.publisher ? REPEATED_LIKENESS : DUPLICATE;

/** The publisher of an item, as stories tell them apart. */
export const publisherOf = (kind: ItemKind, site: string, author: string | null): string =>
  kind === 'news' || author === null ? site : `${site} ${author}`;

/** Chains of items per band in plain arrays: a map of forty keys an item would take ten times the memory. */
class Generation {
  readonly #told: Told[] = [];
  #heads: Int32Array | null = null;
  #next = new Int32Array(0);
  #keys = new Uint32Array(0);

  get full(): boolean {
    return this.#told.length >= GENERATION;
  }

  add(told: Told): void {
    this.#heads ??= new Int32Array(HEADS).fill(-1);
    if ((this.#told.length + 1) * BANDS > this.#next.length) this.#grow();
    const at = this.#told.length;
    this.#told.push(told);
    bands(told.signature).forEach((key, band) => {
      const node = at * BANDS + band;
      this.#keys[node] = key;
      this.#next[node] = this.#heads?.[key % HEADS] ?? -1;
      if (this.#heads) this.#heads[key % HEADS] = node;
    });
  }

  likest(wanted: Omit<Told, 'id'>, keys: Uint32Array): { id: number; likeness: number } | null {
    if (this.#heads === null) return null;
    const looked = new Set<number>();
    let best: { id: number; likeness: number } | null = null;
    for (const key of keys) {
      for (let node = this.#heads[key % HEADS] ?? -1; node >= 0; node = this.#next[node] ?? -1) {
        if (this.#keys[node] !== key) continue;
        const at = Math.floor(node / BANDS);
        if (looked.has(at)) continue;
        if (looked.size === MOST_COMPARED) return best;
        looked.add(at);
        const one = this.#told[at];
        if (!one || one.kind !== wanted.kind || Math.abs(one.publishedAt - wanted.publishedAt) > WINDOW_MS)
          continue;
        const likeness = similarity(one.signature, wanted.signature);
        if (likeness < threshold(one, wanted)) continue;
        if (best === null || likeness > best.likeness || (likeness === best.likeness && one.id < best.id)) {
          best = { id: one.id, likeness };
        }
      }
    }
    return best;
  }

  #grow(): void {
    const size = Math.min(GENERATION, Math.max(256, this.#told.length * 2)) * BANDS;
    const next = new Int32Array(size);
    const keys = new Uint32Array(size);
    next.set(this.#next);
    keys.set(this.#keys);
    this.#next = next;
    this.#keys = keys;
  }
}
