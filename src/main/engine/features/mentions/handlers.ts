import { v7 as uuidv7 } from 'uuid';
import { EarshotError } from '#shared/model/result.ts';
import type { MentionTarget } from '#shared/contract/mentions.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { MENTION_ENTITY, type Change } from '../../storage/changes.ts';
import { stateCode } from '../../storage/codes.ts';
import {
  brandKeyOf,
  setMentionAssignee,
  setMentionSnooze,
  setMentionStar,
  setMentionState,
  setMentionTag,
  type MentionKeys,
} from '../../storage/mentions-write.ts';
import { foldMention } from '../learning/labels.ts';
import { countMentions, listMentions } from './list.ts';
import { loadCopies, loadDetail } from './rows.ts';

/** Applies `work` to each target as one step of the history: all of them or none. */
export function eachTarget(
  context: CommandContext,
  targets: readonly MentionTarget[],
  work: (change: Change, keys: MentionKeys) => void,
  undoable = true,
): { changeId: string | null } {
  const { changeId } = context.change(
    (change) => {
      const keys = new Map<string, number>();
      for (const { brandId, itemId } of targets) {
        const brandKey = keys.get(brandId) ?? brandKeyOf(change.write, brandId);
        keys.set(brandId, brandKey);
        work(change, { brandKey, brandId, itemId });
      }
    },
    { undoable },
  );
  return { changeId };
}

export const mentionHandlers = {
  'mentions.list': (input, { read, view }) => listMentions(read, view, input),
  'mentions.count': ({ filter }, { read, view }) => countMentions(read, view, filter),
  'mentions.get': ({ itemId, text }, { read, view }) => loadDetail(read, view, itemId, text),

  'mentions.setState': ({ targets, state }, context) =>
    eachTarget(context, targets, (change, keys) => setMentionState(context.workspace, change, keys, state)),

  'mentions.star': ({ targets, starred }, context) =>
    eachTarget(context, targets, (change, keys) => setMentionStar(context.workspace, change, keys, starred)),

  'mentions.tag': ({ targets, tagId, on }, context) =>
    eachTarget(context, targets, (change, keys) => setMentionTag(context.workspace, change, keys, tagId, on)),

  'mentions.copies': ({ itemId }, { read, view }) => loadCopies(read, view, itemId),

  'mentions.snooze': ({ targets, until }, context) => {
    if (until <= context.ports.clock.now()) {
      throw new EarshotError('invalid', 'Choose a time that lies ahead.', { details: { field: 'until' } });
    }
    return eachTarget(context, targets, (change, keys) =>
      setMentionSnooze(context.workspace, change, keys, until),
    );
  },

  'mentions.assign': ({ targets, assigneeId }, context) =>
    eachTarget(context, targets, (change, keys) =>
      setMentionAssignee(context.workspace, change, keys, assigneeId),
    ),

  'mentions.fold': ({ targets, folded }, context) =>
    eachTarget(context, targets, (change, keys) => foldMention(context.workspace, change, keys, folded)),

  'mentions.seen': ({ targets }, context) => {
    eachTarget(
      context,
      targets,
      (change, keys) => {
        const row = change.write.get<{ state: number }>(
          'SELECT state FROM mention WHERE brand = ? AND item = ?',
          [keys.brandKey, keys.itemId],
        );
        if (row?.state === stateCode('new')) setMentionState(context.workspace, change, keys, 'open');
      },
      false,
    );
    return {};
  },

  'tags.list': (_input, { read }) => ({
    tags: read.all<{ id: string; name: string; color: number; count: number }>(
      `SELECT id, name, color, (SELECT count(*) FROM mention_tag m WHERE m.tag = tag.key) AS count
       FROM tag ORDER BY name COLLATE NOCASE`,
    ),
  }),

  'tags.create': ({ name, color }, context) => {
    const tagId = uuidv7();
    const { changeId } = context.change((change) => {
      if (change.write.get('SELECT 1 FROM tag WHERE name = ?', [name])) {
        throw new EarshotError('conflict', `There is already a tag called “${name}”.`, {
          details: { field: 'name' },
        });
      }
      change.insert('tag', { id: tagId, name, color });
    });
    return { tagId, changeId: changeId ?? tagId };
  },

  'tags.update': ({ tagId, name, color }, context) => ({
    changeId: context.change((change) => {
      if (
        name !== undefined &&
        change.write.get('SELECT 1 FROM tag WHERE name = ? AND id <> ?', [name, tagId])
      ) {
        throw new EarshotError('conflict', `There is already a tag called “${name}”.`, {
          details: { field: 'name' },
        });
      }
      change.update('tag', tagId, {
        ...(name === undefined ? {} : { name }),
        ...(color === undefined ? {} : { color }),
      });
    }).changeId,
  }),

  'tags.remove': ({ tagId }, context) => ({
    changeId: context.change((change) => {
      const carriers = change.write.all<MentionKeys>(
        `SELECT m.brand AS brandKey, b.id AS brandId, m.item AS itemId FROM mention_tag m JOIN tag t ON t.key = m.tag
           JOIN brand b ON b.key = m.brand WHERE t.id = ?`,
        [tagId],
      );
      for (const keys of carriers) setMentionTag(context.workspace, change, keys, tagId, false);
      change.remove('tag', tagId);
      if (carriers.length > 0) change.entities.add(MENTION_ENTITY);
    }).changeId,
  }),
} satisfies Handlers<
  | 'mentions.list'
  | 'mentions.count'
  | 'mentions.get'
  | 'mentions.setState'
  | 'mentions.star'
  | 'mentions.tag'
  | 'mentions.snooze'
  | 'mentions.assign'
  | 'mentions.fold'
  | 'mentions.copies'
  | 'mentions.seen'
  | 'tags.list'
  | 'tags.create'
  | 'tags.update'
  | 'tags.remove'
>;
