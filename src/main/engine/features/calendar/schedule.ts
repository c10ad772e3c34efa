import type { Post, Variant, VariantDraft } from '#shared/contract/calendar.ts';
import { isMovable, problemsOf, type Problem } from '#shared/model/post.ts';
import { EarshotError } from '#shared/model/result.ts';
import { slotMillis, type Slot } from '#shared/model/slot.ts';
import type { CommandContext } from '../../context.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { publishingAccounts } from './accounts.ts';

type Needs = Pick<CommandContext, 'outbox' | 'ports'>;

const STANDS: Readonly<Partial<Record<Variant['stage'], string>>> = {
  sending: 'This post is being sent right now. Wait a moment and look again.',
  uncertain: 'This post may have gone out: Earshot is looking at the account. Wait until that is settled.',
  sent: 'This post went out already. Duplicate it to publish it again.',
};

/** @throws EarshotError `conflict` when a variant is on its way, or out; what is held can be taken back */
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

/** Hands a version to the outbox. @param at UTC milliseconds @returns the id of its action */
export function queueVariant(
  change: Change,
  { outbox }: Pick<Needs, 'outbox'>,
  { id, accountId, text, title, thread, images, hold }: Variant,
  at: number,
): string {
  const payload = { text, title, thread, images, hold };
  return outbox.add(change, { kind: 'publish', accountId, variantId: id, payload, dueAt: at });
}

/**
 * Brings the outbox in step with an approved post: one action for each variant that has none, and another time for
 * those that wait, failed or were missed. What is on its way, or out, stays. @returns ids of the actions that now wait
 */
export function queueVariants(change: Change, { outbox }: Needs, post: Post, at: number): string[] {
  return post.variants.flatMap((variant) => {
    const { action, stage } = variant;
    if (action === null) return queueVariant(change, { outbox }, variant, at);
    if (!isMovable(stage) || stage === 'held') return [];
    if (stage === 'scheduled') outbox.reschedule(change, action.id, at);
    else outbox.retry(change, action.id, at);
    return action.id;
  });
}

/** Gives a post another time, and its actions with it. @throws EarshotError `conflict` or `invalid` */
export function movePost(change: Change, context: Needs, post: Post, slot: Slot): void {
  const at = slotMillis(slot);
  // What was held went into the outbox for this very time already, and may be on its way to the network again.
  refuseGone(post.variants.filter(({ action }) => action?.dueAt !== at));
  if (post.state === 'approved') {
    refusePast(at, context.ports.clock.now());
    queueVariants(change, context, post, at);
  }
  change.update('post', post.id, { at, zone: slot.zone });
}

const SAYS: Readonly<Record<Problem['code'], (count: number) => string>> = {
  empty: () => 'has nothing in it',
  'too-long': (count) => `is too long by ${count}`,
  'part-too-long': (count) =>
    `has ${count} further part${count === 1 ? '' : 's'} that ${count === 1 ? 'is' : 'are'} too long`,
  'part-empty': () => 'has a further part with nothing in it',
  'no-threads': () => 'goes on in further posts, which this network does not take',
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

/** What of a post has not left, or can be taken back. */
export const leaving = ({ variants }: Post): Variant[] => variants.filter(({ stage }) => isMovable(stage));

/**
 * @param then what a person does once it is put right
 * @throws EarshotError `invalid` with every hindrance in `details.problems`, when a network would refuse a variant
 */
export function refuseFaulty(
  read: ReadHandle,
  { ports }: Pick<Needs, 'ports'>,
  variants: readonly VariantDraft[],
  then: 'approve it' | 'send the change' = 'approve it',
): void {
  const accounts = new Map(publishingAccounts(read, ports).map((account) => [account.id, account]));
  const faults = variants.flatMap((variant) => {
    const account = accounts.get(variant.accountId) ?? null;
    const images = variant.images.map(({ mediaId, alt }) => ({
      alt,
      media:
        read.get<{ type: string; bytes: number }>('SELECT type, bytes FROM media WHERE id = ?', [mediaId]) ??
        null,
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
    `${where} ${SAYS[first.code](first.count)}. Put that right, then ${then}.`,
    {
      details: { problems: faults },
    },
  );
}
