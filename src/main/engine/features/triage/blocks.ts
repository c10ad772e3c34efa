import { v7 as uuidv7 } from 'uuid';
import type { MentionTarget } from '#shared/contract/mentions.ts';
import type { Block } from '#shared/contract/triage.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';

type Who = Pick<Block, 'kind' | 'connector' | 'ident' | 'name' | 'brandId'>;

/**
 * Blocks or mutes somebody. Choosing again replaces: a person who mutes somebody they had blocked means the mute.
 * @returns the id of the block
 */
export function addBlock(change: Change, who: Who & Pick<Block, 'mode'>, now: number): string {
  const { kind, mode, ident, name, brandId } = who;
  const connector = kind === 'site' ? '' : who.connector;
  const before = change.write.get<{ id: string }>(
    `SELECT id FROM block WHERE kind = ? AND connector = ? AND ident = ? AND ifnull(brand_id, '') = ?`,
    [kind, connector, ident, brandId ?? ''],
  );
  if (before) change.remove('block', before.id);
  const id = uuidv7();
  change.insert('block', { id, kind, mode, connector, ident, name, brand_id: brandId, created_at: now });
  return id;
}

/** The authors (those that are known) or the sites of mentions, each once a brand, or once for every brand. */
export function whoOf(
  read: ReadHandle,
  targets: readonly MentionTarget[],
  wanted: Pick<Block, 'kind'> & { everyBrand: boolean },
): Who[] {
  const found = new Map<string, Who>();
  for (const { itemId, brandId } of targets) {
    const row = read.get<Pick<Block, 'connector' | 'ident' | 'name'>>(
      wanted.kind === 'site'
        ? `SELECT '' AS connector, site AS ident, site AS name FROM item WHERE id = ? AND site <> ''`
        : `SELECT c.id AS connector, a.ident, a.name FROM item i JOIN author a ON a.key = i.author
             JOIN connector c ON c.key = i.connector WHERE i.id = ?`,
      [itemId],
    );
    if (!row) continue;
    const who = { ...row, kind: wanted.kind, brandId: wanted.everyBrand ? null : brandId };
    found.set(JSON.stringify([who.connector, who.ident, who.brandId]), who);
  }
  return [...found.values()];
}
