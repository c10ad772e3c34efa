import { v7 as uuidv7 } from 'uuid';
import type { Highlight } from '#shared/contract/highlights.ts';
import type { Handlers } from '../../context.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { mentionRow } from '../mentions/one-row.ts';

const MOST = 200;

export const highlightHandlers = {
  'highlights.list': ({ brandIds, from, to }, { read, view }) => ({
    highlights: read
      .all<Omit<Highlight, 'mention'>>(
        `SELECT h.id, h.brand_id AS brandId, h.item AS itemId, h.comment, h.created_at AS createdAt FROM highlight h
         JOIN item i ON i.id = h.item JOIN brand b ON b.id = h.brand_id AND b.archived_at IS NULL
         WHERE i.published_at >= ? AND i.published_at < ? AND (? = 0 OR h.brand_id IN (SELECT value FROM json_each(?)))
         ORDER BY i.published_at DESC, h.id LIMIT ${MOST}`,
        [from ?? 0, to ?? Number.MAX_SAFE_INTEGER, brandIds.length, JSON.stringify(brandIds)],
      )
      .flatMap((row) => {
        const mention = mentionRow(read, view, row);
        return mention === null ? [] : [{ ...row, mention }];
      }),
  }),

  'highlights.add': ({ itemId, brandId, comment }, context) => {
    let highlightId: string = uuidv7();
    const { changeId } = context.change((change) => {
      mentionRecord(change.write, { brandKey: brandKeyOf(change.write, brandId), itemId });
      const known = change.write.get<{ id: string }>(
        'SELECT id FROM highlight WHERE brand_id = ? AND item = ?',
        [brandId, itemId],
      );
      if (known) {
        highlightId = known.id;
        change.update('highlight', known.id, { comment });
        return;
      }
      change.insert('highlight', {
        id: highlightId,
        brand_id: brandId,
        item: itemId,
        comment,
        created_at: context.ports.clock.now(),
      });
    });
    return { highlightId, changeId };
  },

  'highlights.remove': ({ highlightId }, context) => ({
    changeId: context.change((change) => change.remove('highlight', highlightId)).changeId,
  }),
} satisfies Handlers<'highlights.list' | 'highlights.add' | 'highlights.remove'>;
