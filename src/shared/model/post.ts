import { z } from 'zod';
import { textLeft } from '../networks/count.ts';
import type { ActionState } from './action.ts';
import type { PublishingLimits } from './publishing.ts';

/** What a person decided about a post; what became of it stands in its actions. */
export const PostState = z.enum(['draft', 'review', 'approved']);
export type PostState = z.infer<typeof PostState>;

/** Where a post, or one variant of it, stands as the calendar shows it. */
export const PostStage = z.enum([
  'draft',
  'review',
  'approved', // without a time
  'scheduled',
  'held', // the network has it and publishes it at its time
  'sending',
  'sent',
  'failed',
  'uncertain',
  'missed',
]);
export type PostStage = z.infer<typeof PostStage>;

/** What a variant's latest action says; null where there is none, or it was cancelled. */
export interface StageAction {
  state: ActionState;
  held: boolean;
  /** UTC milliseconds. */
  dueAt: number;
}

/** @param now UTC milliseconds */
export function variantStage(state: PostState, action: StageAction | null, now: number): PostStage {
  if (action === null) return state;
  switch (action.state) {
    case 'draft':
    case 'approved':
    case 'cancelled':
      return state;
    case 'queued':
      return 'scheduled';
    case 'sent':
      return action.held && action.dueAt > now ? 'held' : 'sent';
    case 'sending':
    case 'failed':
    case 'uncertain':
    case 'missed':
      return action.state;
  }
}

/** What needs a person comes first; a post is only as far as its slowest variant. */
const URGENCY: readonly PostStage[] = [
  'failed',
  'missed',
  'uncertain',
  'sending',
  'draft',
  'review',
  'approved',
  'scheduled',
  'held',
  'sent',
];

/** Where a whole post stands: what is most urgent among its variants. */
export const postStage = (state: PostState, stages: readonly PostStage[]): PostStage =>
  URGENCY.find((stage) => stages.includes(stage)) ?? state;

/** Whether something at this stage can still be changed; what a network holds is taken back from it first. */
export const isMovable = (stage: PostStage): boolean =>
  stage !== 'sending' && stage !== 'uncertain' && stage !== 'sent';

/** Something a variant should not go out with. `stops` = the network would refuse it, or it cannot leave. */
export interface Problem {
  code:
    | 'empty'
    | 'too-long'
    | 'part-too-long'
    | 'part-empty'
    | 'no-threads'
    | 'title-missing'
    | 'too-many-images'
    | 'image-gone'
    | 'image-shrinks'
    | 'alt-missing'
    | 'alt-too-long'
    | 'sign-in'
    | 'cannot-publish'
    | 'past';
  stops: boolean;
  /** How many, or how much too much; 0 where there is nothing to count. */
  count: number;
}

export interface CheckedVariant {
  text: string;
  title: string;
  /** The posts it goes on in. */
  thread: readonly string[];
  images: readonly { alt: string; media: { type: string; bytes: number } | null }[];
}

export interface CheckedAccount {
  /** Null where the account cannot publish. */
  publishing: PublishingLimits | null;
  needsSignIn: boolean;
}

/** What stands in the way of a variant, the hindrances first. */
export function problemsOf(variant: CheckedVariant, account: CheckedAccount): Problem[] {
  const limits = account.publishing;
  if (limits === null) return [{ code: 'cannot-publish', stops: true, count: 0 }];
  const { images } = variant;
  const problems: Problem[] = [];
  const add = (code: Problem['code'], stops: boolean, count: number): void => {
    if (count > 0) problems.push({ code, stops, count });
  };
  const count = (test: (image: CheckedVariant['images'][number]) => boolean): number =>
    images.filter(test).length;
  add('sign-in', true, account.needsSignIn ? 1 : 0);
  add('empty', true, variant.text.trim() === '' && images.length === 0 ? 1 : 0);
  add('too-long', true, -(textLeft(variant.text, limits.text) ?? 0));
  add('part-too-long', true, variant.thread.filter((part) => (textLeft(part, limits.text) ?? 0) < 0).length);
  add('part-empty', true, variant.thread.filter((part) => part.trim() === '').length);
  add('no-threads', true, limits.threads ? 0 : variant.thread.length);
  add('title-missing', true, limits.title === 'required' && variant.title.trim() === '' ? 1 : 0);
  add('too-many-images', true, images.length - limits.images.max);
  add(
    'image-gone',
    true,
    count(({ media }) => media === null),
  );
  if (limits.images.altMax > 0) {
    add(
      'alt-too-long',
      true,
      count(({ alt }) => alt.length > limits.images.altMax),
    );
    add(
      'alt-missing',
      false,
      count(({ alt }) => alt.trim() === ''),
    );
  }
  add(
    'image-shrinks',
    false,
    count(
      ({ media }) =>
        media !== null && (media.bytes > limits.images.maxBytes || !limits.images.types.includes(media.type)),
    ),
  );
  return problems;
}
