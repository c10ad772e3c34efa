import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { EarshotError } from '#shared/model/result.ts';
import { ENTITIES, type Entity } from './entities.ts';
import type { ReadHandle, SqlValue, WriteHandle } from './handles.ts';
import { RollupBatch } from './rollups.ts';
import { readWorkspaceValue } from './workspace-values.ts';
import type { ZoneDays } from './zone.ts';

export const MENTION_ENTITY = 'mention';
/** What rules did by themselves: taken back by its id, never by an undo that means one's own last step. */
export const RULES_APPLIED = 'rules.applied';
const Cell = z.union([z.string(), z.number(), z.null()]);
const Row = z.record(z.string(), Cell);
type Row = z.infer<typeof Row>;

export interface LogEntry {
  entity: string;
  entityId: string;
  field: string;
  old: string | null;
  new: string | null;
}

/**
 * One command's writes. Every change of a user-made row goes through here and is logged in the same transaction,
 * so that undo, the audit trail and a later merge of two workspaces all read one log.
 */
export class Change {
  readonly id: string;
  readonly write: WriteHandle;
  /** Items whose facets must be indexed again before the commit. */
  readonly touchedItems = new Set<number>();
  /** Brand ids that must be matched again over everything stored. */
  readonly rematch = new Set<string>();
  /** Authors and sites whose blocks changed, so that their stored mentions must follow. */
  readonly blocked: { kind: string; connector: string; ident: string }[] = [];
  /** What kinds of things changed, for the window's caches. */
  readonly entities = new Set<string>();
  #rollups: RollupBatch | null = null;
  #entries = 0;
  readonly #log: (entry: LogEntry) => void;

  constructor(write: WriteHandle, id: string, log: (entry: LogEntry) => void) {
    this.write = write;
    this.id = id;
    this.#log = log;
  }

  get empty(): boolean {
    return this.#entries === 0;
  }

  /** The sums this change moves, written once before its commit. */
  rollups(zone: ZoneDays): RollupBatch {
    this.#rollups ??= new RollupBatch(zone);
    return this.#rollups;
  }

  flushRollups(): void {
    this.#rollups?.flush(this.write);
  }

  insert(entity: Entity, row: Row): void {
    const columns = ENTITIES[entity];
    const names = columns.join(', ');
    const values: SqlValue[] = columns.map((column) => row[column] ?? null);
    this.write.run(`INSERT INTO ${entity}(${names}) VALUES(${columns.map(() => '?').join(', ')})`, values);
    this.record(entity, String(row['id']), '*', null, row);
    this.#afterRow(entity, row);
  }

  /** Changes only what differs. @returns whether anything did. */
  update(entity: Entity, id: string, patch: Row): boolean {
    const before = this.#row(entity, id);
    let changed = false;
    for (const [column, value] of Object.entries(patch)) {
      const known = ENTITIES[entity].find((name) => name === column);
      if (!known || before[known] === value) continue;
      this.write.run(`UPDATE ${entity} SET ${known} = ? WHERE id = ?`, [value, id]);
      this.record(entity, id, known, before[known] ?? null, value);
      changed = true;
    }
    if (changed) this.#afterRow(entity, { ...before, ...patch }, before);
    return changed;
  }

  remove(entity: Entity, id: string): void {
    const before = this.#row(entity, id);
    this.write.run(`DELETE FROM ${entity} WHERE id = ?`, [id]);
    this.record(entity, id, '*', before, null);
    this.#afterRow(entity, before);
  }

  /** Logs a change that the caller has written itself (mentions: their tables are not plain rows). */
  record(entity: string, entityId: string, field: string, before: unknown, after: unknown): void {
    this.#entries += 1;
    this.entities.add(entity);
    this.#log({
      entity,
      entityId,
      field,
      old: before === null ? null : JSON.stringify(before),
      new: after === null ? null : JSON.stringify(after),
    });
  }

  #row(entity: Entity, id: string): Row {
    const row = this.write.get(`SELECT ${ENTITIES[entity].join(', ')} FROM ${entity} WHERE id = ?`, [id]);
    if (row === undefined) {
      throw new EarshotError(
        'not-found',
        `This ${entity} no longer exists. It may have been removed meanwhile.`,
        {
          details: { entity, id },
        },
      );
    }
    return Row.parse(row);
  }

  #afterRow(entity: Entity, row: Row, before: Row = row): void {
    if (entity === 'query') this.rematch.add(String(row['brand_id']));
    if (entity === 'brand') this.rematch.add(String(row['id']));
    // What is seen there is about another brand now: both must be looked at again.
    if (entity === 'source' && row['about_brand'] !== before['about_brand']) {
      for (const brand of [row['about_brand'], before['about_brand']]) {
        if (typeof brand === 'string') this.rematch.add(brand);
      }
    }
    if (entity === 'block') {
      this.blocked.push({
        kind: String(row['kind']),
        connector: String(row['connector']),
        ident: String(row['ident']),
      });
    }
  }
}

/** A hybrid logical clock: never behind the wall clock, never twice the same, sortable as text. */
export class LogicalClock {
  #last: number;
  #counter = 0;
  readonly #now: () => number;

  constructor(now: () => number, lastStamp: string | null) {
    this.#now = now;
    this.#last = lastStamp === null ? 0 : Number.parseInt(lastStamp.slice(0, 12), 16);
    this.#counter = lastStamp === null ? 0 : Number.parseInt(lastStamp.slice(13, 17), 16);
  }

