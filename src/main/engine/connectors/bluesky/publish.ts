import type { OutgoingPost } from '#shared/model/publishing.ts';
import type { Attempt, Sent } from '#engine/connectors/kit/index.ts';
import { POST, PostRecord, pageOf, partsOf, type StrongRef } from './lexicon.ts';
import { postRecord } from './post.ts';
import { beginningOf, createOnce, findRecord, microsOf, recordKey, recordsAfter } from './records.ts';
import { Session, type BlueskyContext } from './session.ts';

type Request = OutgoingPost & { key: string };

/** Parts of one thread have one time in their record keys: ours to the millisecond, those of other programs nearly. */
const THREAD_MICROS = 1_000_000n;

/**
 * Publishes a post, or a thread, part after part. Every part has the record key that its action and place give it, so what
 * an earlier attempt has already published is found, not published again.
 */
export async function send(context: BlueskyContext, request: Request): Promise<Sent> {
  const session = new Session(context);
  const at = context.now();
  let root: StrongRef | null = null;
  let parent: StrongRef | null = null;
  for (const [part, text] of [request.text, ...request.thread].entries()) {
    const record = await postRecord(session, {
      text,
      images: part === 0 ? request.images : [],
      language: request.language,
      reply: root === null || parent === null ? null : { root, parent },
      // Readers order a thread by time; its parts must not share one.
      at: at + part,
    });
    const made: StrongRef = await createOnce(session, POST, recordKey(request.key, part), record);
    parent = { uri: made.uri, cid: made.cid };
    root ??= parent;
  }
  return sent(root?.uri ?? '');
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

/**
 * What was published in one go with a post, as parts of the thread that it begins. Asks the account's own records, which
 * know a part before the network shows it, and also when the first one is gone. An own answer given later is no part.
 */
export async function laterParts(session: Session, ident: string): Promise<string[]> {
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
