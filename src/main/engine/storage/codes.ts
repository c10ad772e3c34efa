import type { ItemKind } from '#shared/model/item.ts';
import type { MentionState, Sentiment, Shelf } from '#shared/contract/mentions.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';

/** Words of the contract as small numbers in the file. The order is part of the file format: only append. */
const STATES = ['new', 'open', 'done', 'snoozed'] as const satisfies readonly MentionState[];
const SENTIMENTS = ['negative', 'neutral', 'positive', 'undefined'] as const satisfies readonly Sentiment[];
const SHELVES = ['main', 'maybe', 'rejected', 'blocked'] as const satisfies readonly Shelf[];
const KINDS = ['news', 'social', 'forum', 'review'] as const satisfies readonly ItemKind[];

export const stateCode = (state: MentionState): number => STATES.indexOf(state);
export const stateOf = (code: number): MentionState => STATES[code] ?? 'open';
export const sentimentCode = (sentiment: Sentiment): number => SENTIMENTS.indexOf(sentiment);
export const sentimentOf = (code: number): Sentiment => SENTIMENTS[code] ?? 'undefined';
export const shelfCode = (shelf: Shelf): number => SHELVES.indexOf(shelf);
export const shelfOf = (code: number): Shelf => SHELVES[code] ?? 'main';
export const kindCode = (kind: ItemKind): number => KINDS.indexOf(kind);
export const kindOf = (code: number): ItemKind => KINDS[code] ?? 'news';

/** Connector ids and languages as numbers, learned as they come. Numbers are never reused. */
export class Dictionary {
  readonly #table: 'connector' | 'language';
  readonly #keys = new Map<string, number>();
  readonly #ids = new Map<number, string>();

  constructor(table: 'connector' | 'language') {
    this.#table = table;
  }

  /** The number of `id`, making one if need be. */
  key(write: WriteHandle, id: string): number {
    const known = this.find(write, id);
    if (known !== null) return known;
    write.run(`INSERT INTO ${this.#table}(id) VALUES(?) ON CONFLICT(id) DO NOTHING`, [id]);
    return this.find(write, id) ?? 0;
  }

  /** The number of `id`, or null when nothing stored has it. */
  find(read: ReadHandle, id: string): number | null {
    const cached = this.#keys.get(id);
    if (cached !== undefined) return cached;
    const row = read.get<{ key: number }>(`SELECT key FROM ${this.#table} WHERE id = ?`, [id]);
    if (!row) return null;
    this.#remember(id, row.key);
    return row.key;
  }

  id(read: ReadHandle, key: number): string {
    const cached = this.#ids.get(key);
    if (cached !== undefined) return cached;
    const row = read.get<{ id: string }>(`SELECT id FROM ${this.#table} WHERE key = ?`, [key]);
    if (!row) return '';
    this.#remember(row.id, key);
    return row.id;
  }

  /** After a rolled-back transaction: forget, so that numbers it made are not used. */
  forget(): void {
    this.#keys.clear();
    this.#ids.clear();
  }

  #remember(id: string, key: number): void {
    this.#keys.set(id, key);
    this.#ids.set(key, id);
  }
}
