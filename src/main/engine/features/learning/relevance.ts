import { v7 as uuidv7 } from 'uuid';
import type { BrandRelevance, RelevanceExample } from '#shared/contract/learning.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';
import type { WorkspaceView } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { shelfCode } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { setMentionShelf, type MentionKeys } from '../../storage/mentions-write.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { canLearn, FEWEST_EXAMPLES, type RelevanceWords } from '../../understand/relevance.ts';
import { countMentions } from '../mentions/list.ts';

const EXCERPT = 160;
const MOST_SHOWN = 200;

/**
 * Says that a mention is about its brand, or not, and moves it where it then belongs; null takes that back. A
 * mention of somebody blocked stays blocked.
 * @param now UTC milliseconds
 */
export function teachMention(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  about: boolean | null,
  now: number,
): void {
  const { write } = change;
  if (mentionRecord(write, keys).shelf !== shelfCode('blocked')) {
    setMentionShelf(workspace, change, keys, about === false ? 'rejected' : 'main');
  }
  const known = write.get<{ id: string }>(
    'SELECT id FROM relevance_example WHERE brand_id = ? AND item = ?',
    [keys.brandId, keys.itemId],
  );
  if (about === null) {
    if (known) change.remove('relevance_example', known.id);
  } else if (known) {
    change.update('relevance_example', known.id, { about: about ? 1 : 0, created_at: now });
  } else {
    change.insert('relevance_example', {
      id: uuidv7(),
      brand_id: keys.brandId,
      item: keys.itemId,
      about: about ? 1 : 0,
      created_at: now,
    });
  }
}

export interface RelevanceSetting extends RelevanceWords {
  enabled: boolean;
}

export function relevanceSetting(read: ReadHandle, brandId: string): RelevanceSetting {
  const row = read.get<{ enabled: number; must: string; mustNot: string }>(
    'SELECT enabled, must, must_not AS mustNot FROM relevance_setting WHERE id = ?',
    [brandId],
  );
  return {
    enabled: row === undefined || row.enabled === 1,
    must: wordsOf(row?.must),
    mustNot: wordsOf(row?.mustNot),
  };
}

/** Kept one a line. */
const wordsOf = (text = ''): string[] => text.split('\n').filter((word) => word !== '');

export function changeRelevance(change: Change, brandId: string, patch: Partial<RelevanceSetting>): void {
  const { enabled, must, mustNot } = { ...relevanceSetting(change.write, brandId), ...patch };
  const columns = { enabled: enabled ? 1 : 0, must: must.join('\n'), must_not: mustNot.join('\n') };
  if (change.write.get('SELECT 1 FROM relevance_setting WHERE id = ?', [brandId])) {
    change.update('relevance_setting', brandId, columns);
  } else change.insert('relevance_setting', { id: brandId, ...columns });
}

export function relevanceStatus(read: ReadHandle, view: WorkspaceView): BrandRelevance[] {
  const rows = read.all<{
    brandId: string;
    about: number;
    notAbout: number;
    accuracy: number | null;
    trained: number;
  }>(
    `SELECT b.id AS brandId, r.accuracy, r.weights IS NOT NULL AS trained,
       (SELECT count(*) FROM relevance_example e WHERE e.brand_id = b.id AND e.about = 1) AS about,
       (SELECT count(*) FROM relevance_example e WHERE e.brand_id = b.id AND e.about = 0) AS notAbout
     FROM brand b LEFT JOIN relevance_model r ON r.brand = b.key WHERE b.archived_at IS NULL ORDER BY b.created_at`,
  );
  return rows.map(({ trained, ...row }) => {
    const { enabled, must, mustNot } = relevanceSetting(read, row.brandId);
    return {
      ...row,
      needed: FEWEST_EXAMPLES,
      enabled,
      active: enabled && trained === 1 && canLearn(row.about, row.notAbout),
      maybe: countMentions(read, view, MentionFilter.parse({ brandIds: [row.brandId], shelf: 'maybe' }))
        .count,
      must: [...must],
      mustNot: [...mustNot],
    };
  });
}

export function relevanceExamples(read: ReadHandle, brandId: string): RelevanceExample[] {
  return read
    .all<Omit<RelevanceExample, 'about'> & { about: number }>(
      `SELECT e.id AS exampleId, e.brand_id AS brandId, e.item AS itemId, e.about, i.title,
         substr(i.body, 1, ${EXCERPT}) AS excerpt, i.site, e.created_at AS createdAt
       FROM relevance_example e JOIN item i ON i.id = e.item WHERE e.brand_id = ?
       ORDER BY e.created_at DESC, e.id DESC LIMIT ${MOST_SHOWN}`,
      [brandId],
    )
    .map((row) => ({ ...row, about: row.about === 1 }));
}
