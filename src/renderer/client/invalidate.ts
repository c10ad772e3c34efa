import type { QueryClient } from '@tanstack/react-query';
import type { RequestName } from '#shared/contract/index.ts';
import type { Topic } from '#shared/contract/events.ts';

const listed: readonly RequestName[] = ['mentions.list', 'mentions.count', 'mentions.get', 'today.summary'];

/** Which cached answers a change of a topic makes stale. */
export const staleBy: Record<Topic, readonly RequestName[]> = {
  brands: ['brands.list', 'queries.preview', 'workspace.info', ...listed],
  mentions: ['brands.list', 'tags.list', 'workspace.info', ...listed],
  sources: ['sources.list', 'sources.history', 'collect.status', 'workspace.info', 'today.summary'],
  tags: ['tags.list', 'mentions.list', 'mentions.get'],
  settings: ['settings.get', 'collect.status', 'workspace.info', 'today.summary'],
  history: ['history.list'],
};

/**
 * Collects topics and drops what they make stale, at most once per `every` milliseconds: the first change
 * shows at once, and a flood while collecting costs two refreshes a second.
 */
export function createInvalidator(
  client: Pick<QueryClient, 'invalidateQueries'>,
  every = 500,
): (topics: readonly Topic[]) => void {
  const pending = new Set<RequestName>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const flush = (): void => {
    if (pending.size === 0) {
      timer = null;
      return;
    }
    const names = new Set<unknown>(pending);
    pending.clear();
    timer = setTimeout(flush, every);
    void client.invalidateQueries({ predicate: (query) => names.has(query.queryKey[0]) });
  };

  return (topics) => {
    for (const topic of topics) for (const name of staleBy[topic]) pending.add(name);
    if (timer === null) flush();
  };
}
