import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { slotAt, type Slot } from '#shared/model/slot.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { draftOf, variantsOf, type PostDraft } from '#renderer/ui/composer/draft.ts';

export interface PostForm {
  draft: PostDraft;
  slot: Slot | null;
  isChanged: boolean;
  busy: boolean;
  setDraft(draft: PostDraft): void;
  setSlot(slot: Slot | null): void;
  /** Keeps what was written. @returns the post's id, null when that failed */
  save(): Promise<string | null>;
  submit(): Promise<boolean>;
  approve(when: 'planned' | 'now'): Promise<boolean>;
}

export interface Beginning {
  draft: PostDraft;
  slot: Slot | null;
}

const stored = (post: Post): Beginning => ({
  draft: draftOf(post),
  slot: post.at === null ? null : slotAt(post.at, post.zone),
});

/** A post that is being written: a stored one, or a new one. What is done with it is kept first. */
export function usePost(
  post: Post | null,
  beginning: Beginning,
  accounts: readonly PublishingAccount[],
  onKept: (postId: string) => void,
): PostForm {
  const { t } = useTranslation();
  const [base, setBase] = useState(post);
  const [kept, setKept] = useState<Beginning>(() => (post === null ? beginning : stored(post)));
  const [draft, setDraft] = useState(kept.draft);
  const [slot, setSlot] = useState(kept.slot);
  const create = useCommand('posts.create');
  const update = useCommand('posts.update');
  const submit = useCommand('posts.submit');
  const approve = useCommand('posts.approve');
  const isChanged = draft !== kept.draft || slot !== kept.slot;
  // What changed elsewhere (moved, taken back) shows here, unless it would cover what is being written.
  if (post !== null && post !== base && !isChanged) {
    const next = stored(post);
    setBase(post);
    setKept(next);
    setDraft(next.draft);
    setSlot(next.slot);
  }

  const save = async (): Promise<string | null> => {
    if (post !== null && !isChanged) return post.id;
    const input = { slot, note: draft.note, variants: variantsOf(draft) };
    const brandId = post?.brandId ?? accounts.find(({ id }) => id === draft.accountIds[0])?.brandId;
    if (brandId === undefined) return null;
    const made = post === null ? await create.run({ brandId, ...input }) : null;
    const changed = post === null ? null : await update.run({ postId: post.id, ...input });
    const postId = made?.postId ?? (changed === null ? null : (post?.id ?? null));
    if (postId === null) return null;
    setKept({ draft, slot });
    onKept(postId);
    return postId;
  };
  return {
    draft,
    slot,
    isChanged,
    busy: create.busy || update.busy || submit.busy || approve.busy,
    setDraft,
    setSlot,
    async save() {
      const postId = await save();
      if (postId !== null) notify({ message: t('calendar.told.saved') });
      return postId;
    },
    async submit() {
      const postId = await save();
      const done = postId === null ? null : await submit.run({ postId });
      if (done !== null) notify({ message: t('calendar.told.submitted'), undo: done.changeId });
      return done !== null;
    },
    async approve(when) {
      const postId = await save();
      const done = postId === null ? null : await approve.run({ postId, when });
      if (done === null) return false;
      const planned = slot === null ? 'calendar.told.approved' : 'calendar.told.scheduled';
      notify({ message: t(when === 'now' ? 'calendar.told.leaving' : planned) });
      return true;
    },
  };
}
