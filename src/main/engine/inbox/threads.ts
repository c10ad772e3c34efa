import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Sentiment } from '#shared/contract/mentions.ts';
import type { Attachment, ThreadEntry, ThreadUpdate } from '../connectors/kit/index.ts';
import { cleanLine, cleanText, httpAddress } from '../connectors/kit/index.ts';
import type { Change } from '../storage/changes.ts';
import type { ReadHandle } from '../storage/handles.ts';
import type { Workspace } from '../storage/workspace.ts';
import { endMentions } from './mentions.ts';
import { waiting, wantsAnswer } from './waiting.ts';

const DAY = 86_400_000;
/** What an account's first look brings that is older than this is kept, but nobody is asked to answer it any more. */
const OLD_AT_FIRST = 30 * DAY;

/** The account whose threads are stored. */
export interface InboxAccount {
  id: string;
  brandId: string;
  connector: string;
}

export interface Opinion {
  language: string | null;
  sentiment: Sentiment;
}

/** An entry as it is stored. */
export interface StoredEntry {
  ident: string;
  parent: string | null;
  kind: ThreadEntry['kind'];
  text: string;
  authorIdent: string;
  authorName: string;
  authorUrl: string | null;
  own: boolean;
  at: number;
  url: string;
  attachments: Attachment[];
  liked: boolean;
  hidden: boolean;
  held: boolean;
  gone: boolean;
  rating: number | null;
  private: boolean;
  sentiment: Sentiment;
}

const Attachments = z.array(
  z.object({ kind: z.enum(['image', 'video', 'audio', 'other']), url: z.string(), alt: z.string() }),
);

type Stored = Omit<StoredEntry, 'own' | 'liked' | 'hidden' | 'held' | 'gone' | 'private' | 'attachments'> & {
  own: number;
  liked: number;
  hidden: number;
  held: number;
  gone: number;
  private: number;
  attachments: string;
};

/** A thread's entries: the post it belongs to first, then in the order of time. */
export const entriesOf = (read: ReadHandle, conversationId: string): StoredEntry[] =>
  read
    .all<Stored>(
      `SELECT ident, parent, kind, text, author_ident AS authorIdent, author_name AS authorName, author_url AS authorUrl,
         own, at, url, attachments, liked, hidden, held, gone, rating, private, sentiment
       FROM thread_entry WHERE conversation_id = ? ORDER BY parent IS NOT NULL OR kind <> 'post', at, ident`,
      [conversationId],
    )
    .map((row) => ({
      ...row,
      attachments: Attachments.parse(JSON.parse(row.attachments)),
      own: row.own === 1,
      liked: row.liked === 1,
      hidden: row.hidden === 1,
      held: row.held === 1,
      gone: row.gone === 1,
      private: row.private === 1,
    }));

interface Known {
  id: string;
  accountId: string | null;
  state: 'open' | 'answered' | 'closed';
  /** What its mention is called on the network; null where it belongs to no mention. */
  itemIdent: string | null;
  itemUrl: string | null;
}

const KNOWN = `SELECT c.id, c.account_id AS accountId, c.state, i.ident AS itemIdent, i.url AS itemUrl
  FROM conversation c LEFT JOIN item i ON i.id = c.item`;

/**
 * The conversation a thread belongs to: its own, or that of a mention which is part of the thread, so that a post found by
 * a search and answered from here goes on in one place.
 */
export function conversationOf(
  read: ReadHandle,
  account: InboxAccount,
  update: Pick<ThreadUpdate, 'ident' | 'entries'>,
): Known | undefined {
  const own = read.get<Known>(`${KNOWN} WHERE c.account_id = ? AND c.thread = ?`, [account.id, update.ident]);
  if (own) return own;
  return read.get<Known>(
    `${KNOWN} JOIN connector n ON n.key = i.connector
     WHERE c.item IS NOT NULL AND n.id = ? AND (i.ident IN (SELECT value FROM json_each(?))
       OR i.url IN (SELECT value FROM json_each(?))) AND c.brand_id = ? AND ifnull(c.account_id, ?) = ?
     ORDER BY c.opened_at LIMIT 1`,
    [
      account.connector,
      JSON.stringify(update.entries.map(({ ident }) => ident)),
      JSON.stringify(update.entries.map(({ url }) => url).filter((url) => url !== '')),
      account.brandId,
      account.id,
      account.id,
    ],
  );
}

export interface StoreOptions {
  /** What understanding makes of entries that are new or were changed, by ident. */
  opinions: ReadonlyMap<string, Opinion>;
  /** Whether this is the first look at the account. */
  first: boolean;
  /** UTC milliseconds. */
  now: number;
}

/**
 * Stores what is known of a thread and sets its conversation accordingly: something new from the other side opens it, an
 * own answer given anywhere ends the waiting. Threads in which nobody else speaks are left out until somebody does.
 * @returns how many entries of others are new
 */
