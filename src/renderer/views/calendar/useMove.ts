import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { addDays, slotAt, slotMillis, type Slot } from '#shared/model/slot.ts';
import { notify } from '#renderer/app/notify.ts';
import { queryClient, useCommand } from '#renderer/client/index.ts';
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

const LISTS = { queryKey: ['posts.list'] };

/** Shows a post at its new time at once; the list that comes after the move says the same, or what is true instead. */
function show(postId: string, { at, zone }: Planned): void {
  const order = (post: Post): number => post.at ?? Infinity;
  void queryClient.cancelQueries(LISTS);
  queryClient.setQueriesData<{ posts: Post[] }>(LISTS, (list) =>
    list === undefined
      ? undefined
      : {
          posts: list.posts
            .map((post) => (post.id === postId ? { ...post, at, zone } : post))
            .toSorted((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b))),
        },
  );
}

type Planned = Pick<Post, 'at' | 'zone'>;

/** Gives posts another time; says so, or says why not. Moves follow each other in the order they were asked for. */
export function useMove(): Move {
  const { t } = useTranslation();
  const { zone, slot: written } = useFormat();
  const command = useCommand('posts.move');
  /** Where posts are going whose move is not through yet: the next key counts from there. */
  const going = useRef(new Map<string, Planned>());
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const plannedOf = (post: Post): Planned => going.current.get(post.id) ?? post;
  const move = async (post: Post, slot: Slot): Promise<void> => {
    if (!post.variants.every(({ stage }) => isMovable(stage))) {
      notify({ message: t('calendar.told.fixed'), severity: 'warning' });
      return;
    }
    const wish = { at: slotMillis(slot), zone: slot.zone };
    going.current.set(post.id, wish);
    show(post.id, wish);
    const mine = turn.current.then(() => command.run({ postId: post.id, slot }));
    turn.current = mine;
    const done = await mine;
    if (going.current.get(post.id) === wish) going.current.delete(post.id);
    void queryClient.invalidateQueries(LISTS);
    if (done !== null)
      notify({ message: t('calendar.told.moved', { when: written(slotMillis(slot)) }), undo: done.changeId });
  };
  return {
    to(post, day, time) {
      const planned = plannedOf(post);
      if (time !== null) {
        const at = slotMillis({ local: `${day}T${time}`, zone });
        void move(post, slotAt(at, planned.at === null ? zone : planned.zone));
      } else if (planned.at === null) void move(post, { local: `${day}T${MORNING}`, zone });
      else {
        const from = slotAt(planned.at, zone).local.slice(0, 10);
        void move(post, addDays(slotAt(planned.at, planned.zone), daysBetween(from, day)));
      }
    },
    at: (post, slot) => void move(post, slot),
    by(post, minutes) {
      const { at, zone: wall } = plannedOf(post);
      if (at !== null) void move(post, slotAt(at + minutes * 60_000, wall));
    },
  };
}
