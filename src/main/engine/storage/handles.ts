import type BetterSqlite from 'better-sqlite3';

export type SqlValue = string | number | bigint | null | Uint8Array;
type Parameters = readonly SqlValue[] | Record<string, SqlValue>;

/**
 * Reads only. A query handler gets this and nothing else, so that writing in a read does not compile;
 * the connection beneath is opened `query_only` as well.
 */
export interface ReadHandle {
  all<Row>(sql: string, parameters?: Parameters): Row[];
  get<Row>(sql: string, parameters?: Parameters): Row | undefined;
  iterate<Row>(sql: string, parameters?: Parameters): IterableIterator<Row>;
}

/** Reads and writes. `transaction` commits whole or not at all, and nests by joining the outer one. */
export interface WriteHandle extends ReadHandle {
  run(sql: string, parameters?: Parameters): { changes: number; lastInsertRowid: number };
  exec(sql: string): void;
  transaction<T>(work: () => T): T;
}

/** One connection with its prepared statements kept: preparing costs more than most of our statements. */
export class SqliteHandle implements WriteHandle {
  readonly #database: BetterSqlite.Database;
  readonly #statements = new Map<string, BetterSqlite.Statement>();

  constructor(database: BetterSqlite.Database) {
    this.#database = database;
  }

  #prepare(sql: string): BetterSqlite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      // Filters make SQL of many shapes; the cache must not grow with them.
      if (this.#statements.size > 400) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all<Row>(sql: string, parameters: Parameters = []): Row[] {
    return this.#prepare(sql).all(parameters) as Row[];
  }

  get<Row>(sql: string, parameters: Parameters = []): Row | undefined {
    return this.#prepare(sql).get(parameters) as Row | undefined;
  }

  /** A statement of its own: an iterator keeps its statement busy while the loop runs other SQL. */
  iterate<Row>(sql: string, parameters: Parameters = []): IterableIterator<Row> {
    return this.#database.prepare(sql).iterate(parameters) as IterableIterator<Row>;
  }

  run(sql: string, parameters: Parameters = []): { changes: number; lastInsertRowid: number } {
    const result = this.#prepare(sql).run(parameters);
    return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  transaction<T>(work: () => T): T {
    if (this.#database.inTransaction) return work();
    return this.#database.transaction(work).immediate();
  }
}