export function storeThread(
  workspace: Workspace,
  change: Change,
  account: InboxAccount,
  update: ThreadUpdate,
  { opinions, first, now }: StoreOptions,
): number {
  const known = conversationOf(change.write, account, update);
  if (known === undefined && !update.entries.some(wantsAnswer)) return 0;
  const before = new Set(
    known === undefined ? [] : entriesOf(change.write, known.id).map(({ ident }) => ident),
  );
  // The mention itself is no news. Some networks name a post differently on each server; its address is the same.
  const mention = update.entries.find(
    ({ ident, url }) => ident === known?.itemIdent || (url !== '' && url === known?.itemUrl),
  );
  if (mention !== undefined) before.add(mention.ident);
  const conversationId = known?.id ?? insertConversation(change, account, update, now);
  for (const entry of update.entries) {
    writeEntry(change, conversationId, entry, { opinion: opinions.get(entry.ident), now });
  }
  const entries = entriesOf(change.write, conversationId);
  const fresh = entries.filter(({ ident }) => !before.has(ident));
  const open = waiting(entries);
  const oldest = open[0];
  const isNew = (entry: StoredEntry): boolean => !before.has(entry.ident);
  if (known !== undefined && known.accountId === null) {
    change.update('conversation', conversationId, { account_id: account.id });
  }
  if (oldest !== undefined) change.update('conversation', conversationId, { said_at: oldest.at });
  const newest = (of: (entry: StoredEntry) => boolean): number =>
    Math.max(0, ...entries.filter(of).map(({ at }) => at));
  if (first && known === undefined && now - newest(wantsAnswer) > OLD_AT_FIRST) {
    change.update('conversation', conversationId, { state: 'closed' });
  } else if (open.some(isNew)) {
    change.update('conversation', conversationId, { state: 'open', answered_at: null, snoozed_until: null });
  } else if (
    oldest === undefined &&
    known?.state !== 'closed' &&
    (fresh.some(({ own }) => own) || known === undefined)
  ) {
    change.update('conversation', conversationId, {
      state: 'answered',
      answered_at: newest(({ own }) => own),
      snoozed_until: null,
    });
    endMentions(workspace, change, { id: conversationId, brandId: account.brandId });
  }
  return fresh.filter(({ own }) => !own).length;
}

function insertConversation(
  change: Change,
  account: InboxAccount,
  update: ThreadUpdate,
  now: number,
): string {
  const id = uuidv7();
  change.insert('conversation', {
    id,
    brand_id: account.brandId,
    item: null,
    account_id: account.id,
    thread: update.ident,
    state: 'open',
    draft: '',
    opened_at: now,
    said_at: Math.max(0, ...update.entries.filter(wantsAnswer).map(({ at }) => at)),
    answered_at: null,
    snoozed_until: null,
  });
  return id;
}

/**
 * Text is kept when the network deletes it: the entry is marked instead. The time is the network's, also of an answer
 * that was kept with our own when it was sent.
 */
const WRITE = `INSERT INTO thread_entry(conversation_id, ident, parent, kind, text, author_ident, author_name, author_url,
    followers, own, at, seen_at, url, attachments, liked, hidden, held, gone, rating, private, language, sentiment)
  VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
  ON CONFLICT(conversation_id, ident) DO UPDATE SET
    text = iif(excluded.gone = 1 AND excluded.text = '', text, excluded.text),
    author_name = iif(excluded.author_name = '', author_name, excluded.author_name),
    author_ident = iif(excluded.author_ident = '', author_ident, excluded.author_ident),
    author_url = ifnull(excluded.author_url, author_url), followers = ifnull(excluded.followers, followers),
    at = excluded.at, parent = ifnull(excluded.parent, parent), own = max(own, excluded.own), url = iif(excluded.url = '', url, excluded.url),
    attachments = iif(excluded.gone = 1, attachments, excluded.attachments), liked = excluded.liked,
    hidden = excluded.hidden, held = excluded.held, gone = excluded.gone, rating = ifnull(excluded.rating, rating),
    language = ifnull(excluded.language, language),
    sentiment = iif(excluded.sentiment = 'undefined', sentiment, excluded.sentiment)`;

/** Writes one entry, new or known; collected text is cut to what we keep and only web addresses stay. */
export function writeEntry(
  change: Change,
  conversationId: string,
  entry: ThreadEntry,
  { opinion, now }: { opinion: Opinion | undefined; now: number },
): void {
  const attachments = entry.attachments.flatMap(({ kind, url, alt }) => {
    const address = httpAddress(url);
    return address === '' && alt === '' ? [] : [{ kind, url: address, alt: cleanText(alt, 5000) }];
  });
  const authorUrl = httpAddress(entry.author?.url);
  change.write.run(WRITE, [
    conversationId,
    entry.ident,
    entry.parent,
    entry.kind,
    cleanText(entry.text),
    cleanLine(entry.author?.ident ?? '', 400),
    cleanLine(entry.author?.name ?? '', 400),
    authorUrl === '' ? null : authorUrl,
    entry.author?.followers ?? null,
    Number(entry.own),
    entry.at,
    now,
    httpAddress(entry.url),
    JSON.stringify(attachments),
    Number(entry.liked),
    Number(entry.hidden),
    Number(entry.held ?? false),
    Number(entry.gone),
    entry.rating,
    Number(entry.private),
    opinion?.language ?? null,
    opinion?.sentiment ?? 'undefined',
  ]);
}
