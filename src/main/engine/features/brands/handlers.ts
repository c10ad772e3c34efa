import { v7 as uuidv7 } from 'uuid';
import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { isSample } from '../../storage/workspace-values.ts';
import { diffQuery } from './diff.ts';
import { previewQuery } from './preview.ts';
import { listBrands } from './queries.ts';
import { parseOrThrow } from './query-change.ts';

interface NewQuery {
  name: string;
  kind: string;
  text: string;
}

function insertQuery(change: Change, brandId: string, query: NewQuery, now: number): string {
  const id = uuidv7();
  change.insert('query', {
    id,
    brand_id: brandId,
    name: query.name,
    kind: query.kind,
    text: query.text,
    created_at: now,
  });
  return id;
}

/** A competitor needs an own brand to be compared with; an own brand has none. */
function checkOwner(
  change: Change,
  role: string,
  ownerId: string | null,
  selfId: string | null,
): string | null {
  if (role === 'own') return null;
  if (ownerId === null) {
    throw new EarshotError('invalid', 'Choose which of your brands this competitor is compared with.', {
      details: { field: 'ownerId' },
    });
  }
  const owner = change.write.get<{ role: string }>('SELECT role FROM brand WHERE id = ?', [ownerId]);
  if (!owner || owner.role !== 'own' || ownerId === selfId) {
    throw new EarshotError('invalid', 'A competitor can only be compared with one of your own brands.', {
      details: { field: 'ownerId' },
    });
  }
  return ownerId;
}

/** The first palette place no active brand has; 0 is the accent and goes to the first own brand. */
function freeColor(change: Change): number {
  const taken = new Set(
    change.write
      .all<{ color: number }>('SELECT color FROM brand WHERE archived_at IS NULL')
      .map(({ color }) => color),
  );
  let color = 0;
  while (taken.has(color) && color < 31) color += 1;
  return color;
}

const NOTHING_CHANGED = { changeId: null };

function undoable(context: CommandContext, work: (change: Change) => void): { changeId: string | null } {
  const { changeId } = context.change(work);
  return changeId === null ? NOTHING_CHANGED : { changeId };
}

export const brandHandlers = {
  'brands.list': ({ archived }, { read, matchJobId }) => ({ brands: listBrands(read, archived), matchJobId }),

  'brands.create': (input, context) => {
    if (isSample(context.read)) {
      throw new EarshotError(
        'refused',
        'This is the sample hotel. Start your own workspace to add your brands: nothing of the sample comes along.',
      );
    }
    if (input.query) parseOrThrow(input.query.text);
    const brandId = uuidv7();
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      const ownerId = checkOwner(change, input.role, input.ownerId, null);
      change.insert('brand', {
        id: brandId,
        name: input.name,
        role: input.role,
        owner_id: ownerId,
        color: freeColor(change),
        created_at: now,
        archived_at: null,
      });
      if (input.query) insertQuery(change, brandId, input.query, now);
    });
    return { brandId, changeId: changeId ?? brandId };
  },

  'brands.update': (input, context) =>
    undoable(context, (change) => {
      const row = change.write.get<{ role: string; owner_id: string | null }>(
        'SELECT role, owner_id FROM brand WHERE id = ?',
        [input.brandId],
      );
      if (!row) throw new EarshotError('not-found', 'This brand no longer exists.');
      const role = input.role ?? row.role;
      const ownerId = checkOwner(
        change,
        role,
        input.ownerId === undefined ? row.owner_id : input.ownerId,
        input.brandId,
      );
      if (role === 'competitor' && row.role === 'own') refuseWithCompetitors(change, input.brandId);
      change.update('brand', input.brandId, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.color === undefined ? {} : { color: input.color }),
        role,
        owner_id: ownerId,
      });
    }),

  'brands.archive': ({ brandId, archived }, context) =>
    undoable(context, (change) => {
      change.update('brand', brandId, { archived_at: archived ? context.ports.clock.now() : null });
    }),

  'queries.create': ({ brandId, ...query }, context) => {
    parseOrThrow(query.text);
    let queryId = '';
    const { changeId } = context.change((change) => {
      const brand = change.write.get('SELECT 1 FROM brand WHERE id = ?', [brandId]);
      if (!brand) throw new EarshotError('not-found', 'This brand no longer exists.');
      queryId = insertQuery(change, brandId, query, context.ports.clock.now());
    });
    return { queryId, changeId: changeId ?? queryId };
  },

  'queries.update': ({ queryId, ...patch }, context) => {
    if (patch.text !== undefined) parseOrThrow(patch.text);
    return undoable(context, (change) => {
      change.update('query', queryId, definedOf(patch));
    });
  },

  'queries.remove': ({ queryId }, context) =>
    undoable(context, (change) => {
      change.remove('query', queryId);
    }),

  'queries.preview': (input, { read, signal, ports }) =>
    previewQuery(read, input, signal, () => ports.clock.now()),

  'queries.diff': diffQuery,

  'queries.resume': (_input, context) => ({ jobId: context.rematch() }),

  'queries.rematch': (_input, context) => {
    context.workspace.write.run(
      'INSERT INTO brand_pending(brand) SELECT key FROM brand WHERE archived_at IS NULL ON CONFLICT(brand) DO UPDATE SET revision = revision + 1',
    );
    return { jobId: context.rematch() };
  },
} satisfies Handlers<
  | 'brands.list'
  | 'brands.create'
  | 'brands.update'
  | 'brands.archive'
  | 'queries.create'
  | 'queries.update'
  | 'queries.remove'
  | 'queries.preview'
  | 'queries.diff'
  | 'queries.resume'
  | 'queries.rematch'
>;

function refuseWithCompetitors(change: Change, brandId: string): void {
  if (change.write.get('SELECT 1 FROM brand WHERE owner_id = ?', [brandId])) {
    throw new EarshotError('refused', 'This brand has competitors of its own. Move or archive them first.');
  }
}

/** Leaves out what was not given: a patch must not set a column to undefined. */
function definedOf(patch: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(patch).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
