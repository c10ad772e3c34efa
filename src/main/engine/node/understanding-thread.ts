import { parentPort, workerData } from 'node:worker_threads';
import type { JudgeInput } from '../collect/judge.ts';
import { PERMUTATIONS } from '../understand/duplicates.ts';
import { loadUnderstanding } from './understanding.ts';

/** What the thread is started with. */
export interface ThreadData {
  modelsFolder: string;
}

export interface ThreadRequest {
  id: number;
  inputs: readonly JudgeInput[];
}

/** Answers in the order of the inputs; the signatures lie one after the other in `values`. */
export interface ThreadAnswer {
  id: number;
  judged: readonly (readonly [language: string | null, sentiment: string, score: number, words: number])[];
  values: Uint32Array;
}

export type ThreadMessage =
  | { type: 'ready' }
  | { type: 'warning'; message: string }
  | ({ type: 'answer' } & ThreadAnswer)
  | { type: 'failed'; id: number; message: string };

/** Understanding on a thread of its own, so that the one that stores and answers never waits for it. */
function serve(port: NonNullable<typeof parentPort>, { modelsFolder }: ThreadData): void {
  const send = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void => {
    port.postMessage(message, transfer);
  };
  const understand = loadUnderstanding(modelsFolder, (message) => send({ type: 'warning', message }));
  port.on('message', ({ id, inputs }: ThreadRequest) => {
    try {
      const values = new Uint32Array(inputs.length * PERMUTATIONS);
      const judged = inputs.map((input, at) => {
        const { language, sentiment, score, signature } = understand(input);
        values.set(signature.values, at * PERMUTATIONS);
        return [language, sentiment, score, signature.words] as const;
      });
      send({ type: 'answer', id, judged, values }, [values.buffer]);
    } catch (error) {
      send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  });
  send({ type: 'ready' });
}

if (parentPort) serve(parentPort, workerData as ThreadData);
