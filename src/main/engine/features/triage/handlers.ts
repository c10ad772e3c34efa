import { v7 as uuidv7 } from 'uuid';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { MENTION_ENTITY, type Change, type Entity } from '../../storage/changes.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { brandKeyOf, setMentionAssignee, type MentionKeys } from '../../storage/mentions-write.ts';
import { countMentions } from '../mentions/list.ts';

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

  'views.list': (_input, { read, view }) => ({
    views: read
      .all<{ id: string; name: string; filter: string; position: number }>(
        'SELECT id, name, filter, position FROM saved_view ORDER BY position, created_at',
      )
      .flatMap((row) => {
        // A filter written by another version that no longer fits is left out rather than stopping the list.
        const filter = MentionFilter.safeParse(JSON.parse(row.filter));
        if (!filter.success) return [];
        return [{ ...row, filter: filter.data, ...countMentions(read, view, filter.data, VIEW_COUNT_LIMIT) }];
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
        ...(position === undefined ? {} : { position }),
      });
    }).changeId,
  }),
  'views.remove': ({ viewId }, context) => removal('saved_view')(viewId, context),

  'blocks.list': (_input, { read }) => ({
    blocks: read.all(
      `SELECT id, kind, mode, connector, ident, name, brand_id AS brandId, created_at AS createdAt FROM block
       ORDER BY created_at DESC, id DESC`,
    ),
  }),
  'blocks.add': ({ kind, mode, connector, ident, name, brandId }, context) => {
    const blockId = uuidv7();
    const { changeId } = context.change((change) => {
      // Choosing again replaces: a person who mutes somebody they had blocked means the mute.
      const before = change.write.get<{ id: string }>(
        `SELECT id FROM block WHERE kind = ? AND connector = ? AND ident = ? AND ifnull(brand_id, '') = ?`,
        [kind, kind === 'site' ? '' : connector, ident, brandId ?? ''],
      );
      if (before) change.remove('block', before.id);
      change.insert('block', {
        id: blockId,
        kind,
        mode,
        connector: kind === 'site' ? '' : connector,
        ident,
        name,
        brand_id: brandId,
        created_at: context.ports.clock.now(),
      });
    });
    return { blockId, changeId: changeId ?? blockId };
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
  | 'blocks.remove'
>;
