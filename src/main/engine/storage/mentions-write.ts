import type { Sentiment, SettableState, Shelf } from '#shared/contract/mentions.ts';
import { EarshotError } from '#shared/model/result.ts';
import { z } from 'zod';
import { MENTION_ENTITY, type Change } from './changes.ts';
import { sentimentCode, sentimentOf, shelfCode, shelfOf, stateCode, stateOf } from './codes.ts';
import type { ReadHandle } from './handles.ts';
import {
  APART,
  FOLDED,
  foldedBehind,
  mentionGone,
  mentionRecord,
  patchMention,
  type Decided,
  type MentionKeys,
  type MentionRecord,
} from './mention-rows.ts';
import type { Workspace } from './workspace.ts';

export type { MentionKeys } from './mention-rows.ts';

/**
 * How the change log names a mention: by brand and by the item's own identity, not by numbers that another
 * laptop's workspace would give differently.
 */
function entityId(workspace: Workspace, keys: MentionKeys): string {
  const item = workspace.write.get<{ connector: number; ident: string }>(
    'SELECT connector, ident FROM item WHERE id = ?',
    [keys.itemId],
  );
  if (!item) throw mentionGone();
  return `${keys.brandId}/${workspace.connectors.id(workspace.write, item.connector)}/${item.ident}`;
}

function keysOf(workspace: Workspace, entity: string): MentionKeys | null {
  const brandId = entity.slice(0, 36);
  const slash = entity.indexOf('/', 37);
  const connector = workspace.connectors.find(workspace.write, entity.slice(37, slash));
  const brand = workspace.write.get<{ key: number }>('SELECT key FROM brand WHERE id = ?', [brandId]);
  const item = workspace.write.get<{ id: number }>('SELECT id FROM item WHERE connector = ? AND ident = ?', [
    connector,
    entity.slice(slash + 1),
  ]);
  return brand && item ? { brandKey: brand.key, brandId, itemId: item.id } : null;
}

export function brandKeyOf(read: ReadHandle, brandId: string): number {
  const row = read.get<{ key: number }>('SELECT key FROM brand WHERE id = ?', [brandId]);
  if (!row) throw new EarshotError('not-found', 'This brand no longer exists.', { details: { brandId } });
  return row.key;
}

/**
 * One decision as the log keeps it: what a person reads back, and what undo puts in place again. `value` of
 * a mention before and after is compared as JSON.
 */
interface Aspect {
  field: string;
  /** Whether the copies folded behind a story's mention are decided with it. */
  copiesFollow: boolean;
  value(read: ReadHandle, mention: Decided): unknown;
}

const ASPECTS = {
  state: {
    field: 'state',
    copiesFollow: true,
    value: (_read, { state, snoozedUntil }) => ({ state: stateOf(state), until: snoozedUntil }),
  },
  star: { field: 'starred', copiesFollow: false, value: (_read, { starred }) => starred === 1 },
  sentiment: {
    field: 'sentiment',
    copiesFollow: true,
    value: (_read, { sentiment, corrected }) => ({
      sentiment: sentimentOf(sentiment),
      corrected: corrected === 1,
    }),
  },
  shelf: { field: 'shelf', copiesFollow: true, value: (_read, { shelf }) => shelfOf(shelf) },
  folded: { field: 'folded', copiesFollow: false, value: (_read, { folded }) => folded },
  assignee: {
    field: 'assignee',
    copiesFollow: false,
    value: (read, { assignee }) =>
      read.get<{ id: string }>('SELECT id FROM assignee WHERE key = ?', [assignee])?.id ?? null,
  },
} as const satisfies Record<string, Aspect>;

/** Applies a decision to a mention and to what follows it, and logs both. @returns whether anything changed */
function decide(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  aspect: Aspect,
  patchOf: (before: MentionRecord) => Partial<Decided>,
): boolean {
  const followers = aspect.copiesFollow ? foldedBehind(change.write, keys) : [];
  let changed = false;
  for (const itemId of [keys.itemId, ...followers]) {
    const one = { ...keys, itemId };
    const before = mentionRecord(change.write, one);
    const patch = patchOf(before);
    if (!patchMention(change.write, change.rollups(workspace.zone), one, before, patch)) continue;
    const after = { ...before, ...patch };
    change.record(
      MENTION_ENTITY,
      entityId(workspace, one),
      aspect.field,
      aspect.value(change.write, before),
      aspect.value(change.write, after),
    );
    change.touchedItems.add(itemId);
    changed = true;
  }
  return changed;
}

/** Sets the triage state; a snooze ends with it. @returns whether anything changed */
export function setMentionState(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  state: SettableState,
): boolean {
  return decide(workspace, change, keys, ASPECTS.state, () => ({
    state: stateCode(state),
    snoozedUntil: null,
  }));
}

/** Hides a mention until a time in UTC milliseconds; when it comes, the mention is open again. */
export function setMentionSnooze(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  until: number,
): boolean {
  return decide(workspace, change, keys, ASPECTS.state, () => ({
    state: stateCode('snoozed'),
    snoozedUntil: until,
  }));
}

/** Ends a snooze whose time has come. The time stays, so that a list can say when the mention came back. */
export function wakeMention(workspace: Workspace, change: Change, keys: MentionKeys): boolean {
  return decide(workspace, change, keys, ASPECTS.state, () => ({ state: stateCode('open') }));
}

