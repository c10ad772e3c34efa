import { v7 as uuidv7 } from 'uuid';
import type { CrisisEntryKind } from '#shared/contract/crisis.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Handlers } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { bringForward, queuesPaused } from '../../storage/queues.ts';
import { parseOrThrow } from '../brands/query-change.ts';
import { countMentions, listMentions } from '../mentions/list.ts';
import { loadRows } from '../mentions/rows.ts';
import { reportOf } from './report.ts';
import { findCrisis, listCrises, threadFilter, type StoredCrisis } from './store.ts';
import { timelineOf } from './timeline.ts';

const TITLE = 120;

interface NewEntry {
  at: number;
  kind: CrisisEntryKind;
  text?: string;
  count?: number;
}

function enter(change: Change, crisisId: string, { at, kind, text = '', count = 0 }: NewEntry): string {
  const id = uuidv7();
  change.insert('crisis_entry', { id, crisis_id: crisisId, at, kind, text, count });
  return id;
}

/** @throws EarshotError `refused` once it has ended */
function stillOpen(crisis: StoredCrisis): StoredCrisis {
  if (crisis.endedAt === null) return crisis;
  throw new EarshotError(
    'refused',
    'This crisis has ended. Undo its end, or open a new crisis room, to change it.',
  );
}

/** @throws EarshotError `invalid` when a text that narrows the thread is no query */
function checkQuery(query: string | undefined): void {
  if (query !== undefined && query !== '') parseOrThrow(query);
}

function titleOf(change: Change, itemId: number): string {
  const item = change.write.get<{ title: string; body: string }>(
    'SELECT title, body FROM item WHERE id = ?',
    [itemId],
  );
  return (item?.title || item?.body || '').slice(0, TITLE);
}

