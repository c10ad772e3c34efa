import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { addDays, slotAt, slotMillis, type Slot } from '#shared/model/slot.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { daysBetween } from './layout.ts';

const MORNING = '09:00';

export interface Move {
  /** To a day, at the same time on the wall of the post's own zone; or at a time `HH:MM` of the workspace's. */
  to(post: Post, day: string, time: string | null): void;
  /** To this very time. */
  at(post: Post, slot: Slot): void;
  /** Earlier or later by so many minutes, within whatever day that is. */
  by(post: Post, minutes: number): void;
}

/** Gives posts another time; says so, or says why not. */
export function useMove(): Move {
  const { t } = useTranslation();
  const { zone, slot: written } = useFormat();
  const command = useCommand('posts.move');
  const move = async (post: Post, slot: Slot): Promise<void> => {
    if (!post.variants.every(({ stage }) => isMovable(stage))) {
      notify({ message: t('calendar.told.fixed'), severity: 'warning' });
      return;
    }
    const done = await command.run({ postId: post.id, slot });
    if (done !== null)
      notify({ message: t('calendar.told.moved', { when: written(slotMillis(slot)) }), undo: done.changeId });
  };
  return {
    to(post, day, time) {
      if (time !== null) {
        const at = slotMillis({ local: `${day}T${time}`, zone });
        void move(post, slotAt(at, post.at === null ? zone : post.zone));
      } else if (post.at === null) void move(post, { local: `${day}T${MORNING}`, zone });
      else {
        const from = slotAt(post.at, zone).local.slice(0, 10);
        void move(post, addDays(slotAt(post.at, post.zone), daysBetween(from, day)));
      }
    },
    at: (post, slot) => void move(post, slot),
    by(post, minutes) {
      if (post.at !== null) void move(post, slotAt(post.at + minutes * 60_000, post.zone));
    },
  };
}
