import { MentionState } from '#shared/contract/mentions.ts';
import { navigate, type RouteParams } from '#renderer/app/state.ts';

/**
 * What a link to Mentions carries to show just what was counted of a brand on these days, both included: copies and
 * what is snoozed too, since what was said does not depend on what its owner did about it. `more` narrows further.
 */
export const countedParams = (
  brandId: string,
  fromDay: string,
  toDay: string,
  more: RouteParams = {},
): RouteParams => ({
  brand: brandId,
  from: fromDay,
  to: toDay,
  copies: 'true',
  states: MentionState.options.join(','),
  ...more,
});

/** Narrows `countedParams` to a topic: it counts a story and its copies once. */
export const topicParams = (query: string): RouteParams => ({
  text: query,
  copies: 'false',
  stories: 'true',
});

/** Opens in Mentions what was counted of a brand on these days; see `countedParams`. */
export const openCounted = (...of: Parameters<typeof countedParams>): void =>
  navigate('mentions', countedParams(...of));
