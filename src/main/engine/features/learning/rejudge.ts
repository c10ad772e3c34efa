import { breathe } from '../../collect/stored-items.ts';
import type { Judge } from '../../collect/judge.ts';
import { sentimentCode } from '../../storage/codes.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { mentionRecord, patchMention } from '../../storage/mention-rows.ts';
import { RollupBatch } from '../../storage/rollups.ts';
import { reindexItems } from '../../storage/search-index.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { explainInput } from './head.ts';

const BATCH = 200;

type Report = (progress: { done: number; total: number; added: number }) => void;

interface Judged {
  id: number;
  sentiment: number;
  score: number;
}

/**
 * Gives items a judgement, and their mentions with it, except where a person or a rule has spoken. In one
 * transaction.
 */
function applyJudgements(workspace: Workspace, judged: readonly Judged[], keep: boolean): void {
  const { write } = workspace;
  write.transaction(() => {
    const rollups = new RollupBatch(workspace.zone);
    for (const { id, sentiment, score } of judged) {
      if (keep) {
        write.run(
          'INSERT INTO rejudged(item, sentiment, score) SELECT id, sentiment, score FROM item WHERE id = ? ON CONFLICT DO NOTHING',
          [id],
        );
      } else write.run('DELETE FROM rejudged WHERE item = ?', [id]);
      const brands = write.all<{ brand: number }>(
        `SELECT m.brand FROM mention m JOIN item i ON i.id = m.item
         WHERE m.item = ? AND m.corrected = 0 AND m.sentiment = i.sentiment`,
        [id],
      );
      write.run('UPDATE item SET sentiment = ?, score = ? WHERE id = ?', [sentiment, score, id]);
      for (const { brand } of brands) {
        const keys = { brandKey: brand, itemId: id };
        patchMention(write, rollups, keys, mentionRecord(write, keys), { sentiment });
      }
    }
    rollups.flush(write);
    reindexItems(
      write,
      judged.map(({ id }) => id),
    );
  });
}

/**
 * Judges the mentions published since `from` again with what was learned. Safe to stop at any point: what is
 * done is done, and all of it can be put back.
 * @param from UTC milliseconds
 */
export async function rejudge(
  workspace: Workspace,
  judge: Judge,
  from: number,
  signal: AbortSignal,
  report: Report,
): Promise<void> {
  const { read } = workspace;
  const first = firstIdAt(from);
  const mentioned = 'i.id >= ? AND EXISTS(SELECT 1 FROM mention m WHERE m.item = i.id AND m.corrected = 0)';
  const total =
    read.get<{ n: number }>(`SELECT count(*) AS n FROM item i WHERE ${mentioned}`, [first])?.n ?? 0;
  let next = first;
  let done = 0;
  let changed = 0;
  for (;;) {
    const rows = read.all<Judged & { title: string; text: string; language: string; kind: number }>(
      `SELECT i.id, i.sentiment, i.score, i.title, i.body AS text, l.id AS language, i.kind FROM item i
       JOIN language l ON l.key = i.language WHERE ${mentioned} ORDER BY i.id LIMIT ${BATCH}`,
      [next],
    );
    const last = rows.at(-1);
    if (!last) return;
    const explained = await judge.explain(rows.map(explainInput));
    signal.throwIfAborted();
    const differing = rows.flatMap((row, at): Judged[] => {
      const one = explained[at];
      const now = one?.learned ?? one?.base;
      if (now === undefined || sentimentCode(now.sentiment) === row.sentiment) return [];
      return [{ id: row.id, sentiment: sentimentCode(now.sentiment), score: now.score }];
    });
    applyJudgements(workspace, differing, true);
    next = last.id + 1;
    done += rows.length;
    changed += differing.length;
    report({ done, total, added: changed });
    await breathe(signal);
  }
}

/** Puts back what items said before they were judged again. */
export async function revertRejudged(
  workspace: Workspace,
  signal: AbortSignal,
  report: Report,
): Promise<void> {
  const { read } = workspace;
  const total = read.get<{ n: number }>('SELECT count(*) AS n FROM rejudged')?.n ?? 0;
  for (let done = 0; ;) {
    const before = read.all<Judged>(
      `SELECT item AS id, sentiment, score FROM rejudged ORDER BY item LIMIT ${BATCH}`,
    );
    if (before.length === 0) return;
    applyJudgements(workspace, before, false);
    done += before.length;
    report({ done, total, added: done });
    await breathe(signal);
  }
}
