import type { Post, Variant } from '#shared/contract/calendar.ts';
import { slotMillis, type Slot } from '#shared/model/slot.ts';
import type { CommandContext } from '../../context.ts';
import { readAction } from '../../outbox/store.ts';
import type { Change } from '../../storage/changes.ts';
import { toEarshotError } from '../sources/failures.ts';
import { queueVariant, refuseGone, refusePast } from './schedule.ts';

/** What a post is that has to be approved again. */
export const unapproved = { state: 'draft', approved_at: null, approved_by: '' } as const;

/**
 * Takes back what networks hold of a post, one account after another, so that it can be changed like any other. With a
 * `slot` each goes into the outbox for that time in the very change that takes it back; without one the post is a draft
 * again. A version is never in the outbox before its network has let go of it, so nothing goes out twice; where a network
 * does not let go, those that did are put back to the time they had.
 * @throws EarshotError as the network says; the post then stands as before
 */
export async function withdrawHeld(context: CommandContext, post: Post, slot: Slot | null): Promise<void> {
  const free: Freed[] = [];
  const approval = approvalOf(context, post.id);
  for (const variant of post.variants) {
    if (variant.stage !== 'held' || variant.action === null) continue;
    try {
      await context.outbox.withdraw(variant.action.id, context.signal, (change) => {
        free.push({ variant, actionId: freed(change, context, post, variant, slot) });
      });
    } catch (error) {
      if (free.length > 0) context.change((change) => putBack(change, context, post, free, approval), undone);
      context.outbox.look();
      throw toEarshotError(error);
    }
  }
}

/** Moves what networks hold of a post to another time. @throws EarshotError as `withdrawHeld`, or `invalid` for the past */
export async function moveHeld(context: CommandContext, post: Post, slot: Slot): Promise<void> {
  if (!post.variants.some(({ stage }) => stage === 'held')) return;
  refuseGone(post.variants);
  refusePast(slotMillis(slot), context.ports.clock.now());
  await withdrawHeld(context, post, slot);
}

const undone = { undoable: false };

/** A version that its network no longer holds, and the action it waits with for its new time. */
interface Freed {
  variant: Variant;
  actionId: string | null;
}

function freed(
  change: Change,
  context: CommandContext,
  post: Post,
  variant: Variant,
  slot: Slot | null,
): string | null {
  if (slot === null) {
    change.update('post', post.id, unapproved);
    return null;
  }
  const at = slotMillis(slot);
  change.update('post', post.id, { at, zone: slot.zone });
  return queueVariant(change, context, variant, at);
}

function putBack(
  change: Change,
  context: CommandContext,
  { id, at, zone }: Post,
  free: readonly Freed[],
  approval: Approval,
): void {
  change.update('post', id, { at, zone, ...approval });
  for (const { variant, actionId } of free) {
    const dueAt = variant.action?.dueAt ?? at ?? context.ports.clock.now();
    if (actionId === null) queueVariant(change, context, variant, dueAt);
    else if (readAction(change.write, actionId).state === 'queued')
      context.outbox.reschedule(change, actionId, dueAt);
  }
}

type Approval = { state: string; approved_at: number | null; approved_by: string };

const approvalOf = ({ read }: CommandContext, postId: string): Approval =>
  read.get<Approval>('SELECT state, approved_at, approved_by FROM post WHERE id = ?', [postId]) ?? unapproved;
