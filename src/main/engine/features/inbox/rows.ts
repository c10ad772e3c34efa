import type { Conversation, ConversationSaid, ConversationShelf } from '#shared/contract/inbox.ts';
import { answerDue } from '#shared/model/reply-clock.ts';
import { EarshotError } from '#shared/model/result.ts';
import { fold } from '#shared/text/fold.ts';
import { cleanLine } from '../../connectors/kit/index.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle, SqlValue } from '../../storage/handles.ts';
import { mentionRow } from '../mentions/one-row.ts';

const MOST = 200;
const EXCERPT = 240;

/** A conversation as it is stored, without what was said in it. */
export interface ConversationRow extends Omit<Conversation, 'mention' | 'said' | 'dueAt' | 'contactId'> {
  thread: string | null;
  /** What its mention is called on the network. */
  itemIdent: string | null;
  /** The contact of the mention's author. */
  itemContact: string | null;
}

const ROWS = `SELECT c.id, c.brand_id AS brandId, c.account_id AS accountId, ifnull(n.id, a.connector) AS connector,
    c.item AS itemId, i.ident AS itemIdent, c.thread, c.state, c.snoozed_until AS snoozedUntil, c.draft, c.said_at AS saidAt,
    c.opened_at AS openedAt, c.answered_at AS answeredAt,
    (SELECT t.contact_id FROM author w JOIN identity t ON t.connector = n.id AND t.ident = w.ident WHERE w.key = i.author) AS itemContact,
    (SELECT o.state FROM action o WHERE o.conversation_id = c.id AND o.kind = 'reply' AND o.state NOT IN ('sent', 'cancelled')
      ORDER BY o.created_at DESC, o.id DESC LIMIT 1) AS outgoing
  FROM conversation c JOIN brand b ON b.id = c.brand_id LEFT JOIN account a ON a.id = c.account_id
  LEFT JOIN item i ON i.id = c.item LEFT JOIN connector n ON n.key = i.connector`;

const SHELVES: Readonly<Record<ConversationShelf, { where: string; order: string }>> = {
  open: { where: "c.state = 'open' AND c.snoozed_until IS NULL", order: 'c.said_at' },
  snoozed: { where: "c.state = 'open' AND c.snoozed_until IS NOT NULL", order: 'c.snoozed_until' },
  answered: { where: "c.state = 'answered'", order: '-ifnull(c.answered_at, c.opened_at)' },
  closed: { where: "c.state = 'closed'", order: '-ifnull(c.answered_at, c.opened_at)' },
};

const IN_BRANDS = 'b.archived_at IS NULL AND (? = 0 OR c.brand_id IN (SELECT value FROM json_each(?)))';
const ids = (list: readonly string[]): SqlValue[] => [list.length, JSON.stringify(list)];

/** Conversations of a shelf in the order they should be dealt with, at most 200. `text` is looked for in what was said. */
export function conversationRows(
  read: ReadHandle,
  filter: {
    brandIds: readonly string[];
    accountIds: readonly string[];
    state: ConversationShelf;
    text: string;
  },
): ConversationRow[] {
  const { where, order } = SHELVES[filter.state];
  const sql = `${ROWS} WHERE ${where} AND ${IN_BRANDS} AND (? = 0 OR c.account_id IN (SELECT value FROM json_each(?)))
    ORDER BY ${order}, c.id`;
  const parameters = [...ids(filter.brandIds), ...ids(filter.accountIds)];
  const wanted = fold(filter.text.trim());
  if (wanted === '') return read.all<ConversationRow>(`${sql} LIMIT ${MOST}`, parameters);
  const found: ConversationRow[] = [];
  for (const row of read.iterate<ConversationRow>(sql, parameters)) {
    if (!fold(wordsOf(read, row.id)).includes(wanted)) continue;
    found.push(row);
    if (found.length === MOST) break;
  }
  return found;
}

