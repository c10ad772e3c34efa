import { Writing } from '#shared/contract/calendar.ts';
import type { ReadHandle, WriteHandle } from '../../storage/handles.ts';

/** Stands for the post that does not exist yet. */
const NEW = '';

/** What is being written beside a post, or as a new one. Null where there is nothing, or nothing this version can read. */
export function readWriting(read: ReadHandle, postId: string | null): Writing | null {
  const row = read.get<{ body: string }>('SELECT body FROM post_writing WHERE post_id = ?', [postId ?? NEW]);
  return row === undefined ? null : (Writing.safeParse(JSON.parse(row.body)).data ?? null);
}

/** @returns whether there is now something where there was nothing, or the other way round */
export function keepWriting(
  write: WriteHandle,
  postId: string | null,
  writing: Writing | null,
  now: number,
): boolean {
  const key = postId ?? NEW;
  return write.transaction(() => {
    const had = write.get('SELECT 1 FROM post_writing WHERE post_id = ?', [key]) !== undefined;
    if (writing === null) write.run('DELETE FROM post_writing WHERE post_id = ?', [key]);
    else
      write.run('INSERT OR REPLACE INTO post_writing(post_id, body, written_at) VALUES(?, ?, ?)', [
        key,
        JSON.stringify(writing),
        now,
      ]);
    return had !== (writing !== null);
  });
}
