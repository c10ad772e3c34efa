import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';

export interface Question {
  name: string;
  brandKey: number;
  /** Local day numbers, both included: only mentions of these days bear on the answer. */
  firstDay: number;
  toDay: number;
  /** What else the answer depends on. */
  inputs: unknown;
}

/**
 * Answers that cost more than a screen may wait for, kept until the brand's mentions in their days change. What
 * changed is read off the roll-ups, which every change of a mention moves: it costs days, not mentions.
 */
export class Remembered<T> {
  readonly #most: number;
  /** By workspace, since brand keys mean nothing outside it; the least recently asked goes first. */
  readonly #answers = new WeakMap<WorkspaceView, Map<string, { stamp: string; value: Promise<T> }>>();

  /** @param most answers kept for one workspace */
  constructor(most: number) {
    this.#most = most;
  }

  /** Who asks while the answer is being found waits for that one. */
  get(read: ReadHandle, view: WorkspaceView, question: Question, compute: () => Promise<T>): Promise<T> {
    const { name, brandKey, firstDay, toDay, inputs } = question;
    const key = JSON.stringify([name, brandKey, firstDay, toDay, inputs]);
    const stamp = stampOf(read, question);
    const answers = this.#answers.get(view) ?? new Map<string, { stamp: string; value: Promise<T> }>();
    this.#answers.set(view, answers);
    const known = answers.get(key);
    answers.delete(key);
    const kept = known?.stamp === stamp ? known : { stamp, value: compute() };
    answers.set(key, kept);
    kept.value.catch(() => {
      if (answers.get(key) === kept) answers.delete(key);
    });
    for (const oldest of answers.keys()) {
      if (answers.size <= this.#most) break;
      answers.delete(oldest);
    }
    return kept.value;
  }
}

function stampOf(read: ReadHandle, { brandKey, firstDay, toDay }: Question): string {
  const days = read.get(
    `SELECT sum(negative) AS negative, sum(neutral) AS neutral, sum(positive) AS positive, sum(undefined) AS undefined,
       sum(reach) AS reach, sum(interactions) AS interactions, sum(negative * day) AS shape
     FROM mention_day WHERE brand = ? AND day >= ? AND day <= ?`,
    [brandKey, firstDay, toDay],
  );
  // A copy folded or taken out again moves this count, and none of the sums.
  const listed = read.get('SELECT sum(n) AS n FROM mention_count WHERE brand = ?', [brandKey]);
  const newest = read.get('SELECT max(item) AS item FROM mention WHERE brand = ?', [brandKey]);
  return JSON.stringify([days, listed, newest]);
}