export function setMentionStar(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  starred: boolean,
): boolean {
  return decide(workspace, change, keys, ASPECTS.star, () => ({ starred: starred ? 1 : 0 }));
}

/**
 * A person's word on the sentiment, which nothing automatic changes any more; null takes it back and the
 * item's own judgement counts again.
 */
export function setMentionSentiment(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  sentiment: Sentiment | null,
): boolean {
  return decide(workspace, change, keys, ASPECTS.sentiment, () => {
    if (sentiment !== null) return { sentiment: sentimentCode(sentiment), corrected: 1 };
    const judged = change.write.get<{ sentiment: number }>('SELECT sentiment FROM item WHERE id = ?', [
      keys.itemId,
    ]);
    return { sentiment: judged?.sentiment ?? sentimentCode('undefined'), corrected: 0 };
  });
}

/** Moves a mention to a shelf; only the main shelf is counted in any number. */
export function setMentionShelf(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  shelf: Shelf,
): boolean {
  return decide(workspace, change, keys, ASPECTS.shelf, (before) => ({
    shelf: shelfCode(shelf),
    shelfBefore:
      shelf === 'blocked' && before.shelf !== shelfCode('blocked') ? before.shelf : before.shelfBefore,
  }));
}

/** Takes a copy out of its story for good (`false`), or hides it there again. */
export function setMentionFolded(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  folded: boolean,
): boolean {
  return decide(workspace, change, keys, ASPECTS.folded, () => ({ folded: folded ? FOLDED : APART }));
}

/** Gives a mention to somebody, or to nobody (null). @throws EarshotError `not-found` */
export function setMentionAssignee(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  assigneeId: string | null,
): boolean {
  const row =
    assigneeId === null
      ? { key: 0 }
      : change.write.get<{ key: number }>('SELECT key FROM assignee WHERE id = ?', [assigneeId]);
  if (!row)
    throw new EarshotError('not-found', 'This person is no longer in the list.', { details: { assigneeId } });
  return decide(workspace, change, keys, ASPECTS.assignee, () => ({ assignee: row.key }));
}

export function setMentionTag(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  tagId: string,
  on: boolean,
): boolean {
  mentionRecord(change.write, keys);
  const tag = change.write.get<{ key: number }>('SELECT key FROM tag WHERE id = ?', [tagId]);
  if (!tag) throw new EarshotError('not-found', 'This tag no longer exists.', { details: { tagId } });
  const parameters = [keys.brandKey, keys.itemId, tag.key];
  const { changes } = on
    ? change.write.run(
        'INSERT INTO mention_tag(brand, item, tag) VALUES(?,?,?) ON CONFLICT DO NOTHING',
        parameters,
      )
    : change.write.run('DELETE FROM mention_tag WHERE brand = ? AND item = ? AND tag = ?', parameters);
  if (changes === 0) return false;
  change.record(MENTION_ENTITY, entityId(workspace, keys), `tag:${tagId}`, !on, on);
  change.touchedItems.add(keys.itemId);
  return true;
}

const Settable = z.enum(['new', 'open', 'done']);
const OldState = z.union([
  // As the log wrote it before there was a snooze.
  Settable.transform((state) => ({ state, until: null })),
  z.object({ state: z.enum(['new', 'open', 'done', 'snoozed']), until: z.number().nullable() }),
]);
const OldSentiment = z.object({
  sentiment: z.enum(['negative', 'neutral', 'positive', 'undefined']),
  corrected: z.boolean(),
});
const OldShelf = z.enum(['main', 'maybe', 'rejected', 'blocked']);

/** Puts one logged field of a mention back; a mention that is gone meanwhile is passed over. */
export function restoreMentionField(workspace: Workspace) {
  return (change: Change, entity: string, field: string, value: unknown): void => {
    const keys = keysOf(workspace, entity);
    if (!keys) return;
    const there = change.write.get('SELECT 1 FROM mention WHERE brand = ? AND item = ?', [
      keys.brandKey,
      keys.itemId,
    ]);
    if (!there) return;
    const only = (aspect: Aspect, patch: Partial<Decided>): void => {
      // Each copy that followed has a log entry of its own.
      decide(workspace, change, keys, { ...aspect, copiesFollow: false }, () => patch);
    };
    if (field === 'state') {
      const { state, until } = OldState.parse(value);
      only(ASPECTS.state, { state: stateCode(state), snoozedUntil: until });
    } else if (field === 'starred') only(ASPECTS.star, { starred: value === true ? 1 : 0 });
    else if (field === 'sentiment') {
      const { sentiment, corrected } = OldSentiment.parse(value);
      only(ASPECTS.sentiment, { sentiment: sentimentCode(sentiment), corrected: corrected ? 1 : 0 });
    } else if (field === 'shelf') only(ASPECTS.shelf, { shelf: shelfCode(OldShelf.parse(value)) });
    else if (field === 'folded')
      only(ASPECTS.folded, { folded: z.number().int().min(0).max(2).parse(value) });
    else if (field === 'assignee') setMentionAssignee(workspace, change, keys, restorable(change, value));
    else if (field.startsWith('tag:')) setMentionTag(workspace, change, keys, field.slice(4), value === true);
  };
}

/** Somebody removed from the list meanwhile cannot be given anything again. */
function restorable(change: Change, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return change.write.get('SELECT 1 FROM assignee WHERE id = ?', [value]) ? value : null;
}
