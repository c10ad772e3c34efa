import { v7 as uuidv7 } from 'uuid';
import type { Conversation, Message } from '#shared/contract/inbox.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Handlers, QueryContext } from '../../context.ts';
import { readable } from '../../inbox/due.ts';
import { endMentions } from '../../inbox/mentions.ts';
import { entriesOf } from '../../inbox/threads.ts';
import { waiting } from '../../inbox/waiting.ts';
import { mentionRecord } from '../../storage/mention-rows.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { openConversation } from './open.ts';
import { outgoingOf } from './outgoing.ts';
import { conversationRow, conversationRows, openCounts, wholeConversation } from './rows.ts';
import { queueReply, queueSwitch, takeBack } from './sending.ts';
import { throughOf } from './through.ts';

/** Accounts that have an inbox, with how much waits in each. */
function accountsOf(
  { read, ports }: QueryContext,
  brandIds: readonly string[],
  byAccount: ReadonlyMap<string | null, number>,
): { accountId: string; handle: string; connector: string; network: string; open: number }[] {
  return read
    .all<{ accountId: string; handle: string; connector: string }>(
      `SELECT a.id AS accountId, a.handle, a.connector FROM account a JOIN brand b ON b.id = a.brand_id AND b.archived_at IS NULL
       WHERE a.archived_at IS NULL AND (? = 0 OR a.brand_id IN (SELECT value FROM json_each(?))) ORDER BY a.created_at, a.id`,
      [brandIds.length, JSON.stringify(brandIds)],
    )
    .flatMap((account) => {
      const connector = ports.connectors.get(account.connector);
      if (connector?.inbox === undefined) return [];
      return [{ ...account, network: connector.name, open: byAccount.get(account.accountId) ?? 0 }];
    });
}

export const inboxHandlers = {
  'conversations.list': (filter, context) => {
    const { read, view } = context;
    const { open, byAccount } = openCounts(read, filter.brandIds);
    return {
      conversations: conversationRows(read, filter).flatMap((row): Conversation[] => {
        const conversation = wholeConversation(read, view, row);
        return conversation === null ? [] : [conversation];
      }),
      open,
      accounts: accountsOf(context, filter.brandIds, byAccount),
    };
  },

  'conversations.get': ({ conversationId }, { read, view, ports }) => {
    const row = conversationRow(read, conversationId);
    const conversation = wholeConversation(read, view, row);
    if (!conversation)
      throw new EarshotError('not-found', 'The mention of this conversation is no longer there.');
    const entries = entriesOf(read, conversationId);
    return {
      conversation,
      // The mention itself stands on top already.
      entries: entries.filter(
        ({ ident, url }) => ident !== row.itemIdent && (url === '' || url !== conversation.mention?.url),
      ),
      waiting: waiting(entries).map(({ ident }) => ident),
      messages: read.all<Message>(
        'SELECT id, kind, text, at FROM message WHERE conversation_id = ? ORDER BY at, id',
        [conversationId],
      ),
      actions: outgoingOf(read, conversationId),
      through: throughOf(read, ports.connectors, row),
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
    changeId: context.change((change) => {
      const row = conversationRow(change.write, conversationId);
      change.update('conversation', conversationId, { state, snoozed_until: null });
      if (state !== 'open') endMentions(context.workspace, change, row);
    }).changeId,
  }),

  'conversations.snooze': ({ conversationId, until }, context) => {
    if (until <= context.ports.clock.now()) {
      throw new EarshotError('invalid', 'This time has passed. Choose a later one.', {
        details: { field: 'until' },
      });
    }
    return {
      changeId: context.change((change) =>
        change.update('conversation', conversationId, { state: 'open', snoozed_until: until }),
      ).changeId,
    };
  },

  'conversations.draft': ({ conversationId, draft }, context) => {
    context.change((change) => change.update('conversation', conversationId, { draft }), { undoable: false });
    return {};
  },

  'conversations.reply': (input, context) => queueReply(input, context),
  'conversations.takeBack': (input, context) => takeBack(input, context),
  'conversations.like': ({ on, ...of }, context) => queueSwitch(of, { kind: 'like', on }, context),
  'conversations.hide': ({ on, ...of }, context) => queueSwitch(of, { kind: 'hide', on }, context),
  'conversations.removeOwn': (of, context) => queueSwitch(of, { kind: 'delete' }, context),

  'conversations.answered': ({ conversationId, text }, context) => {
    const now = context.ports.clock.now();
    return {
      changeId: context.change((change) => {
        const row = conversationRow(change.write, conversationId);
        change.insert('message', {
          id: uuidv7(),
          conversation_id: conversationId,
          kind: 'reply',
          text,
          at: now,
        });
        change.update('conversation', conversationId, {
          state: 'answered',
          draft: '',
          answered_at: now,
          snoozed_until: null,
        });
        endMentions(context.workspace, change, row);
      }).changeId,
    };
  },

  'conversations.note': ({ conversationId, text }, context) => ({
    changeId: context.change((change) => {
      conversationRow(change.write, conversationId);
      change.insert('message', {
        id: uuidv7(),
        conversation_id: conversationId,
        kind: 'note',
        text,
        at: context.ports.clock.now(),
      });
    }).changeId,
  }),

  'inbox.read': async ({ accountIds }, { inbox, ports, read }) => {
    const wanted = new Set(accountIds);
    const accounts = readable(read).filter(
      ({ id, connector }) =>
        ports.connectors.get(connector)?.inbox !== undefined && (wanted.size === 0 || wanted.has(id)),
    );
    return { accounts: await Promise.all(accounts.map(({ id }) => inbox.read(id))) };
  },
} satisfies Handlers<
  | 'conversations.list'
  | 'conversations.get'
  | 'conversations.open'
  | 'conversations.setState'
  | 'conversations.snooze'
  | 'conversations.draft'
  | 'conversations.reply'
  | 'conversations.takeBack'
  | 'conversations.like'
  | 'conversations.hide'
  | 'conversations.removeOwn'
  | 'conversations.answered'
  | 'conversations.note'
  | 'inbox.read'
>;
