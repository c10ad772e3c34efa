import type { WriteHandle } from './handles.ts';
import type { ZoneDays } from './zone.ts';

const HOUR = 3_600_000;
const COLUMNS = 'negative, neutral, positive, undefined, reach, interactions';

/** One mention as the roll-ups see it. */
export interface RollupEntry {
  brand: number;
  connector: number;
  publishedAt: number;
  /** 0 negative, 1 neutral, 2 positive, 3 undefined. */
  sentiment: number;
  reach: number;
  interactions: number;
}

/**
 * Sums of one transaction, written at its end: a batch of hundreds of mentions touches a few dozen rows, so
 * dashboards stay exact at almost no cost.
 */
export class RollupBatch {
  readonly #zone: ZoneDays;
  readonly #hours = new Map<string, number[]>();
  readonly #days = new Map<string, number[]>();
  readonly #states = new Map<string, number>();

  constructor(zone: ZoneDays) {
    this.#zone = zone;
  }

  /** Counts a mention in (`sign` 1) or out (−1). */
  add(entry: RollupEntry, sign: 1 | -1): void {
    const hour = Math.floor(entry.publishedAt / HOUR);
    const day = this.#zone.day(entry.publishedAt);
    const sums = [0, 0, 0, 0, sign * entry.reach, sign * entry.interactions];
    sums[entry.sentiment] = sign;
    accumulate(this.#hours, `${entry.brand} ${hour} ${entry.connector}`, sums);
    accumulate(this.#days, `${entry.brand} ${day} ${entry.connector}`, sums);
  }

  /** Changes reach or interactions of a mention counted before. */
  adjust(
    entry: Pick<RollupEntry, 'brand' | 'connector' | 'publishedAt'>,
    reach: number,
    interactions: number,
  ): void {
    const sums = [0, 0, 0, 0, reach, interactions];
    const hour = Math.floor(entry.publishedAt / HOUR);
    accumulate(this.#hours, `${entry.brand} ${hour} ${entry.connector}`, sums);
    accumulate(this.#days, `${entry.brand} ${this.#zone.day(entry.publishedAt)} ${entry.connector}`, sums);
  }

  /** Counts a mention of `brand` into or out of a triage state. */
  state(brand: number, state: number, sign: 1 | -1): void {
    const key = `${brand} ${state}`;
    this.#states.set(key, (this.#states.get(key) ?? 0) + sign);
  }

  flush(write: WriteHandle): void {
    writeSums(write, 'mention_hour', 'hour', this.#hours);
    writeSums(write, 'mention_day', 'day', this.#days);
    for (const [key, n] of this.#states) {
      if (n === 0) continue;
      const [brand = 0, state = 0] = key.split(' ').map(Number);
      write.run(
        'INSERT INTO mention_count(brand, state, n) VALUES(?,?,?) ON CONFLICT(brand, state) DO UPDATE SET n = n + excluded.n',
        [brand, state, n],
      );
    }
    this.#hours.clear();
    this.#days.clear();
    this.#states.clear();
  }
}

function accumulate(into: Map<string, number[]>, key: string, sums: readonly number[]): void {
  const known = into.get(key);
  if (known) sums.forEach((value, index) => (known[index] = (known[index] ?? 0) + value));
  else into.set(key, [...sums]);
}

function writeSums(
  write: WriteHandle,
  table: 'mention_hour' | 'mention_day',
  time: 'hour' | 'day',
  rows: Map<string, number[]>,
): void {
  for (const [key, sums] of rows) {
    if (sums.every((value) => value === 0)) continue;
    write.run(
      `INSERT INTO ${table}(brand, ${time}, connector, ${COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?)
       ON CONFLICT(brand, ${time}, connector) DO UPDATE SET negative = negative + excluded.negative,
         neutral = neutral + excluded.neutral, positive = positive + excluded.positive,
         undefined = undefined + excluded.undefined, reach = reach + excluded.reach,
         interactions = interactions + excluded.interactions`,
      [...key.split(' ').map(Number), ...sums],
    );
  }
}

const MENTION_ROWS = `SELECT m.brand, m.connector, m.sentiment, m.state, m.folded, i.published_at AS publishedAt, i.reach,
  ifnull(i.reactions, 0) + ifnull(i.comments, 0) + ifnull(i.shares, 0) AS interactions
  FROM mention m JOIN item i ON i.id = m.item WHERE m.shelf = 0`;

/** Counts everything anew from the mentions: after a change of zone, or to repair. */
export function rebuildRollups(write: WriteHandle, zone: ZoneDays): void {
  write.transaction(() => {
    write.exec('DELETE FROM mention_hour; DELETE FROM mention_day; DELETE FROM mention_count');
    recount(write, zone).flush(write);
  });
}

/** True when the stored roll-ups equal a full recount, row by row, in both directions. */
export function rollupsHold(write: WriteHandle, zone: ZoneDays): boolean {
  const copies = ['mention_hour', 'mention_day', 'mention_count'] as const;
  let equal = true;
  const differs = new Error('rolled back on purpose');
  try {
    write.transaction(() => {
      for (const table of copies) {
        write.exec(
          `CREATE TEMP TABLE kept_${table} AS SELECT * FROM main.${table}; DELETE FROM main.${table}`,
        );
      }
      recount(write, zone).flush(write);
      for (const table of copies) {
        // Rows that sank to zero may stay; they say the same as no row.
        const nonZero =
          table === 'mention_count'
            ? 'n <> 0'
            : 'negative + neutral + positive + undefined + reach + interactions <> 0';
        const one = `SELECT * FROM main.${table} WHERE ${nonZero}`;
        const two = `SELECT * FROM temp.kept_${table} WHERE ${nonZero}`;
        const rows = write.get<{ n: number }>(
          `SELECT (SELECT count(*) FROM (${one} EXCEPT ${two})) + (SELECT count(*) FROM (${two} EXCEPT ${one})) AS n`,
        );
        if ((rows?.n ?? 1) !== 0) equal = false;
      }
      throw differs;
    });
  } catch (error) {
    if (error !== differs) throw error;
  }
  return equal;
}

function recount(write: WriteHandle, zone: ZoneDays): RollupBatch {
  const batch = new RollupBatch(zone);
  for (const row of write.iterate<RollupEntry & { state: number; folded: number }>(MENTION_ROWS)) {
    batch.add(row, 1);
    if (row.folded !== 1) batch.state(row.brand, row.state, 1);
  }
  return batch;
}
