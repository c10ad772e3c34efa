import { parentPort, workerData } from 'node:worker_threads';
import type { Explained, ExplainInput, JudgeInput } from '../collect/judge.ts';
import { PERMUTATIONS } from '../understand/duplicates.ts';
import { loadUnderstanding } from './understanding.ts';

/** What the thread is started with. */
export interface ThreadData {
  modelsFolder: string;
}

export type ThreadQuestion =
  { type: 'judge'; inputs: readonly JudgeInput[] } | { type: 'explain'; inputs: readonly ExplainInput[] };
/** A question, or the head to judge with from now on. */
export type ThreadRequest = (ThreadQuestion & { id: number }) | { type: 'learn'; head: Uint8Array | null };

/** Answers in the order of the inputs; the signatures lie one after the other in `values`. */
export interface ThreadAnswer {
  id: number;
  judged: readonly (readonly [language: string | null, sentiment: string, score: number, words: number])[];
  values: Uint32Array;
}

export type ThreadMessage =
  | { type: 'ready' }
  | { type: 'warning'; message: string }
  | ({ type: 'judged' } & ThreadAnswer)
  | { type: 'explained'; id: number; explained: Explained[] }
  | { type: 'failed'; id: number; message: string };

/** Understanding on a thread of its own, so that the one that stores and answers never waits for it. */
function serve(port: NonNullable<typeof parentPort>, { modelsFolder }: ThreadData): void {
  const send = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void => {
    port.postMessage(message, transfer);
  };
  const understand = loadUnderstanding(modelsFolder, (message) => send({ type: 'warning', message }));
  port.on('message', (request: ThreadRequest) => {
    if (request.type === 'learn') {
      understand.learn(request.head);
      return;
    }
    const { id } = request;
    try {
      if (request.type === 'explain') {
        send({ type: 'explained', id, explained: request.inputs.map((input) => understand.explain(input)) });
        return;
      }
      const { inputs } = request;
      const values = new Uint32Array(inputs.length * PERMUTATIONS);
      const judged = inputs.map((input, at) => {
        const { language, sentiment, score, signature } = understand.judge(input);
        values.set(signature.values, at * PERMUTATIONS);
        return [language, sentiment, score, signature.words] as const;
      });
      send({ type: 'judged', id, judged, values }, [values.buffer]);
    } catch (error) {
      send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  });
  send({ type: 'ready' });
}

if (parentPort) serve(parentPort, workerData as ThreadData);
