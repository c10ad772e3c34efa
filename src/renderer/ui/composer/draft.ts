import type { Post, VariantDraft } from '#shared/contract/calendar.ts';

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

const isSame = (one: Content, other: Content): boolean =>
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
