import type { ThreadEntry, ThreadUpdate } from '../connectors/kit/index.ts';
import type { Judge } from '../collect/judge.ts';
import type { ReadHandle } from '../storage/handles.ts';
import { conversationOf, entriesOf, type InboxAccount, type Opinion } from './threads.ts';

/** What the other side said that is new or reads differently than what is stored. */
function unjudged(read: ReadHandle, account: InboxAccount, update: ThreadUpdate): ThreadEntry[] {
  const known = conversationOf(read, account, update);
  const texts = new Map(
    known === undefined ? [] : entriesOf(read, known.id).map(({ ident, text }) => [ident, text]),
  );
  return update.entries.filter(({ own, text, ident }) => !own && text !== '' && texts.get(ident) !== text);
}

/** Judges what is worth judging of a batch, before its transaction begins. */
export async function judgeThreads(
  judge: Judge,
  read: ReadHandle,
  account: InboxAccount,
  threads: readonly ThreadUpdate[],
): Promise<Map<string, Opinion>> {
  const entries = threads.flatMap((update) => unjudged(read, account, update));
  if (entries.length === 0) return new Map();
  const judged = await judge.judge(
    entries.map(({ text, kind }) => ({
      title: '',
      text,
      hint: null,
      kind: kind === 'review' ? 'review' : 'social',
    })),
  );
  return new Map(
    entries.map(({ ident }, at) => [
      ident,
      { language: judged[at]?.language ?? null, sentiment: judged[at]?.sentiment ?? 'undefined' },
    ]),
  );
}
