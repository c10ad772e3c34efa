import { z } from 'zod';
import { ReasonParams } from '#shared/contract/common.ts';
import type { Action } from '#shared/contract/outbox.ts';
import type { ActionState } from '#shared/model/action.ts';
import type { Handlers } from '../../context.ts';
import { isHeld } from '../../outbox/by-hand.ts';
import { ACTION_COLUMNS, readAction, type ActionRow } from '../../outbox/store.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { queuesPaused } from '../../storage/queues.ts';
import { readSettings, writeSetting } from '../../storage/settings.ts';
import { toEarshotError } from '../sources/failures.ts';

const MOST = 200;
const EXCERPT = 160;
const Said = z.object({ text: z.string().default(''), title: z.string().default('') });

interface Row extends ActionRow {
  connector: string;
  handle: string;
  brandId: string;
  postId: string | null;
}

function listed(row: Row, network: string): Action {
  const { text, title } = Said.parse(JSON.parse(row.payload));
  return {
    id: row.id,
    accountId: row.accountId,
    network,
    handle: row.handle,
    brandId: row.brandId,
    kind: row.kind,
    state: row.state,
    excerpt: (title || text).replace(/\s+/g, ' ').slice(0, EXCERPT),
    postId: row.postId,
    conversationId: row.conversationId,
    dueAt: row.dueAt,
    nextTryAt: row.nextTryAt,
    sendingAt: row.sendingAt,
    settledAt: row.settledAt,
    attempts: row.attempts,
    reasonCode: row.reasonCode,
    reasonParams: ReasonParams.parse(JSON.parse(row.reasonParams)),
    reason: row.reason,
    retryable: row.retryable === 1,
    url: row.resultUrl,
    held: row.held === 1,
  };
}

const countsOf = (read: ReadHandle): Map<string, number> =>
  new Map(
    read
      .all<{ state: string; n: number }>(
        `SELECT x.state, count(*) AS n FROM action x JOIN account a ON a.id = x.account_id JOIN brand b ON b.id = a.brand_id
         WHERE x.state IN ('queued', 'sending', 'uncertain', 'missed', 'failed') AND a.archived_at IS NULL
           AND b.archived_at IS NULL GROUP BY x.state`,
      )
      .map(({ state, n }) => [state, n]),
  );

export const outboxHandlers = {
  'actions.list': ({ states, brandIds }, { read, ports }) => ({
    actions: read
      .all<Row>(
        `SELECT ${ACTION_COLUMNS}, c.connector, c.handle, c.brand_id AS brandId,
           (SELECT v.post_id FROM variant v WHERE v.id = a.variant_id) AS postId
         FROM action a JOIN account c ON c.id = a.account_id JOIN brand b ON b.id = c.brand_id AND b.archived_at IS NULL
         WHERE c.archived_at IS NULL AND a.state IN (SELECT value FROM json_each(?))
           AND (? = 0 OR c.brand_id IN (SELECT value FROM json_each(?)))
         ORDER BY a.due_at, a.id LIMIT ${MOST}`,
        [JSON.stringify(states), brandIds.length, JSON.stringify(brandIds)],
      )
      .map((row) => listed(row, ports.connectors.get(row.connector)?.name ?? row.connector)),
  }),

  'actions.cancel': async ({ actionId }, context) => {
    if (isHeld(readAction(context.read, actionId), context.ports.clock.now())) {
      await context.outbox.withdraw(actionId, context.signal).catch((error: unknown) => {
        throw toEarshotError(error);
      });
      return {};
    }
    context.change((change) => context.outbox.cancel(change, actionId), { undoable: false });
    return {};
  },

  'actions.retry': ({ actionId, at }, context) => {
    const dueAt = at ?? context.ports.clock.now();
    context.change((change) => context.outbox.retry(change, actionId, dueAt), { undoable: false });
    context.outbox.look();
    return {};
  },

  'outbox.status': (_input, { read }) => {
    const counts = countsOf(read);
    const of = (state: ActionState): number => counts.get(state) ?? 0;
    return {
      queued: of('queued'),
      sending: of('sending'),
      uncertain: of('uncertain'),
      missed: of('missed'),
      failed: of('failed'),
      paused: queuesPaused(read),
      lateMinutes: readSettings(read).lateMinutes,
    };
  },

  'outbox.settings': ({ lateMinutes }, context) => {
    writeSetting(context.workspace.write, 'lateMinutes', lateMinutes);
    context.emitChanged(['settings', 'outbox']);
    context.outbox.look();
    return {};
  },
} satisfies Handlers<
  'actions.list' | 'actions.cancel' | 'actions.retry' | 'outbox.status' | 'outbox.settings'
>;
