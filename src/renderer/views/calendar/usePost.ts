import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PublishingAccount, Writing } from '#shared/contract/calendar.ts';
import { slotAt, type Slot } from '#shared/model/slot.ts';
import { notify, notifyFailure } from '#renderer/app/notify.ts';
import { call, useCommand } from '#renderer/client/index.ts';
import { draftOf, emptyDraft, isEmpty, variantsOf, type PostDraft } from '#renderer/ui/composer/draft.ts';
import { useAutosave, type Kept } from './useAutosave.ts';

export interface Beginning {
  draft: PostDraft;
  slot: Slot | null;
}

export interface PostForm extends Beginning {
  /** Whether something was written that is not part of the stored post. */
  isChanged: boolean;
  /** Whether only its time is another. */
  isMoved: boolean;
  kept: Kept;
  busy: boolean;
  setDraft(draft: PostDraft): void;
  setSlot(slot: Slot | null): void;
  /** Gives up what is not part of the stored post. */
  discard(): void;
  submit(): Promise<boolean>;
  move(): Promise<boolean>;
  approve(when: 'planned' | 'now', by: string): Promise<boolean>;
}

const EMPTY: Beginning = { draft: emptyDraft(), slot: null };

const stored = (post: Post): Beginning => ({
  draft: draftOf(post),
  slot: post.at === null ? null : slotAt(post.at, post.zone),
});

const says = (draft: PostDraft): string =>
  JSON.stringify(draft.accountIds.length === 0 ? draft.shared : variantsOf(draft));
const isSameContent = (one: PostDraft, other: PostDraft): boolean => says(one) === says(other);
const isSameSlot = (one: Beginning, other: Beginning): boolean =>
  JSON.stringify(one.slot) === JSON.stringify(other.slot);
/** Whether what leaves is the same: a note is seen only here. */
const leavesSame = (one: Beginning, other: Beginning): boolean =>
  isSameContent(one.draft, other.draft) && isSameSlot(one, other);

export const writingOf = ({ draft, slot }: Beginning): Writing => ({
  slot,
  accountIds: [...draft.accountIds],
  shared: draft.shared,
  own: { ...draft.own },
  hold: draft.hold,
  note: draft.note,
});

export const writtenAs = ({ slot, ...draft }: Writing): Beginning => ({ draft, slot });

export interface PostFormOptions {
  /** Null for a new one. */
  post: Post | null;
  /** What it begins with; null = what is stored. */
  beginning: Beginning | null;
  accounts: readonly PublishingAccount[];
  onKept: (postId: string) => void;
}

/**
 * A post that is being written. Whatever is typed is kept at once, also when its screen is left in the middle of a word:
 * a draft as the draft it is; what was approved stays as approved, with the new words beside it until they are, too.
 */
export function usePost({ post, beginning, accounts, onKept }: PostFormOptions): PostForm {
  const { t } = useTranslation();
  const [base, setBase] = useState(post);
  const [known, setKnown] = useState<Beginning>(() => (post === null ? (beginning ?? EMPTY) : stored(post)));
  const [draft, setDraft] = useState((beginning ?? known).draft);
  const [slot, setSlot] = useState((beginning ?? known).slot);
  const submit = useCommand('posts.submit');
  const approve = useCommand('posts.approve');
  const move = useCommand('posts.move');
  const now = { draft, slot };
  const isChanged = !leavesSame(now, known);
  // What changed elsewhere (moved, taken back) shows here, unless it would cover what is being written.
  if (post !== null && post !== base) {
    const next = stored(post);
    setBase(post);
    setKnown(next);
    if (!isChanged && now.draft.note === known.draft.note) {
      setDraft(next.draft);
      setSlot(next.slot);
    }
  }

  /** Makes it part of the post, a new one where there is none yet. @returns the post's id; null while it has no account */
  const store = async (what: Beginning, postId: string | null): Promise<string | null> => {
    const input = { slot: what.slot, note: what.draft.note, variants: variantsOf(what.draft) };
    const brandId = accounts.find(({ id }) => id === what.draft.accountIds[0])?.brandId;
    if (postId !== null) await call('posts.update', { postId, ...input });
    else if (brandId === undefined) return null;
    const id = postId ?? (await call('posts.create', { brandId: brandId ?? '', ...input })).postId;
    await call('posts.keepWriting', { postId, writing: null });
    setKnown(what);
    if (postId === null) onKept(id);
    return id;
  };
  const isSettled = post !== null && post.state === 'approved';
  const autosave = useAutosave({
    what: now,
    postId: post?.id ?? null,
    async keep(what, postId) {
      // Nothing is made of an empty page; a post that was emptied is still that post.
      const isNothing = postId === null && isEmpty(what.draft);
      if (!isSettled && !isNothing && what.draft.accountIds.length > 0) return store(what, postId);
      const isStored = isSettled && leavesSame(what, known);
      if (isStored && postId !== null && what.draft.note !== known.draft.note) {
        await call('posts.update', { postId, note: what.draft.note });
        setKnown(what);
      }
      await call('posts.keepWriting', { postId, writing: isNothing || isStored ? null : writingOf(what) });
      return postId;
    },
  });

  /** What is about to be done is done with what stands here. */
  const ready = async (): Promise<string | null> => {
    try {
      return await store(now, await autosave.flush());
    } catch (error) {
      notifyFailure(error);
      return null;
    }
  };
  return {
    ...now,
    isChanged,
    isMoved: isChanged && slot !== null && isSameContent(draft, known.draft),
    kept: autosave.kept,
    busy: submit.busy || approve.busy || move.busy,
    setDraft,
    setSlot,
    discard() {
      setDraft(known.draft);
      setSlot(known.slot);
      if (post !== null)
        void call('posts.keepWriting', { postId: post.id, writing: null }).catch(notifyFailure);
    },
    async submit() {
      const postId = await ready();
      const done = postId === null ? null : await submit.run({ postId });
      if (done !== null) notify({ message: t('calendar.told.submitted'), undo: done.changeId });
      return done !== null;
    },
    async move() {
      if (post === null || slot === null) return false;
      const done = await move.run({ postId: post.id, slot });
      if (done === null) return false;
      await call('posts.keepWriting', { postId: post.id, writing: null }).catch(() => undefined);
      setKnown(now);
      notify({ message: t('calendar.told.movedHere') });
      return true;
    },
    async approve(when, by) {
      const postId = await ready();
      const done = postId === null ? null : await approve.run({ postId, when, by });
      if (done === null) return false;
      const planned = slot === null ? 'calendar.told.approved' : 'calendar.told.scheduled';
      notify({ message: t(when === 'now' ? 'calendar.told.leaving' : planned) });
      return true;
    },
  };
}
