import type { Post, Variant } from '#shared/contract/calendar.ts';
import { isMovable, problemsOf, type Problem } from '#shared/model/post.ts';
import { EarshotError } from '#shared/model/result.ts';
import { slotMillis, type Slot } from '#shared/model/slot.ts';
import type { CommandContext } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import { publishingAccounts } from './accounts.ts';

type Needs = Pick<CommandContext, 'outbox' | 'ports'>;

const STANDS: Readonly<Partial<Record<Variant['stage'], string>>> = {
  held: 'The network holds this post. Withdraw it there first.',
  sending: 'This post is being sent right now. Wait a moment and look again.',
  uncertain: 'This post may have gone out: Earshot is looking at the account. Wait until that is settled.',
  sent: 'This post went out already. Duplicate it to publish it again.',
};

/** @throws EarshotError `conflict` when a variant is on its way, or out */
export function refuseGone(variants: readonly Variant[]): void {
  const gone = variants.find(({ stage }) => !isMovable(stage));
  if (gone) {
    throw new EarshotError('conflict', STANDS[gone.stage] ?? 'This post can no longer be changed.', {
      details: { accountId: gone.accountId, stage: gone.stage },
    });
  }
}

/** Takes every action back that has not left. @returns how many */
export function takeBack(
  change: Change,
  { outbox }: Pick<Needs, 'outbox'>,
  variants: readonly Variant[],
): number {
  let cancelled = 0;
  for (const { action, stage } of variants) {
    if (action === null || !isMovable(stage)) continue;
    outbox.cancel(change, action.id);
    cancelled += 1;
  }
  return cancelled;
}

/** Whether a time is still ahead. @throws EarshotError `invalid` */
export function refusePast(at: number, now: number): void {
  // What is chosen now and approved a minute later is meant.
  if (at < now - 60_000) {
    throw new EarshotError('invalid', 'This time has passed. Choose another one, or publish now.', {
      details: { field: 'slot' },
    });
  }
}

/**
 * Brings the outbox in step with an approved post: one action for each variant that has none, and another time for
 * those that wait, failed or were missed. What is on its way, or out, stays. @returns ids of the actions that now wait
 */
export function queueVariants(change: Change, { outbox }: Needs, post: Post, at: number): string[] {
  return post.variants.flatMap((variant) => {
    const { action, stage } = variant;
    if (action === null) {
      const { accountId, text, title, images, hold } = variant;
      return outbox.add(change, {
        kind: 'publish',
        accountId,
        variantId: variant.id,
        payload: { text, title, images, hold },
        dueAt: at,
      });
    }
    if (!isMovable(stage)) return [];
    if (stage === 'scheduled') outbox.reschedule(change, action.id, at);
    else outbox.retry(change, action.id, at);
    return action.id;
  });
}

/** Gives a post another time, and its actions with it. @throws EarshotError `conflict` or `invalid` */
export function movePost(change: Change, context: Needs, post: Post, slot: Slot): void {
  refuseGone(post.variants);
  const at = slotMillis(slot);
  if (post.state === 'approved') {
    refusePast(at, context.ports.clock.now());
    queueVariants(change, context, post, at);
  }
  change.update('post', post.id, { at, zone: slot.zone });
}

const SAYS: Readonly<Record<Problem['code'], (count: number) => string>> = {
  empty: () => 'has nothing in it',
  'too-long': (count) => `is too long by ${count}`,
  'title-missing': () => 'needs a title',
  'too-many-images': (count) => `has ${count} image${count === 1 ? '' : 's'} too many`,
  'image-gone': () => 'has an image that is no longer in the workspace',
  'image-shrinks': () => 'has an image that will be made smaller',
  'alt-missing': () => 'has an image without a description',
  'alt-too-long': () => 'has a description of an image that is too long',
  'sign-in': () => 'goes to an account that has to be signed in to again',
  'cannot-publish': () => 'goes to an account that can no longer publish',
  past: () => 'has a time that has passed',
};

/** @throws EarshotError `invalid` with every hindrance in `details.problems`, when a network would refuse a variant */
export function refuseFaulty(change: Change, { ports }: Needs, post: Post): void {
  const accounts = new Map(publishingAccounts(change.write, ports).map((account) => [account.id, account]));
  const faults = post.variants
    .filter(({ stage }) => isMovable(stage))
    .flatMap((variant) => {
      const account = accounts.get(variant.accountId) ?? null;
      const images = variant.images.map(({ mediaId, alt }) => ({
        alt,
        media:
          change.write.get<{ type: string; bytes: number }>('SELECT type, bytes FROM media WHERE id = ?', [
            mediaId,
          ]) ?? null,
      }));
      return problemsOf({ ...variant, images }, account ?? { publishing: null, needsSignIn: false })
        .filter(({ stops }) => stops)
        .map((problem) => ({ ...problem, accountId: variant.accountId, network: account?.network ?? '' }));
    });
  const [first] = faults;
  if (first === undefined) return;
  const where = first.network === '' ? 'A version of this post' : `The version for ${first.network}`;
  throw new EarshotError(
    'invalid',
    `${where} ${SAYS[first.code](first.count)}. Put that right, then approve it.`,
    {
      details: { problems: faults },
    },
  );
}
