import type { Through } from '#shared/contract/inbox.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import { ReplyPayload, SwitchPayload, type Payload } from '#shared/model/action.ts';
import { EarshotError } from '#shared/model/result.ts';
import { textLeft } from '#shared/networks/count.ts';
import type { CommandContext } from '../../context.ts';
import { entriesOf } from '../../inbox/threads.ts';
import { waiting, wantsAnswer } from '../../inbox/waiting.ts';
import { ACTION_COLUMNS, payloadFrom, readAction, type ActionRow } from '../../outbox/store.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { conversationRow, type ConversationRow } from './rows.ts';
import { throughOf } from './through.ts';

/** The same answer to the same entry within this time is the same press of a button. */
const SAME_PRESS_MS = 10 * 60_000;

interface Queued {
  actionId: string;
  already: boolean;
}

const actionsOf = (read: ReadHandle, conversationId: string, kind: ActionRow['kind']): ActionRow[] =>
  read.all<ActionRow>(
    `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.conversation_id = ? AND a.kind = ? AND a.state <> 'cancelled'
     ORDER BY a.created_at DESC, a.id DESC`,
    [conversationId, kind],
  );

/** @throws EarshotError `refused` where nothing can answer, `invalid` with `over` when the text is too long */
export function queueReply(input: ParsedInput<'conversations.reply'>, context: CommandContext): Queued {
  const now = context.ports.clock.now();
  const queued = context.change(
    (change): Queued => {
      const row = conversationRow(change.write, input.conversationId);
      const through = chooseThrough(throughOf(change.write, context.ports.connectors, row), input.accountId);
      checkLength(input.text, through);
      const target = targetOf(change.write, row, input.to);
      const payload = { ...target, text: input.text };
      change.update('conversation', row.id, {
        draft: '',
        ...(input.done ? { state: 'closed', snoozed_until: null } : {}),
      });
      return (
        reuse(change, context, { ...input, ...payload, now }) ?? {
          actionId: context.outbox.add(change, {
            kind: 'reply',
            accountId: through.accountId,
            conversationId: row.id,
            payload,
            dueAt: input.at ?? now,
          }),
          already: false,
        }
      );
    },
    { undoable: false },
  ).value;
  context.outbox.look();
  return queued;
}

/** The same answer that is on its way, has just arrived, or could not be sent: it is not written a second time. */
function reuse(
  change: Change,
  { outbox }: CommandContext,
  answer: { conversationId: string; to: string; text: string; at: number | null; now: number },
): Queued | null {
  const same = actionsOf(change.write, answer.conversationId, 'reply').find((row) => {
    if (row.state === 'sent' && (row.settledAt ?? 0) < answer.now - SAME_PRESS_MS) return false;
    const payload = ReplyPayload.parse(JSON.parse(row.payload));
    return payload.to === answer.to && payload.text === answer.text;
  });
  if (same === undefined) return null;
  if (same.state === 'failed' || same.state === 'missed') {
    outbox.retry(change, same.id, answer.at ?? answer.now);
    return { actionId: same.id, already: false };
  }
  if (same.state === 'queued' && answer.at === null && same.dueAt > answer.now) {
    outbox.reschedule(change, same.id, answer.now);
  }
  return { actionId: same.id, already: true };
}

function chooseThrough(all: readonly Through[], accountId: string | null): Through {
  const able = all.filter(({ can }) => can.reply);
  const chosen = accountId === null ? able[0] : able.find((through) => through.accountId === accountId);
  if (chosen !== undefined) return chosen;
  throw new EarshotError(
    'refused',
    'No connected account can answer here. Copy your answer and paste it on the network.',
  );
}

function checkLength(text: string, { limits, network }: Through): void {
  if (limits === null) return;
  const left = textLeft(text, limits.text, limits.replyMax ?? limits.text.max);
  if (left === null || left >= 0) return;
  throw new EarshotError('invalid', `This is ${-left} over what ${network} takes. Shorten it.`, {
    details: { field: 'text', over: -left },
  });
}

