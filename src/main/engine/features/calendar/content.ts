import { v7 as uuidv7 } from 'uuid';
import type { Post, Variant, VariantDraft } from '#shared/contract/calendar.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { Change } from '../../storage/changes.ts';

const cells = ({ accountId, text, title, thread, images, hold }: VariantDraft) => ({
  account_id: accountId,
  text,
  title,
  thread: JSON.stringify(thread),
  images: JSON.stringify(images.map(({ mediaId, alt }) => ({ mediaId, alt }))),
  hold: hold ? 1 : 0,
});

const isSame = (one: VariantDraft, other: VariantDraft): boolean =>
  JSON.stringify(cells(one)) === JSON.stringify(cells(other));

/** Variants of a post that would be another, or gone, with new content. */
export function changedVariants(post: Post, wanted: readonly VariantDraft[]): Variant[] {
  return post.variants.filter((variant) => {
    const draft = wanted.find(({ accountId }) => accountId === variant.accountId);
    return draft === undefined || !isSame(variant, draft);
  });
}

export const hasNewAccounts = (post: Post, wanted: readonly VariantDraft[]): boolean =>
  wanted.some(({ accountId }) => !post.variants.some((variant) => variant.accountId === accountId));

/** Writes the variants of a post: one for each account, in the order given. @throws EarshotError `invalid` */
export function writeVariants(
  change: Change,
  post: Pick<Post, 'id' | 'brandId' | 'variants'>,
  wanted: readonly VariantDraft[],
): void {
  refuseMisfits(change, post.brandId, wanted);
  for (const variant of post.variants) {
    if (!wanted.some(({ accountId }) => accountId === variant.accountId))
      change.remove('variant', variant.id);
  }
  for (const [position, draft] of wanted.entries()) {
    const known = post.variants.find(({ accountId }) => accountId === draft.accountId);
    if (known) change.update('variant', known.id, { ...cells(draft), position });
    else change.insert('variant', { id: uuidv7(), post_id: post.id, ...cells(draft), position });
  }
}

function refuseMisfits(change: Change, brandId: string, wanted: readonly VariantDraft[]): void {
  const accounts = new Set(wanted.map(({ accountId }) => accountId));
  if (accounts.size < wanted.length) {
    throw new EarshotError(
      'invalid',
      'An account stands twice in this post. Keep one version for each account.',
    );
  }
  for (const accountId of accounts) {
    const account = change.write.get<{ brandId: string }>(
      'SELECT brand_id AS brandId FROM account WHERE id = ? AND archived_at IS NULL',
      [accountId],
    );
    if (account?.brandId === brandId) continue;
    throw new EarshotError(
      'invalid',
      'This account does not belong to the brand of the post. Choose another one.',
      {
        details: { accountId },
      },
    );
  }
}
