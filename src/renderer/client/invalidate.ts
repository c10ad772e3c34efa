import type { QueryClient } from '@tanstack/react-query';
import type { RequestName } from '#shared/contract/index.ts';
import type { Topic } from '#shared/contract/events.ts';

const listed: readonly RequestName[] = [
  'mentions.list',
  'mentions.count',
  'mentions.get',
  'mentions.copies',
  'profiles.author',
  'profiles.site',
  'views.list',
  'assignees.list',
  'blocks.list',
  'today.summary',
  'compare.summary',
  'compare.voices',
  'insights.people',
  'insights.forecast',
];

/** Screens made of mentions that became something else. */
const people: readonly RequestName[] = [
  'conversations.list',
  'conversations.get',
  'contacts.list',
  'contacts.get',
  'highlights.list',
];

const crisis: readonly RequestName[] = ['crisis.pins', 'crisis.thread', 'crisis.timeline', 'crisis.report'];

/** Which cached answers a change of a topic makes stale. */
export const staleBy: Record<Topic, readonly RequestName[]> = {
  brands: ['brands.list', 'crisis.list', 'alerts.settings', 'queries.preview', 'workspace.info', ...listed],
  mentions: [
    'brands.list',
    'tags.list',
    'workspace.info',
    'rules.list',
    'rules.hits',
    ...crisis,
    ...people,
    ...listed,
  ],
  sources: [
    'sources.list',
    'sources.history',
    'collect.status',
    'workspace.info',
    'today.summary',
    'compare.summary',
  ],
  tags: ['tags.list', 'rules.list', 'mentions.list', 'mentions.get'],
  settings: [
    'settings.get',
    'collect.status',
    'workspace.info',
    'today.summary',
    'compare.summary',
    'compare.voices',
    'compare.topics',
    'insights.people',
    'insights.forecast',
    'insights.topics',
  ],
  history: ['history.list'],
  learning: ['learning.status', 'learning.why', 'relevance.status', 'relevance.examples'],
  rules: ['rules.list', 'rules.hits'],
  alerts: ['alerts.list', 'alerts.count', 'alerts.get', 'alerts.settings', 'crisis.timeline'],
  people,
  crisis: ['crisis.list', ...crisis],
  accounts: [
    'accounts.list',
    'networks.list',
    'channels.list',
    'channels.posts',
    'today.summary',
    'posts.accounts',
    'sources.list',
  ],
  inbox: ['conversations.list', 'conversations.get'],
  outbox: ['today.summary', 'actions.list', 'outbox.status', 'conversations.get'],
  calendar: ['posts.list', 'posts.get', 'posts.accounts', 'posts.writing', 'approval.list'],
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
