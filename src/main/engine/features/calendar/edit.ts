import type { Post, Variant } from '#shared/contract/calendar.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { CommandContext } from '../../context.ts';
import type { SettledHook } from '../../outbox/outbox.ts';
import { ACTION_COLUMNS, payloadFrom, readPublished, type ActionRow } from '../../outbox/store.ts';
import type { Change } from '../../storage/changes.ts';
import { publishingAccounts } from './accounts.ts';
import { refuseUnnamed } from './approval.ts';
import { refuseFaulty } from './schedule.ts';

type Content = Pick<Variant, 'text' | 'title' | 'images'>;

const essence = ({ text, title, images }: Content): string =>
  JSON.stringify([text, title, images.map(({ mediaId, alt }) => [mediaId, alt])]);

/**
 * Queues a change of what an account has published, in the place of one that has not left yet. The same change twice is
 * one; what is published already, and cannot have been changed since, has not to leave at all.
 * @returns the id of its action, null where nothing has to leave
 * @throws EarshotError in words where the variant is not out, its network or brand does not allow it, or a change is under way
 */
export function editPublished(
  change: Change,
  context: Pick<CommandContext, 'outbox' | 'ports'>,
  post: Post,
  { variantId, by, text, title, images }: ParsedInput<'posts.edit'>,
): string | null {
  const variant = post.variants.find(({ id }) => id === variantId);
  if (variant === undefined) {
    throw new EarshotError('not-found', 'This version of the post no longer exists.', {
      details: { variantId },
    });
  }
  const wanted = { text, title, images };
  const ident = publishedIdent(change, context, variant);
  refuseUnnamed(change.write, post, by);
  refuseFaulty(change.write, context, [{ ...variant, ...wanted }], 'send the change');
  const unsettled = editsSince(change, variantId);
  const open = unsettled.filter(({ state }) => state !== 'cancelled');
  const same = open.find((edit) => edit.state !== 'failed' && edit.content === essence(wanted));
  if (same !== undefined) return same.id;
  if (open.some(({ state }) => state === 'sending')) {
    throw new EarshotError(
      'conflict',
      'A change of this post is being sent right now. Wait a moment, then change it again.',
      { details: { code: 'change-under-way' } },
    );
  }
  // An older change must not come after this one, by itself or by another try.
  for (const { id } of open) context.outbox.cancel(change, id);
  if (essence(wanted) === essence(variant) && !unsettled.some(({ mayBeThere }) => mayBeThere)) return null;
  const payload = { ...wanted, ident, by, thread: variant.thread };
  const { accountId } = variant;
  return context.outbox.add(change, {
    kind: 'edit',
    accountId,
    variantId,
    payload,
    dueAt: context.ports.clock.now(),
  });
}

/** What the network calls a published variant. @throws EarshotError where it is not out, or cannot be changed */
function publishedIdent(
  { write }: Change,
  { ports }: Pick<CommandContext, 'ports'>,
  { id, stage, accountId }: Variant,
): string {
  const account = publishingAccounts(write, ports).find((one) => one.id === accountId);
  if (account?.canEdit === false) {
    throw new EarshotError(
      'refused',
      `${account.network} does not let a published post be changed. Delete it there and publish it anew.`,
      { details: { code: 'no-editing', params: { network: account.network } } },
    );
  }
  const ident = readPublished(write, id)?.resultIdent ?? null;
  if (stage === 'sent' && ident !== null) return ident;
  throw new EarshotError(
    'conflict',
    'This version is not published, so there is nothing to change on the network. Change the post itself.',
    { details: { code: 'not-published', stage } },
  );
}

/** Changes of a variant after the last one that is known to be on the network. */
const editsSince = ({ write }: Change, variantId: string) =>
  write
    .all<ActionRow & { kind: 'edit' }>(
      `SELECT ${ACTION_COLUMNS} FROM action a
       WHERE a.variant_id = ? AND a.kind = 'edit' AND a.id > ifnull(
         (SELECT max(id) FROM action WHERE variant_id = a.variant_id AND kind = 'edit' AND state = 'sent'), '')`,
      [variantId],
    )
    .map((row) => ({
      id: row.id,
      state: row.state,
      content: essence(payloadFrom(row)),
      // The last try of what failed certainly did not arrive; of any other only the answer may have been lost.
      mayBeThere: row.attempts > (row.state === 'failed' ? 1 : 0),
    }));

/** What was changed on the network is what is published now; a change that failed leaves the words as they are. */
export const publishedFollows: SettledHook = (change, row, _sent, now) => {
  if (row.kind !== 'edit' || row.state !== 'sent' || row.variantId === null) return;
  const variant = change.write.get<{ postId: string }>('SELECT post_id AS postId FROM variant WHERE id = ?', [
    row.variantId,
  ]);
  if (variant === undefined) return;
  const { text, title, images, by } = payloadFrom({ ...row, kind: row.kind });
  change.update('variant', row.variantId, { text, title, images: JSON.stringify(images) });
  if (by !== '') change.update('post', variant.postId, { approved_by: by, approved_at: now });
};
