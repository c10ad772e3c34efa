import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';
import { isTyping } from '#renderer/ui/shortcuts.ts';

/** What month and week are given. */
export interface GridProps {
  posts: readonly Post[];
  accounts: ReadonlyMap<string, PublishingAccount>;
  /** Names of brands by their id; said on each post where there are several. */
  brands: ReadonlyMap<string, string>;
  /** The selected day, `YYYY-MM-DD`. */
  day: string;
  today: string;
  selectedId: string | null;
  /** The post that is under the mouse on its way to another time. */
  dragging: Post | null;
  onDay: (day: string) => void;
  onOpen: (post: Post) => void;
  /** Begins a new post on a day, at a time `HH:MM` where one was pointed at. */
  onNew: (day: string, time: string | null) => void;
  onDrag: (post: Post | null) => void;
  /** A post was dropped on a day, at a time `HH:MM` where one was pointed at. */
  onDrop: (post: Post, day: string, time: string | null) => void;
}

/** Posts by the day they stand on. */
export const byDay = (
  posts: readonly Post[],
  dayAt: (at: number) => string,
): Map<string, (Post & { at: number })[]> =>
  Map.groupBy(
    posts.flatMap((post) => (post.at === null ? [] : [{ ...post, at: post.at }])),
    ({ at }) => dayAt(at),
  );

/** Gives the keyboard to a post, or to its day where the post is folded away, once it is drawn; never out of a field. */
export function focusIn(day: string, postId: string | null): void {
  requestAnimationFrame(() => {
    if (isTyping(document.activeElement)) return;
    const post = postId === null ? null : document.querySelector<HTMLElement>(`[data-post="${postId}"]`);
    (post ?? document.querySelector<HTMLElement>(`[data-day="${day}"]`))?.focus();
  });
}