/** What is answered: the entry that was asked for, else the newest that waits, else the newest of the other side. */
function targetOf(read: ReadHandle, row: ConversationRow, to: string | null): Omit<Payload<'reply'>, 'text'> {
  const entries = entriesOf(read, row.id);
  const found =
    to === null
      ? (waiting(entries).at(-1) ?? entries.findLast(wantsAnswer) ?? entries.findLast(({ own }) => !own))
      : entries.find(({ ident }) => ident === to);
  if (found !== undefined) {
    if (found.gone)
      throw new EarshotError('refused', 'What you answer was deleted on the network. Answer something else.');
    return {
      to: found.ident,
      thread: row.thread ?? row.itemIdent ?? found.ident,
      private: found.private,
      toHandle: found.authorIdent === '' ? null : found.authorIdent,
    };
  }
  if (row.itemIdent !== null && (to === null || to === row.itemIdent)) {
    return { to: row.itemIdent, thread: row.itemIdent, private: false, toHandle: null };
  }
  throw new EarshotError('not-found', 'What you answer is no longer there. Look at the conversation again.');
}

/** Takes an answer back into the draft. @throws EarshotError `conflict` once it is on its way */
export function takeBack(
  { conversationId, actionId }: ParsedInput<'conversations.takeBack'>,
  context: CommandContext,
): { draft: string } {
  const { value: draft } = context.change(
    (change) => {
      const action = readAction(change.write, actionId);
      if (action.kind !== 'reply' || action.conversationId !== conversationId) {
        throw new EarshotError('not-found', 'This answer is no longer in the outbox.');
      }
      const row = conversationRow(change.write, conversationId);
      context.outbox.cancel(change, actionId);
      const { text } = ReplyPayload.parse(JSON.parse(action.payload));
      const whole = row.draft.trim() === '' ? text : `${text}\n\n${row.draft}`;
      change.update('conversation', conversationId, { draft: whole });
      return whole;
    },
    { undoable: false },
  );
  return { draft };
}

type Switch = { kind: 'like' | 'hide'; on: boolean } | { kind: 'delete' };

/** Queues a like, hiding or a deletion; one that waits for the opposite is taken back instead. */
export function queueSwitch(
  { conversationId, ident }: { conversationId: string; ident: string },
  what: Switch,
  context: CommandContext,
): Queued {
  const queued = context.change(
    (change): Queued => {
      const row = conversationRow(change.write, conversationId);
      const through = throughOf(change.write, context.ports.connectors, row)[0];
      if (through?.can[what.kind === 'delete' ? 'remove' : what.kind] !== true) {
        throw new EarshotError(
          'refused',
          'No connected account can do this here. Do it on the network itself.',
        );
      }
      checkTarget(change.write, { conversationId, ident }, what.kind);
      const same = actionsOf(change.write, conversationId, what.kind).find(
        (action) => action.state !== 'sent' && identOf(action) === ident,
      );
      if (same !== undefined && onOf(same) === ('on' in what ? what.on : true)) {
        if (same.state === 'failed') context.outbox.retry(change, same.id, context.ports.clock.now());
        return { actionId: same.id, already: same.state !== 'failed' };
      }
      if (same?.state === 'queued' || same?.state === 'failed') {
        context.outbox.cancel(change, same.id);
        return { actionId: same.id, already: false };
      }
      const rest = { accountId: through.accountId, conversationId, dueAt: context.ports.clock.now() };
      const actionId =
        what.kind === 'delete'
          ? context.outbox.add(change, { ...rest, kind: 'delete', payload: { ident } })
          : context.outbox.add(change, { ...rest, kind: what.kind, payload: { ident, on: what.on } });
      return { actionId, already: false };
    },
    { undoable: false },
  ).value;
  context.outbox.look();
  return queued;
}

function checkTarget(
  read: ReadHandle,
  { conversationId, ident }: { conversationId: string; ident: string },
  kind: Switch['kind'],
): void {
  const entry = entriesOf(read, conversationId).find((one) => one.ident === ident);
  if (entry === undefined || entry.gone) {
    throw new EarshotError('not-found', 'This is no longer there on the network.');
  }
  if (entry.own === (kind === 'delete')) return;
  throw new EarshotError(
    'refused',
    kind === 'delete'
      ? 'Only what you wrote yourself can be deleted.'
      : 'This is your own: it cannot be liked or hidden here.',
  );
}

const identOf = (row: ActionRow): string =>
  row.kind === 'delete'
    ? payloadFrom({ ...row, kind: row.kind }).ident
    : SwitchPayload.parse(JSON.parse(row.payload)).ident;
const onOf = (row: ActionRow): boolean =>
  row.kind === 'delete' || SwitchPayload.parse(JSON.parse(row.payload)).on;
