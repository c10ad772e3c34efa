import { v7 as uuidv7 } from 'uuid';
import {
  next,
  payloadOf,
  type ActionEvent,
  type ActionKind,
  type ActionState,
  type Payload,
  type PayloadInput,
} from '#shared/model/action.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { ConnectorError } from '../connectors/kit/index.ts';
import type { Change } from '../storage/changes.ts';
import type { ReadHandle } from '../storage/handles.ts';

/** An action as it is stored; times are UTC milliseconds. */
export interface ActionRow {
  id: string;
  accountId: string;
  kind: ActionKind;
  payload: string;
  key: string;
  state: ActionState;
  variantId: string | null;
  conversationId: string | null;
  automatic: number;
  dueAt: number;
  createdAt: number;
  sendingAt: number | null;
  settledAt: number | null;
  nextTryAt: number | null;
  attempts: number;
  looks: number;
  reasonKind: string | null;
  reasonCode: string | null;
  reasonParams: string;
  reason: string;
  retryable: number;
  resultIdent: string | null;
  resultUrl: string | null;
  held: number;
}

export const ACTION_COLUMNS = `a.id, a.account_id AS accountId, a.kind, a.payload, a.key, a.state, a.variant_id AS variantId,
  a.conversation_id AS conversationId, a.automatic, a.due_at AS dueAt, a.created_at AS createdAt, a.sending_at AS sendingAt,
  a.settled_at AS settledAt, a.next_try_at AS nextTryAt, a.attempts, a.looks, a.reason_kind AS reasonKind,
  a.reason_code AS reasonCode, a.reason_params AS reasonParams, a.reason, a.retryable, a.result_ident AS resultIdent,
  a.result_url AS resultUrl, a.held`;

export function readAction(read: ReadHandle, actionId: string): ActionRow {
  const row = read.get<ActionRow>(`SELECT ${ACTION_COLUMNS} FROM action a WHERE a.id = ?`, [actionId]);
  if (!row) {
    throw new EarshotError('not-found', 'This is no longer in the outbox.', { details: { actionId } });
  }
  return row;
}

/** What published a variant, last; null where it is not out. */
export const readPublished = (read: ReadHandle, variantId: string | null): ActionRow | null =>
  read.get<ActionRow>(
    `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.variant_id = ? AND a.kind = 'publish' AND a.state = 'sent'
     ORDER BY a.id DESC LIMIT 1`,
    [variantId],
  ) ?? null;

export function payloadFrom<K extends ActionKind>(row: ActionRow & { kind: K }): Payload<K> {
  return payloadOf[row.kind].parse(JSON.parse(row.payload)) as Payload<K>;
}

/** What is to leave, as a feature hands it in. */
export type NewAction = {
  [K in ActionKind]: {
    kind: K;
    accountId: string;
    payload: PayloadInput<K>;
    /** UTC milliseconds; now or earlier = at once. */
    dueAt: number;
    variantId?: string;
    conversationId?: string;
    /** Sent by a rule rather than by a person's press: waits while a crisis lasts. */
    automatic?: boolean;
  };
}[ActionKind];

/** Writes an approved, queued action within a change. @returns its id */
export function insertAction(change: Change, action: NewAction, now: number): string {
  const id = uuidv7();
  change.insert('action', {
    id,
    account_id: action.accountId,
    kind: action.kind,
    payload: JSON.stringify(payloadOf[action.kind].parse(action.payload)),
    key: uuidv7(),
    state: 'queued',
    variant_id: action.variantId ?? null,
    conversation_id: action.conversationId ?? null,
    automatic: action.automatic === true ? 1 : 0,
    due_at: action.dueAt,
    created_at: now,
    approved_at: now,
    sending_at: null,
    settled_at: null,
    next_try_at: null,
    attempts: 0,
    looks: 0,
    reason_kind: null,
    reason_code: null,
    reason_params: '{}',
    reason: '',
    retryable: 0,
    result_ident: null,
    result_url: null,
    held: 0,
  });
  return id;
}

type Patch = Parameters<Change['update']>[2];

const WORDS: Readonly<Record<ActionState, string>> = {
  draft: 'is still a draft',
  approved: 'is approved and waits for a time',
  queued: 'waits for its time',
  sending: 'is being sent right now',
  sent: 'was sent already',
  failed: 'could not be sent',
  uncertain: 'may have been sent: Earshot is looking at the account',
  missed: 'missed its time',
  cancelled: 'was cancelled',
};

/**
 * Moves an action along the one table of transitions.
 * @throws EarshotError `conflict` when it stands somewhere from where this cannot happen
 */
export function moveAction(
  change: Change,
  row: Pick<ActionRow, 'id'>,
  event: ActionEvent,
  patch: Patch = {},
): void {
  const { state } = readAction(change.write, row.id);
  const to = next(state, event);
  if (to === null) {
    throw new EarshotError('conflict', `This ${WORDS[state]}, so that is no longer possible.`, {
      details: { actionId: row.id, state },
    });
  }
  change.update('action', row.id, { state: to, ...patch });
}

export const reasonOf = (error: ConnectorError): Patch => ({
  reason_kind: error.kind,
  reason_code: error.code,
  reason_params: JSON.stringify(error.params),
  reason: error.message,
  retryable: error.kind === 'invalid' || error.kind === 'gone' ? 0 : 1,
});

export const noReason: Patch = {
  reason_kind: null,
  reason_code: null,
  reason_params: '{}',
  reason: '',
  retryable: 0,
};

/** How many things missed their time, failed or have an open outcome, of accounts that are there. */
export const countStuck = (read: ReadHandle, brandIds: readonly string[]): number =>
  read.get<{ n: number }>(
    `SELECT count(*) AS n FROM action x JOIN account a ON a.id = x.account_id JOIN brand b ON b.id = a.brand_id
     WHERE x.state IN ('missed', 'failed', 'uncertain') AND a.archived_at IS NULL AND b.archived_at IS NULL
       AND (? = 0 OR a.brand_id IN (SELECT value FROM json_each(?)))`,
    [brandIds.length, JSON.stringify(brandIds)],
  )?.n ?? 0;
