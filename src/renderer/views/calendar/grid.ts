import type { Post, PublishingAccount } from '#shared/contract/calendar.ts';

/** What month and week are given. */
export interface GridProps {
  posts: readonly Post[];
  accounts: ReadonlyMap<string, PublishingAccount>;
  /** The selected day, `YYYY-MM-DD`. */
  day: string;
  today: string;
  selectedId: string | null;
  onDay: (day: string) => void;
  onOpen: (post: Post) => void;
  /** Begins a new post on a day, at a time `HH:MM` where one was pointed at. */
  onNew: (day: string, time: string | null) => void;
  /** A post was dropped on a day, at a time `HH:MM` where one was pointed at. */
  onDrop: (postId: string, day: string, time: string | null) => void;
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
