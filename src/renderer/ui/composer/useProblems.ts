import { useQueries } from '@tanstack/react-query';
import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { call } from '#renderer/client/index.ts';
import { contentFor, type PostDraft } from './draft.ts';
import { draftProblems } from './problems.ts';
import type { NamedProblem } from './Problems.tsx';

/** What stands in the way of a draft on each of its accounts, the hindrances first. */
export function useProblems(draft: PostDraft, accounts: readonly PublishingAccount[]): NamedProblem[] {
  const ids = [
    ...new Set(draft.accountIds.flatMap((id) => contentFor(draft, id).images.map(({ mediaId }) => mediaId))),
  ];
  const media = useQueries({
    queries: ids.map((mediaId) => ({
      queryKey: ['media.get', { mediaId }],
      queryFn: () => call('media.get', { mediaId }),
    })),
  });
  return draftProblems(draft, accounts, (mediaId) => {
    const asked = media[ids.indexOf(mediaId)];
    return asked?.error == null ? asked?.data : null;
  });
}
