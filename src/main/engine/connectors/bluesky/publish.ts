import type { OutgoingPost } from '#shared/model/publishing.ts';
import { ConnectorError, withoutEffect, type Attempt, type Sent } from '#engine/connectors/kit/index.ts';
import { POST, PostRecord, pageOf, partsOf, type StrongRef } from './lexicon.ts';
import { postRecord } from './post.ts';
import {
  beginningOf,
  createOnce,
  deleteRecord,
  findRecord,
  microsOf,
  recordKey,
  recordsAfter,
} from './records.ts';
import { Session, type BlueskyContext } from './session.ts';

type Request = OutgoingPost & { key: string };

/** Parts of one thread have one time in their record keys: ours to the millisecond, those of other programs nearly. */
const THREAD_MICROS = 1_000_000n;

/**
 * Publishes a post, or a thread, part after part. Every part has the record key that its action and place give it, so what
 * an earlier attempt has already published is found, not published again. A thread of which the network refuses a part is
 * taken back whole: half of it says something else than was meant.
 */
export async function send(context: BlueskyContext, request: Request): Promise<Sent> {
  const session = new Session(context);
  const first = await sendPart(session, request, 0, null);
  try {
    let parent = first;
    for (let part = 1; part <= request.thread.length; part += 1) {
      parent = await sendPart(session, request, part, { root: first, parent });
    }
  } catch (error) {
    if (error instanceof ConnectorError && (error.kind === 'refused' || error.kind === 'invalid'))
      await removeWhole(session, first.uri);
    throw error;
  }
  return sent(first.uri);
}

async function sendPart(
  session: Session,
  { text, thread, images, language, key }: Request,
  part: number,
  reply: { root: StrongRef; parent: StrongRef } | null,
): Promise<StrongRef> {
  const draft = {
    text: part === 0 ? text : (thread[part - 1] ?? ''),
    images: part === 0 ? images : [],
    language,
    reply,
    // Readers order a thread by time; its parts must not share one.
    at: session.context.now() + part,
  };
  const made = postRecord(session, draft);
  const record = await (part === 0 ? withoutEffect(made) : made);
  const { uri, cid } = await createOnce(session, POST, recordKey(key, part), record);
  return { uri, cid };
}

/** Looks for a post and all its parts; a thread that broke off counts as not sent, and sending goes on where it ended. */
export async function find(context: BlueskyContext, { what, key }: Attempt<Request>): Promise<Sent | null> {
  const session = new Session(context);
  let first: string | null = null;
  for (let part = 0; part <= what.thread.length; part += 1) {
    const there = await findRecord(session, POST, recordKey(key, part));
    if (there === null) return null;
    first ??= there.uri;
  }
  return first === null ? null : sent(first);
}

/** Deletes a post with all parts of its thread. The first goes last: while one is left, it is there to name them by. */
export async function removeWhole(session: Session, ident: string): Promise<void> {
  for (const part of await laterParts(session, ident)) await deleteRecord(session, POST, partsOf(part).rkey);
  await deleteRecord(session, POST, partsOf(ident).rkey);
}

/**
 * What was published in one go with a post, as parts of the thread that it begins. Asks the account's own records, which
 * know a part before the network shows it, and also when the first one is gone. An own answer given later is no part.
 */
async function laterParts(session: Session, ident: string): Promise<string[]> {
  const { rkey } = partsOf(ident);
  const [from, beginning] = [microsOf(rkey), beginningOf(rkey)];
  if (from === null || beginning === null) return [];
  const near = await recordsAfter(session, POST, beginning);
  return near
    .filter(({ uri, value }) => {
      const at = microsOf(partsOf(uri).rkey);
      const record = PostRecord.safeParse(value);
      return at !== null && at - from < THREAD_MICROS && record.data?.reply?.root.uri === ident;
    })
    .map(({ uri }) => uri);
}

export const sent = (uri: string): Sent => ({ ident: uri, url: pageOf(uri), held: false });
