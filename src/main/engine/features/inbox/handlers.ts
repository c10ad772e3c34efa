import { v7 as uuidv7 } from 'uuid';
import type { Conversation, Message } from '#shared/contract/inbox.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Handlers, WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { brandKeyOf, setMentionState } from '../../storage/mentions-write.ts';
import { mentionRow } from '../mentions/one-row.ts';
import { openConversation } from './open.ts';

const MOST = 200;

interface Row extends Omit<Conversation, 'mention'> {
  itemId: number;
}

const ROWS = `SELECT c.id, c.brand_id AS brandId, c.item AS itemId, c.state, c.draft, i.published_at AS saidAt,
  c.opened_at AS openedAt, c.answered_at AS answeredAt,
  (SELECT t.contact_id FROM author a JOIN connector n ON n.key = a.connector
     JOIN identity t ON t.connector = n.id AND t.ident = a.ident WHERE a.key = i.author) AS contactId
  FROM conversation c JOIN item i ON i.id = c.item`;

function whole(read: ReadHandle, view: WorkspaceView, row: Row): Conversation[] {
  const mention = mentionRow(read, view, row);
  return mention === null ? [] : [{ ...row, mention }];
}

function one(read: ReadHandle, conversationId: string): Row {
  const row = read.get<Row>(`${ROWS} WHERE c.id = ?`, [conversationId]);
  if (!row)
    throw new EarshotError('not-found', 'This conversation no longer exists.', {
      details: { conversationId },
    });
  return row;
}

export const inboxHandlers = {
  'conversations.list': ({ brandIds, state }, { read, view }) => ({
    conversations: read
      .all<Row>(
        `${ROWS} JOIN brand b ON b.id = c.brand_id AND b.archived_at IS NULL
         WHERE c.state = ? AND (? = 0 OR c.brand_id IN (SELECT value FROM json_each(?)))
         ORDER BY CASE WHEN c.state = 'open' THEN i.published_at ELSE -ifnull(c.answered_at, c.opened_at) END, c.id LIMIT ${MOST}`,
        [state, brandIds.length, JSON.stringify(brandIds)],
      )
      .flatMap((row) => whole(read, view, row)),
    open:
      read.get<{ n: number }>(
        `SELECT count(*) AS n FROM conversation c JOIN brand b ON b.id = c.brand_id AND b.archived_at IS NULL
         WHERE c.state = 'open' AND (? = 0 OR c.brand_id IN (SELECT value FROM json_each(?)))`,
        [brandIds.length, JSON.stringify(brandIds)],
      )?.n ?? 0,
  }),

  'conversations.get': ({ conversationId }, { read, view }) => {
    const [conversation] = whole(read, view, one(read, conversationId));
    if (!conversation)
      throw new EarshotError('not-found', 'The mention of this conversation is no longer there.');
    return {
      conversation,
      messages: read.all<Message>(
        'SELECT id, kind, text, at FROM message WHERE conversation_id = ? ORDER BY at, id',
        [conversationId],
      ),
    };
  },

  'conversations.open': ({ itemId, brandId }, context) => {
    const now = context.ports.clock.now();
    const { value: conversationId, changeId } = context.change((change) => {
      mentionRecord(change.write, { brandKey: brandKeyOf(change.write, brandId), itemId });
      return openConversation(change, { brandId, itemId }, now);
    });
    return { conversationId, changeId };
  },

  'conversations.setState': ({ conversationId, state }, context) => ({
    changeId: context.change((change) => change.update('conversation', conversationId, { state })).changeId,
  }),

  'conversations.draft': ({ conversationId, draft }, context) => {
    context.change((change) => change.update('conversation', conversationId, { draft }), { undoable: false });
    return {};
  },

  'conversations.answered': ({ conversationId, text }, context) => {
    const now = context.ports.clock.now();
    return {
      changeId: context.change((change) => {
        const row = one(change.write, conversationId);
        change.insert('message', {
          id: uuidv7(),
          conversation_id: conversationId,
          kind: 'reply',
          text,
          at: now,
        });
        change.update('conversation', conversationId, { state: 'answered', draft: '', answered_at: now });
        const keys = {
          brandKey: brandKeyOf(change.write, row.brandId),
          brandId: row.brandId,
          itemId: row.itemId,
        };
        // A changed query may have dropped the mention meanwhile; the conversation is answered all the same.
        const there = change.write.get('SELECT 1 FROM mention WHERE brand = ? AND item = ?', [
          keys.brandKey,
          keys.itemId,
        ]);
        if (there) setMentionState(context.workspace, change, keys, 'done');
      }).changeId,
    };
  },

  'conversations.note': ({ conversationId, text }, context) => ({
    changeId: context.change((change) => {
      one(change.write, conversationId);
      change.insert('message', {
        id: uuidv7(),
        conversation_id: conversationId,
        kind: 'note',
        text,
        at: context.ports.clock.now(),
      });
    }).changeId,
  }),
} satisfies Handlers<
  | 'conversations.list'
  | 'conversations.get'
  | 'conversations.open'
  | 'conversations.setState'
  | 'conversations.draft'
  | 'conversations.answered'
  | 'conversations.note'
>;
