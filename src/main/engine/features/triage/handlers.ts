import { v7 as uuidv7 } from 'uuid';
import type { MentionFilter } from '#shared/contract/mentions.ts';
import { ViewFilter } from '#shared/contract/triage.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers, QueryContext } from '../../context.ts';
import { MENTION_ENTITY, type Change } from '../../storage/changes.ts';
import type { Entity } from '../../storage/entities.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { brandKeyOf, setMentionAssignee, type MentionKeys } from '../../storage/mentions-write.ts';
import { countMentions } from '../mentions/list.ts';
import { addBlock, whoOf } from './blocks.ts';

/** A view's count is a glance: beyond this a person reads "more than". */
const VIEW_COUNT_LIMIT = 1000;

const removal =
  (entity: Entity) =>
  (id: string, context: CommandContext): { changeId: string | null } => ({
    changeId: context.change((change) => change.remove(entity, id)).changeId,
  });

function refuseSameName(
  change: Change,
  table: 'assignee' | 'saved_view',
  name: string,
  except: string,
): void {
  if (!change.write.get(`SELECT 1 FROM ${table} WHERE name = ? COLLATE NOCASE AND id <> ?`, [name, except]))
    return;
  throw new EarshotError('conflict', `The name “${name}” is taken. Choose another.`, {
    details: { field: 'name' },
  });
}

function countView(
  { read, view, ports }: QueryContext,
  { lastDays, ...filter }: ViewFilter,
  brandIds: string[],
): { count: number; more: boolean } {
  const today = view.zone.day(ports.clock.now());
  const asked: MentionFilter = {
    ...filter,
    ...(filter.brandIds.length === 0 ? { brandIds } : {}),
    ...(lastDays === 0 ? {} : { from: view.zone.start(today + 1 - lastDays) }),
  };
  return countMentions(read, view, asked, VIEW_COUNT_LIMIT);
}

/** Puts a view at a place in the row and numbers all of them again, as one step. */
function moveView(change: Change, viewId: string, position: number): void {
  const ids = change.write
    .all<{ id: string }>('SELECT id FROM saved_view WHERE id <> ? ORDER BY position, created_at', [viewId])
    .map(({ id }) => id);
  ids.splice(position, 0, viewId);
  for (const [place, id] of ids.entries()) change.update('saved_view', id, { position: place });
}

export const triageHandlers = {
  'notes.add': ({ itemId, brandId, text }, context) => {
    const noteId = uuidv7();
    const { changeId } = context.change((change) => {
      mentionRecord(change.write, { brandKey: brandKeyOf(change.write, brandId), itemId });
      change.insert('note', {
        id: noteId,
        brand_id: brandId,
        item: itemId,
        text,
        created_at: context.ports.clock.now(),
      });
    });
    return { noteId, changeId: changeId ?? noteId };
  },
  'notes.update': ({ noteId, text }, context) => ({
    changeId: context.change((change) => change.update('note', noteId, { text })).changeId,
  }),
  'notes.remove': ({ noteId }, context) => removal('note')(noteId, context),

  'assignees.list': (_input, { read }) => ({
    assignees: read.all<{ id: string; name: string; open: number }>(
      `SELECT id, name, (SELECT count(*) FROM mention m WHERE m.assignee = a.key AND m.state <> 2 AND m.shelf = 0) AS open
       FROM assignee a ORDER BY name COLLATE NOCASE`,
    ),
  }),
  'assignees.create': ({ name }, context) => {
    const assigneeId = uuidv7();
    const { changeId } = context.change((change) => {
      refuseSameName(change, 'assignee', name, assigneeId);
      change.insert('assignee', { id: assigneeId, name });
    });
    return { assigneeId, changeId: changeId ?? assigneeId };
  },
  'assignees.remove': ({ assigneeId }, context) => ({
    changeId: context.change((change) => {
      const carriers = change.write.all<MentionKeys>(
        `SELECT m.brand AS brandKey, b.id AS brandId, m.item AS itemId FROM mention m JOIN assignee a ON a.key = m.assignee
           JOIN brand b ON b.key = m.brand WHERE a.id = ?`,
        [assigneeId],
      );
      for (const keys of carriers) setMentionAssignee(context.workspace, change, keys, null);
      change.remove('assignee', assigneeId);
      if (carriers.length > 0) change.entities.add(MENTION_ENTITY);
    }).changeId,
  }),

  'views.list': ({ brandIds }, context) => ({
    views: context.read
      .all<{ id: string; name: string; filter: string; position: number }>(
        'SELECT id, name, filter, position FROM saved_view ORDER BY position, created_at',
      )
      .flatMap((row) => {
        // A filter written by another version that no longer fits is left out rather than stopping the list.
        const parsed = ViewFilter.safeParse(JSON.parse(row.filter));
        if (!parsed.success) return [];
        const filter = parsed.data;
        return [{ ...row, filter, ...countView(context, filter, brandIds) }];
      }),
  }),
  'views.create': ({ name, filter }, context) => {
    const viewId = uuidv7();
    const { changeId } = context.change((change) => {
      refuseSameName(change, 'saved_view', name, viewId);
      const last = change.write.get<{ n: number }>('SELECT ifnull(max(position), -1) AS n FROM saved_view');
      change.insert('saved_view', {
        id: viewId,
        name,
        filter: JSON.stringify(filter),
        position: (last?.n ?? -1) + 1,
        created_at: context.ports.clock.now(),
      });
    });
    return { viewId, changeId: changeId ?? viewId };
  },
  'views.update': ({ viewId, name, filter, position }, context) => ({
    changeId: context.change((change) => {
      if (name !== undefined) refuseSameName(change, 'saved_view', name, viewId);
      change.update('saved_view', viewId, {
        ...(name === undefined ? {} : { name }),
        ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
      });
      if (position !== undefined) moveView(change, viewId, position);
    }).changeId,
  }),
  'views.remove': ({ viewId }, context) => removal('saved_view')(viewId, context),

  'blocks.list': (_input, { read }) => ({
    blocks: read.all(
      `SELECT id, kind, mode, connector, ident, name, brand_id AS brandId, created_at AS createdAt FROM block
       ORDER BY created_at DESC, id DESC`,
    ),
  }),
  'blocks.add': (input, context) => {
    const { value: blockId, changeId } = context.change((change) =>
      addBlock(change, input, context.ports.clock.now()),
    );
    return { blockId, changeId: changeId ?? blockId };
  },
  'mentions.block': ({ targets, kind, mode, everyBrand }, context) => {
    const { value, changeId } = context.change((change) => {
      const everybody = whoOf(change.write, targets, { kind, everyBrand });
      for (const who of everybody) addBlock(change, { ...who, mode }, context.ports.clock.now());
      return everybody.length;
    });
    return { changeId, blocked: value };
  },
  'blocks.remove': ({ blockId }, context) => removal('block')(blockId, context),
} satisfies Handlers<
  | 'notes.add'
  | 'notes.update'
  | 'notes.remove'
  | 'assignees.list'
  | 'assignees.create'
  | 'assignees.remove'
  | 'views.list'
  | 'views.create'
  | 'views.update'
  | 'views.remove'
  | 'blocks.list'
  | 'blocks.add'
  | 'mentions.block'
  | 'blocks.remove'
>;
