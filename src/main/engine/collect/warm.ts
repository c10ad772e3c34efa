import { kindOf } from '../storage/codes.ts';
import { firstIdAt } from '../storage/item-ids.ts';
import { publisherOf } from '../storage/stories.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { Judge } from './judge.ts';

const WINDOW_MS = 7 * 86_400_000;
/** More recent mentions than these are not looked at again after a start. */
const MOST = 5000;

interface Recent {
  id: number;
  title: string;
  text: string;
  kind: number;
  site: string;
  author: string | null;
  publishedAt: number;
}

/** After a start, learns the stories of the last seven days again, so that their next copies are folded. */
export async function warmStories(workspace: Workspace, judge: Judge, now: number): Promise<void> {
  const { stories } = workspace;
  if (stories.warm) return;
  stories.warm = true;
  const recent = workspace.read
    .all<Recent>(
      `SELECT i.id, i.title, i.body AS text, i.kind, i.site, a.ident AS author, i.published_at AS publishedAt
       FROM item i LEFT JOIN author a ON a.key = i.author
       WHERE i.id >= ? AND EXISTS(SELECT 1 FROM mention m WHERE m.item = i.id) ORDER BY i.id DESC LIMIT ${MOST}`,
      [firstIdAt(now - WINDOW_MS)],
    )
    .reverse();
  const judged = await judge.judge(
    recent.map(({ title, text, kind }) => ({ title, text, hint: null, kind: kindOf(kind) })),
  );
  recent.forEach(({ id, kind: code, site, author, publishedAt }, at) => {
    const one = judged[at];
    const kind = kindOf(code);
    const publisher = publisherOf(kind, site, author);
    if (one) stories.add({ id, kind, publisher, publishedAt, signature: one.signature });
  });
}
