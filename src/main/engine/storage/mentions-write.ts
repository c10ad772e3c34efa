import type { MentionState } from '#shared/contract/mentions.ts';
import { EarshotError } from '#shared/model/result.ts';
import { z } from 'zod';
import { MENTION_ENTITY, type Change } from './changes.ts';
import { stateCode, stateOf } from './codes.ts';
import type { ReadHandle } from './handles.ts';
import { RollupBatch } from './rollups.ts';
import type { Workspace } from './workspace.ts';

interface MentionKeys {
  brandKey: number;
  brandId: string;
  itemId: number;
}

/**
 * How the change log names a mention: by brand and by the item's own identity, not by numbers that another
 * laptop's workspace would give differently.
 */
function entityId(workspace: Workspace, keys: MentionKeys): string {
  const item = workspace.write.get<{ connector: number; ident: string }>(
    'SELECT connector, ident FROM item WHERE id = ?',
    [keys.itemId],
  );
  if (!item) throw gone();
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

const gone = (): EarshotError =>
  new EarshotError('not-found', 'This mention is no longer there. The query that found it may have changed.');

interface StoredMention {
  state: number;
  starred: number;
}

function stored(change: Change, { brandKey, itemId }: MentionKeys): StoredMention {
  const row = change.write.get<StoredMention>(
    'SELECT state, starred FROM mention WHERE brand = ? AND item = ?',
    [brandKey, itemId],
  );
  if (!row) throw gone();
  return row;
}

/** Sets the triage state. @returns whether anything changed */
export function setMentionState(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  state: MentionState,
): boolean {
  const before = stored(change, keys);
  const code = stateCode(state);
  if (before.state === code) return false;
  change.write.run('UPDATE mention SET state = ? WHERE brand = ? AND item = ?', [
    code,
    keys.brandKey,
    keys.itemId,
  ]);
  const batch = new RollupBatch(workspace.zone);
  batch.state(keys.brandKey, before.state, -1);
  batch.state(keys.brandKey, code, 1);
  batch.flush(change.write);
  change.record(MENTION_ENTITY, entityId(workspace, keys), 'state', stateOf(before.state), state);
  change.touchedItems.add(keys.itemId);
  return true;
}

export function setMentionStar(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  starred: boolean,
): boolean {
  const before = stored(change, keys);
  if ((before.starred === 1) === starred) return false;
  change.write.run('UPDATE mention SET starred = ? WHERE brand = ? AND item = ?', [
    starred ? 1 : 0,
    keys.brandKey,
    keys.itemId,
  ]);
  change.record(MENTION_ENTITY, entityId(workspace, keys), 'starred', before.starred === 1, starred);
  change.touchedItems.add(keys.itemId);
  return true;
}

export function setMentionTag(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  tagId: string,
  on: boolean,
): boolean {
  stored(change, keys);
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

const OldState = z.enum(['new', 'open', 'done']);

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
    if (field === 'state') setMentionState(workspace, change, keys, OldState.parse(value));
    else if (field === 'starred') setMentionStar(workspace, change, keys, value === true);
    else if (field.startsWith('tag:')) setMentionTag(workspace, change, keys, field.slice(4), value === true);
  };
}
