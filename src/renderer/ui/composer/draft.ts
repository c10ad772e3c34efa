import type { Post, VariantDraft } from '#shared/contract/calendar.ts';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { textLeft } from '#shared/networks/count.ts';
import { splitText } from '#shared/networks/split.ts';

/** What one account says; the same for all until it is edited for one. */
export type Content = Pick<VariantDraft, 'text' | 'title' | 'thread' | 'images'>;

/** A post as it is being written. */
export interface PostDraft {
  /** In the order they were chosen. */
  accountIds: readonly string[];
  /** What every account says that has nothing of its own. */
  shared: Content;
  /** What was edited for one account alone. */
  own: Readonly<Record<string, Content>>;
  /** Whether the networks that can shall hold it until its time. */
  hold: boolean;
  note: string;
}

export const emptyDraft = (accountIds: readonly string[] = []): PostDraft => ({
  accountIds,
  shared: { text: '', title: '', thread: [], images: [] },
  own: {},
  hold: false,
  note: '',
});

const isBlank = ({ text, title, thread, images }: Content): boolean =>
  images.length === 0 && [text, title, ...thread].every((one) => one.trim() === '');

/** Whether nothing was put into a draft that anybody would miss. */
export const isEmpty = ({ shared, own, note }: PostDraft): boolean =>
  note.trim() === '' && [shared, ...Object.values(own)].every(isBlank);

/** Whether two say the same. */
export const isSame = (one: Content, other: Content): boolean =>
  one.text === other.text &&
  one.title === other.title &&
  JSON.stringify(one.thread) === JSON.stringify(other.thread) &&
  JSON.stringify(one.images) === JSON.stringify(other.images);

/** What an account would say. */
export const contentFor = (draft: PostDraft, accountId: string): Content =>
  draft.own[accountId] ?? draft.shared;

/** A stored post as a draft: what its first account says is what they share. */
export function draftOf(post: Post): PostDraft {
  const contents = post.variants.map(({ accountId, text, title, thread, images }) => ({
    accountId,
    content: { text, title, thread, images },
  }));
  const shared = contents[0]?.content ?? emptyDraft().shared;
  return {
    accountIds: contents.map(({ accountId }) => accountId),
    shared,
    own: Object.fromEntries(
      contents
        .filter(({ content }) => !isSame(content, shared))
        .map(({ accountId, content }) => [accountId, content]),
    ),
    hold: post.variants.some(({ hold }) => hold),
    note: post.note,
  };
}

/** The variants to store. */
export const variantsOf = (draft: PostDraft): VariantDraft[] =>
  draft.accountIds.map((accountId) => {
    const { text, title, thread, images } = contentFor(draft, accountId);
    return { accountId, text, title, thread: [...thread], images: [...images], hold: draft.hold };
  });

/** Changes what one account says, or with null what all share. */
export function edited(draft: PostDraft, accountId: string | null, part: Partial<Content>): PostDraft {
  if (accountId === null) return { ...draft, shared: { ...draft.shared, ...part } };
  return { ...draft, own: { ...draft.own, [accountId]: { ...contentFor(draft, accountId), ...part } } };
}

/** Lets an account say again what all share. */
export function sharedAgain(draft: PostDraft, accountId: string): PostDraft {
  const { [accountId]: _gone, ...own } = draft.own;
  return { ...draft, own };
}

/** Chooses an account, or gives it up together with what was written for it alone. */
export function toggled(draft: PostDraft, accountId: string): PostDraft {
  if (!draft.accountIds.includes(accountId))
    return { ...draft, accountIds: [...draft.accountIds, accountId] };
  const rest = draft.accountIds.filter((id) => id !== accountId);
  return { ...sharedAgain(draft, accountId), accountIds: rest };
}

/** The text and the posts it goes on in, as one list. */
export const partsOf = ({ text, thread }: Pick<Content, 'text' | 'thread'>): string[] => [text, ...thread];

export const withParts = ([text = '', ...thread]: readonly string[]): Pick<Content, 'text' | 'thread'> => ({
  text,
  thread,
});

/** Parts with one of them one place earlier (−1) or later (1); as they were at either end. */
export function partMoved(parts: readonly string[], at: number, by: -1 | 1): string[] {
  const moved = [...parts];
  const [one, other] = [moved[at], moved[at + by]];
  if (one === undefined || other === undefined) return moved;
  [moved[at], moved[at + by]] = [other, one];
  return moved;
}

/**
 * The parts cut so that each fits every one of these limits; null where all fit already, or nothing can be cut.
 * @param rules of the accounts that would say it
 */
export function splitFor(
  parts: readonly string[],
  rules: readonly PublishingLimits['text'][],
): string[] | null {
  const isOver = (part: string): boolean => rules.some((rule) => (textLeft(part, rule) ?? 0) < 0);
  if (!parts.some(isOver)) return null;
  let cut = [...parts];
  for (const rule of rules) cut = cut.flatMap((part) => splitText(part, rule));
  return cut;
}
