import { z } from 'zod';
import { ReasonParams } from '#shared/contract/common.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { Action } from '#shared/contract/outbox.ts';
import { clip } from '../../connectors/kit/index.ts';
import { ACTION_COLUMNS, type ActionRow } from '../../outbox/store.ts';
import type { Ports } from '../../ports.ts';
import type { ReadHandle } from '../../storage/handles.ts';

/** In UTF-16 units. */
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
    excerpt: clip((title || text).replace(/\s+/g, ' '), EXCERPT),
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

/** Actions of accounts that are there, by due time; `after` is the last one of the page before. */
export function listActions(
  read: ReadHandle,
  connectors: Ports['connectors'],
  input: ParsedInput<'actions.list'>,
): { actions: Action[]; next: string | null } {
  const { states, kinds, brandIds, newestFirst, after, limit } = input;
  const last =
    after === null
      ? undefined
      : read.get<{ at: number; id: string }>('SELECT due_at AS at, id FROM action WHERE id = ?', [after]);
  const [beyond, direction] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = read.all<Row>(
    `SELECT ${ACTION_COLUMNS}, c.connector, c.handle, c.brand_id AS brandId,
       (SELECT v.post_id FROM variant v WHERE v.id = a.variant_id) AS postId
     FROM action a JOIN account c ON c.id = a.account_id JOIN brand b ON b.id = c.brand_id AND b.archived_at IS NULL
     WHERE c.archived_at IS NULL AND a.state IN (SELECT value FROM json_each(?))
       AND (? = 0 OR a.kind IN (SELECT value FROM json_each(?)))
       AND (? = 0 OR c.brand_id IN (SELECT value FROM json_each(?)))
       AND (? = 0 OR (a.due_at, a.id) ${beyond} (?, ?))
     ORDER BY a.due_at ${direction}, a.id ${direction} LIMIT ?`,
    [
      JSON.stringify(states),
      kinds.length,
      JSON.stringify(kinds),
      brandIds.length,
      JSON.stringify(brandIds),
      last === undefined ? 0 : 1,
      last?.at ?? 0,
      last?.id ?? '',
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  return {
    actions: shown.map((row) => listed(row, connectors.get(row.connector)?.name ?? row.connector)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