  next(): string {
    const wall = this.#now();
    if (wall > this.#last) {
      this.#last = wall;
      this.#counter = 0;
    } else if (this.#counter < 0xffff) {
      this.#counter += 1;
    } else {
      this.#last += 1;
      this.#counter = 0;
    }
    return `${this.#last.toString(16).padStart(12, '0')}-${this.#counter.toString(16).padStart(4, '0')}`;
  }
}

export interface ChangeOptions {
  request: string;
  undoable: boolean;
  undoes?: string;
}

export class ChangeLog {
  readonly #write: WriteHandle;
  readonly #clock: LogicalClock;
  readonly #now: () => number;

  constructor(write: WriteHandle, now: () => number) {
    this.#write = write;
    this.#now = now;
    const last = write.get<{ hlc: string }>('SELECT hlc FROM change_log ORDER BY seq DESC LIMIT 1');
    this.#clock = new LogicalClock(now, last?.hlc ?? null);
  }

  /** Starts a change inside the caller's transaction. */
  begin(options: ChangeOptions): Change {
    const id = uuidv7();
    const device = readWorkspaceValue(this.#write, 'device') ?? '';
    let opened = false;
    return new Change(this.#write, id, (entry) => {
      if (!opened) {
        opened = true;
        this.#write.run('INSERT INTO change(id, request, at, undoable, undoes) VALUES(?,?,?,?,?)', [
          id,
          options.request,
          this.#now(),
          options.undoable ? 1 : 0,
          options.undoes ?? null,
        ]);
      }
      this.#write.run(
        'INSERT INTO change_log(change_id, entity, entity_id, field, old, new, device, hlc) VALUES(?,?,?,?,?,?,?,?)',
        [id, entry.entity, entry.entityId, entry.field, entry.old, entry.new, device, this.#clock.next()],
      );
    });
  }
}

export interface ChangeRow {
  id: string;
  request: string;
  at: number;
  undoable: number;
  undone: number;
  count: number;
}

const CHANGE_ROWS = `SELECT c.id, c.request, c.at, c.undoable,
  EXISTS(SELECT 1 FROM change u WHERE u.undoes = c.id) AS undone,
  (SELECT count(*) FROM change_log l WHERE l.change_id = c.id) AS count FROM change c`;

/** Newest first: change ids are UUIDv7, so their order is the order in time. */
export function listChanges(read: ReadHandle, limit: number): ChangeRow[] {
  return read.all<ChangeRow>(`${CHANGE_ROWS} WHERE c.undoes IS NULL ORDER BY c.id DESC LIMIT ?`, [limit]);
}

export function findUndoable(read: ReadHandle, changeId: string | null): ChangeRow | undefined {
  if (changeId !== null) return read.get<ChangeRow>(`${CHANGE_ROWS} WHERE c.id = ?`, [changeId]);
  return read.get<ChangeRow>(
    `${CHANGE_ROWS} WHERE c.undoable = 1 AND c.undoes IS NULL AND c.request <> '${RULES_APPLIED}'
       AND NOT EXISTS(SELECT 1 FROM change u WHERE u.undoes = c.id) ORDER BY c.id DESC LIMIT 1`,
  );
}

/**
 * Puts back what `changeId` changed, newest entry first, as a change of its own.
 * @param mention applies one field of a mention, since those are not plain rows
 * @throws EarshotError `conflict` when something later stands in the way
 */
export function undoInto(
  change: Change,
  changeId: string,
  mention: (change: Change, entityId: string, field: string, value: unknown) => void,
): void {
  const entries = change.write.all<LogEntry>(
    'SELECT entity, entity_id AS entityId, field, old, new FROM change_log WHERE change_id = ? ORDER BY seq DESC',
    [changeId],
  );
  for (const entry of entries) {
    const old: unknown = entry.old === null ? null : JSON.parse(entry.old);
    if (entry.entity === MENTION_ENTITY) {
      mention(change, entry.entityId, entry.field, old);
      continue;
    }
    const { entity } = entry;
    if (!isEntity(entity)) continue;
    // Putting a sent thing back into the queue would send it twice.
    if (entity === 'action') {
      throw new EarshotError(
        'conflict',
        'What was handed to the outbox cannot be undone. Cancel it there instead.',
      );
    }
    if (isHandedOver(change.write, entity, entry.entityId)) {
      throw new EarshotError(
        'conflict',
        'This post was handed to the outbox since then. Take it back in the calendar first.',
      );
    }
    try {
      if (entry.field !== '*') change.update(entity, entry.entityId, { [entry.field]: Cell.parse(old) });
      else if (old === null) change.remove(entity, entry.entityId);
      else change.insert(entity, Row.parse(old));
    } catch (error) {
      throw new EarshotError(
        'conflict',
        'This can no longer be taken back, because something made later depends on it.',
        {
          cause: error,
        },
      );
    }
  }
}

/** Whether a post, or a variant of one, is in the outbox or out: what went out must stay as it went out. */
function isHandedOver(read: ReadHandle, entity: Entity, id: string): boolean {
  if (entity !== 'post' && entity !== 'variant') return false;
  const variants = entity === 'variant' ? '?' : 'SELECT id FROM variant WHERE post_id = ?';
  return (
    read.get(`SELECT 1 FROM action WHERE variant_id IN (${variants}) AND state <> 'cancelled'`, [id]) !==
    undefined
  );
}

const isEntity = (name: string): name is Entity => Object.hasOwn(ENTITIES, name);