export const crisisHandlers = {
  'crisis.list': (_input, { read }) => ({ crises: listCrises(read), queuesPaused: queuesPaused(read) }),

  'crisis.start': ({ brandId, since, query, language }, context) => {
    checkQuery(query);
    const now = context.ports.clock.now();
    if (since !== undefined && since > now) {
      throw new EarshotError('invalid', 'A crisis cannot begin in the future. Choose an earlier time.', {
        details: { field: 'since' },
      });
    }
    const crisisId = uuidv7();
    const { changeId } = context.change((change) => {
      const brand = change.write.get<{ name: string; role: string }>(
        'SELECT name, role FROM brand WHERE id = ? AND archived_at IS NULL',
        [brandId],
      );
      if (!brand)
        throw new EarshotError('not-found', 'This brand no longer exists.', { details: { brandId } });
      if (brand.role !== 'own') {
        throw new EarshotError('refused', 'A crisis room is for a brand of your own, not for a competitor.');
      }
      if (change.write.get('SELECT 1 FROM crisis WHERE brand_id = ? AND ended_at IS NULL', [brandId])) {
        throw new EarshotError('conflict', `The crisis room of ${brand.name} is open already.`);
      }
      change.insert('crisis', {
        id: crisisId,
        brand_id: brandId,
        started_at: now,
        since: since ?? now,
        ended_at: null,
        query,
        statement: '',
        language,
      });
      enter(change, crisisId, { at: now, kind: 'started' });
      bringForward(change.write, now);
    });
    context.collector.look();
    return { crisisId, changeId: changeId ?? crisisId };
  },

  'crisis.update': ({ crisisId, query, statement, language }, context) => {
    checkQuery(query);
    const { changeId } = context.change((change) => {
      const before = findCrisis(change.write, crisisId);
      change.update('crisis', crisisId, {
        ...(query === undefined ? {} : { query }),
        ...(statement === undefined ? {} : { statement }),
        ...(language === undefined ? {} : { language }),
      });
      if (statement !== undefined && statement !== before.statement) {
        enter(change, crisisId, { at: context.ports.clock.now(), kind: 'statement', text: statement });
      }
    });
    return { changeId };
  },

  'crisis.end': ({ crisisId }, context) => {
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      stillOpen(findCrisis(change.write, crisisId));
      change.update('crisis', crisisId, { ended_at: now });
      enter(change, crisisId, { at: now, kind: 'ended' });
    });
    return { changeId };
  },

  'crisis.pin': ({ crisisId, itemIds }, context) => {
    const now = context.ports.clock.now();
    const { changeId } = context.change((change) => {
      const crisis = findCrisis(change.write, crisisId);
      const fresh = [...new Set(itemIds)].filter((itemId) => {
        if (
          !change.write.get('SELECT 1 FROM mention WHERE brand = ? AND item = ?', [crisis.brandKey, itemId])
        ) {
          throw new EarshotError(
            'not-found',
            `This is no mention of ${crisis.brandName}. Pin it to the crisis room of its own brand.`,
            { details: { itemId } },
          );
        }
        return !pinOf(change, crisisId, itemId);
      });
      for (const item of fresh) {
        change.insert('crisis_pin', { id: uuidv7(), crisis_id: crisisId, item, pinned_at: now });
      }
      const [first] = fresh;
      if (first !== undefined) {
        enter(change, crisisId, {
          at: now,
          kind: 'pinned',
          text: titleOf(change, first),
          count: fresh.length,
        });
      }
    });
    return { changeId };
  },

  'crisis.unpin': ({ crisisId, itemId }, context) => {
    const { changeId } = context.change((change) => {
      const pin = pinOf(change, crisisId, itemId);
      if (!pin) return;
      change.remove('crisis_pin', pin.id);
      const at = context.ports.clock.now();
      enter(change, crisisId, { at, kind: 'unpinned', text: titleOf(change, itemId), count: 1 });
    });
    return { changeId };
  },

  'crisis.pins': ({ crisisId }, { read, view }) => {
    const crisis = findCrisis(read, crisisId);
    const ids = read
      .all<{ item: number }>('SELECT item FROM crisis_pin WHERE crisis_id = ? ORDER BY item DESC', [crisisId])
      .map(({ item }) => item);
    return { rows: loadRows(read, view, ids, { brands: [crisis.brandKey], text: crisis.query }) };
  },

  'crisis.thread': ({ crisisId, after, limit }, { read, view }) => {
    const filter = threadFilter(findCrisis(read, crisisId));
    return { ...listMentions(read, view, { filter, after, limit }), ...countMentions(read, view, filter) };
  },

  'crisis.timeline': ({ crisisId }, { read, ports }) => ({
    entries: timelineOf(read, findCrisis(read, crisisId), ports.clock.now()),
  }),

  'crisis.note': ({ crisisId, text, at }, context) => {
    const now = context.ports.clock.now();
    let entryId = '';
    const { changeId } = context.change((change) => {
      findCrisis(change.write, crisisId);
      entryId = enter(change, crisisId, { at: Math.min(at ?? now, now), kind: 'note', text });
    });
    return { entryId, changeId: changeId ?? entryId };
  },

  'crisis.removeNote': ({ entryId }, context) => ({
    changeId: context.change((change) => {
      const entry = change.write.get<{ kind: string }>('SELECT kind FROM crisis_entry WHERE id = ?', [
        entryId,
      ]);
      if (entry && entry.kind !== 'note') {
        throw new EarshotError('refused', 'Only notes can be removed: the timeline keeps what happened.');
      }
      change.remove('crisis_entry', entryId);
    }).changeId,
  }),

  'crisis.report': ({ crisisId }, { read, ports }) =>
    reportOf(read, findCrisis(read, crisisId), ports.clock.now()),
} satisfies Handlers<
  | 'crisis.list'
  | 'crisis.start'
  | 'crisis.update'
  | 'crisis.end'
  | 'crisis.pin'
  | 'crisis.unpin'
  | 'crisis.pins'
  | 'crisis.thread'
  | 'crisis.timeline'
  | 'crisis.note'
  | 'crisis.removeNote'
  | 'crisis.report'
>;

const pinOf = (change: Change, crisisId: string, itemId: number): { id: string } | undefined =>
  change.write.get<{ id: string }>('SELECT id FROM crisis_pin WHERE crisis_id = ? AND item = ?', [
    crisisId,
    itemId,
  ]);