/** Everything said and written in a conversation, with the names of those who did. */
const wordsOf = (read: ReadHandle, conversationId: string): string =>
  read
    .all<{ words: string }>(
      `SELECT author_name || ' ' || text AS words FROM thread_entry WHERE conversation_id = :id
       UNION ALL SELECT text FROM message WHERE conversation_id = :id
       UNION ALL SELECT i.title || ' ' || i.body || ' ' || ifnull(w.name, '') FROM conversation c JOIN item i ON i.id = c.item
         LEFT JOIN author w ON w.key = i.author WHERE c.id = :id`,
      { id: conversationId },
    )
    .map(({ words }) => words)
    .join('\n');

/** How many conversations wait, in all and by account. */
export function openCounts(
  read: ReadHandle,
  brandIds: readonly string[],
): { open: number; byAccount: ReadonlyMap<string | null, number> } {
  const rows = read.all<{ accountId: string | null; n: number }>(
    `SELECT c.account_id AS accountId, count(*) AS n FROM conversation c JOIN brand b ON b.id = c.brand_id
     WHERE ${SHELVES.open.where} AND ${IN_BRANDS} GROUP BY c.account_id`,
    ids(brandIds),
  );
  return {
    open: rows.reduce((sum, { n }) => sum + n, 0),
    byAccount: new Map(rows.map(({ accountId, n }) => [accountId, n])),
  };
}

/** @throws EarshotError `not-found` */
export function conversationRow(read: ReadHandle, conversationId: string): ConversationRow {
  const row = read.get<ConversationRow>(`${ROWS} WHERE c.id = ?`, [conversationId]);
  if (row) return row;
  throw new EarshotError('not-found', 'This conversation no longer exists.', { details: { conversationId } });
}

interface LastSaid extends Omit<ConversationSaid, 'private'> {
  own: number;
  private: number;
  contactId: string | null;
}

/** What the other side said last that is still to be seen; where nobody of them did, what was said last at all. */
const LAST_SAID = `SELECT e.ident, e.author_name AS who, '' AS title, e.text, e.kind, e.rating, e.sentiment, e.at, e.url, e.own, e.private,
    (SELECT t.contact_id FROM identity t WHERE t.connector = ? AND t.ident = e.author_ident) AS contactId
  FROM thread_entry e WHERE e.conversation_id = ? ORDER BY e.own, e.kind = 'post', e.gone OR e.hidden, e.at DESC LIMIT 1`;

/** A conversation as the contract shows it; null when the mention it belongs to is gone. */
export function wholeConversation(
  read: ReadHandle,
  view: WorkspaceView,
  row: ConversationRow,
): Conversation | null {
  const { thread: _thread, itemIdent: _itemIdent, itemContact, ...rest } = row;
  const mention = row.itemId === null ? null : mentionRow(read, view, { ...row, itemId: row.itemId });
  if (row.itemId !== null && mention === null) return null;
  const last = read.get<LastSaid>(LAST_SAID, [row.connector, row.id]);
  const fromMention: ConversationSaid | null = mention && {
    ident: null,
    who: mention.author || mention.site,
    title: mention.title,
    text: mention.excerpt,
    kind: mention.kind === 'review' ? 'review' : 'post',
    rating: mention.rating,
    sentiment: mention.mentions[0]?.sentiment ?? 'undefined',
    at: mention.publishedAt,
    url: mention.url,
    private: false,
  };
  const isLater =
    last !== undefined && (fromMention === null || (last.own === 0 && last.at > fromMention.at));
  const said = isLater ? saidOf(last) : fromMention;
  if (said === null) return null;
  return {
    ...rest,
    mention,
    contactId: isLater ? last.contactId : itemContact,
    said,
    dueAt: answerDue({
      kind: said.kind === 'review' ? 'review' : 'social',
      rating: said.rating,
      saidAt: row.saidAt,
    }),
  };
}

function saidOf({ contactId: _contactId, own: _own, ...last }: LastSaid): ConversationSaid {
  return { ...last, text: cleanLine(last.text, EXCERPT), private: last.private === 1 };
}
