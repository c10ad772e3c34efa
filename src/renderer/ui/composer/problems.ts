import type { Media, PublishingAccount } from '#shared/contract/calendar.ts';
import { problemsOf } from '#shared/model/post.ts';
import { contentFor, type PostDraft } from './draft.ts';
import type { NamedProblem } from './Problems.tsx';

/**
 * What stands in the way of a draft on each of its accounts, the hindrances first.
 * @param media what is known of its images; undefined while it is being asked, null when it is gone
 */
export function draftProblems(
  draft: PostDraft,
  accounts: readonly PublishingAccount[],
  media: (mediaId: string) => Media | null | undefined,
): NamedProblem[] {
  const problems = draft.accountIds.flatMap((accountId) => {
    const account = accounts.find(({ id }) => id === accountId);
    if (account === undefined) return [{ code: 'cannot-publish' as const, stops: true, count: 0, name: '' }];
    const content = contentFor(draft, accountId);
    const images = content.images.map(({ mediaId, alt }) => {
      const known = media(mediaId);
      // Nothing is said of an image before it is known.
      if (known === undefined)
        return { alt, media: { type: account.publishing.images.types[0] ?? '', bytes: 0 } };
      return { alt, media: known?.picture == null ? null : known };
    });
    return problemsOf({ ...content, images }, account).map((problem) => ({
      ...problem,
      name: nameOf(account, draft, accounts),
    }));
  });
  return problems.toSorted((a, b) => Number(b.stops) - Number(a.stops));
}

/** An account as its network, or as its handle where the post goes to two of the same. */
function nameOf(
  { network, handle }: PublishingAccount,
  { accountIds }: PostDraft,
  accounts: readonly PublishingAccount[],
): string {
  const same = accounts.filter((other) => other.network === network && accountIds.includes(other.id));
  return same.length > 1 ? handle : network;
}
