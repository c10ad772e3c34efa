import type { ActionState } from '#shared/model/action.ts';
import type { Handlers } from '../../context.ts';
import { isHeld } from '../../outbox/by-hand.ts';
import { readAction } from '../../outbox/store.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { queuesPaused } from '../../storage/queues.ts';
import { readSettings, writeSetting } from '../../storage/settings.ts';
import { toEarshotError } from '../sources/failures.ts';
import { listActions } from './list.ts';

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
  'actions.list': (input, { read, ports }) => listActions(read, ports.connectors, input),

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
