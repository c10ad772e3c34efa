import { useEffect, useRef, useState } from 'react';
import type { Post, PublishingAccount, Writing } from '#shared/contract/calendar.ts';
import type { Slot } from '#shared/model/slot.ts';
import { notifyFailure } from '#renderer/app/notify.ts';
import { select, useScreen } from '#renderer/app/state.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { emptyDraft } from '#renderer/ui/composer/draft.ts';
import { writtenAs, type Beginning } from './usePost.ts';

/** A post that is open beside the calendar. */
interface Opened {
  /** Which opening this is: a new post stays the same one when it is first kept. */
  serial: number;
  /** Null while a new one was not kept yet. */
  postId: string | null;
  beginning: Beginning | null;
  isNew: boolean;
}

export interface OpenedPost {
  opened: Opened | null;
  /** As it is stored; undefined while that is being asked. */
  post: Post | null | undefined;
  open(postId: string): void;
  begin(slot: Slot, accounts: readonly PublishingAccount[]): void;
  goOn(): void;
  /** A new post, of this opening, is now stored. */
  kept(opening: number, postId: string): void;
  close(): void;
}

const writingOf = async (postId: string | null): Promise<Writing | null> => {
  try {
    return (await call('posts.writing', { postId })).writing;
  } catch (error) {
    notifyFailure(error);
    return null;
  }
};

/** A new post goes to every account, where that cannot be the wrong brand. */
const obvious = (accounts: readonly PublishingAccount[]): string[] =>
  new Set(accounts.map(({ brandId }) => brandId)).size === 1 ? accounts.map(({ id }) => id) : [];

/** Which post is open, with what was written in it and is not part of it yet. */
export function useOpened(): OpenedPost {
  const wanted = useScreen((screen) => screen.params['postId']);
  const [opened, setOpened] = useState<Opened | null>(null);
  const serial = useRef(0);
  const show = (postId: string | null, beginning: Beginning | null): void => {
    serial.current += 1;
    setOpened({ serial: serial.current, postId, beginning, isNew: postId === null });
  };
  const open = async (postId: string): Promise<void> => {
    select('calendar', postId);
    const writing = await writingOf(postId);
    show(postId, writing === null ? null : writtenAs(writing));
  };
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (wanted !== undefined) void latest.current(wanted);
  }, [wanted]);
  const asked = useRequest(
    'posts.get',
    { postId: opened?.postId ?? '' },
    { enabled: opened?.postId != null },
  );
  return {
    opened,
    // A new one stays on the screen while it is asked for the first time.
    post: opened?.postId == null ? null : (asked.data ?? (opened.isNew ? null : undefined)),
    open: (postId) => void open(postId),
    begin(slot, accounts) {
      select('calendar', null);
      show(null, { slot, draft: emptyDraft(obvious(accounts)) });
    },
    goOn() {
      void writingOf(null).then((writing) => {
        if (writing !== null) show(null, writtenAs(writing));
      });
    },
    kept(opening, postId) {
      if (opening === serial.current) select('calendar', postId);
      setOpened((before) => (before?.serial === opening ? { ...before, postId } : before));
    },
    close: () => setOpened(null),
  };
}
