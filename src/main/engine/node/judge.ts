import { Worker } from 'node:worker_threads';
import { Sentiment } from '#shared/contract/mentions.ts';
import type { Explained, Judge, Judged } from '../collect/judge.ts';
import { PERMUTATIONS } from '../understand/duplicates.ts';
import type {
  ThreadAnswer,
  ThreadData,
  ThreadMessage,
  ThreadQuestion,
  ThreadRequest,
} from './understanding-thread.ts';

/** The models take tens of megabytes: a thread that has had nothing to do for this long is let go. */
const IDLE_MS = 120_000;

/** Beside the bundled engine lies the bundled thread; from the sources, its source. */
const threadFile = (): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? './understanding-thread.ts' : './understanding-thread.mjs',
    import.meta.url,
  );

export interface ClosableJudge extends Judge {
  close(): Promise<void>;
}

/** The judge over the shipped models, on a thread that starts with the first question and ends when idle. */
export function createJudge(modelsFolder: string, warn: (message: string) => void): ClosableJudge {
  let thread: UnderstandingThread | null = null;
  /** A thread that starts anew is told again. */
  let head: Uint8Array | null = null;
  let idle: NodeJS.Timeout | undefined;
  const awake = (): UnderstandingThread => {
    clearTimeout(idle);
    if (thread === null) {
      thread = new UnderstandingThread(modelsFolder, warn, () => {
        thread = null;
      });
      if (head !== null) thread.learn(head);
    }
    return thread;
  };
  const rest = (): void => {
    clearTimeout(idle);
    if (thread?.busy !== false) return;
    idle = setTimeout(() => void thread?.close(), IDLE_MS);
    idle.unref();
  };
  return {
    async ready() {
      await awake().ready;
      rest();
    },
    async judge(inputs) {
      if (inputs.length === 0) return [];
      try {
        return (await awake().ask({ type: 'judge', inputs })).judged;
      } finally {
        rest();
      }
    },
    async explain(inputs) {
      if (inputs.length === 0) return [];
      try {
        return (await awake().ask({ type: 'explain', inputs })).explained;
      } finally {
        rest();
      }
    },
    learn(packed) {
      head = packed;
      thread?.learn(packed);
    },
    async close() {
      clearTimeout(idle);
      await thread?.close();
    },
  };
}

/** One of the two is empty: which, the question says. */
interface Answer {
  judged: Judged[];
  explained: Explained[];
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** One running thread and the questions it has not answered yet. */
class UnderstandingThread {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(modelsFolder: string, warn: (message: string) => void, ended: () => void) {
    const workerData: ThreadData = { modelsFolder };
    this.#worker = new Worker(threadFile(), { workerData, name: 'understanding' });
    // A program that has done its work must not be kept alive by a thread that waits for questions.
    this.#worker.unref();
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: ThreadMessage) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'warning') warn(message.message);
        else this.#settle(message);
      });
      const fail = (why: string): void => {
        ended();
        const error = new Error(`Understanding stopped: ${why}`);
        reject(error);
        for (const one of this.#waiting.values()) one.reject(error);
        this.#waiting.clear();
      };
      this.#worker.on('error', (error: unknown) =>
        fail(error instanceof Error ? error.message : String(error)),
      );
      this.#worker.on('exit', (code) => fail(`exit ${code}`));
    });
    // Whoever asks hears of it; a thread that nobody has asked yet may end unheard.
    this.ready.catch(() => undefined);
  }

  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  ask(question: ThreadQuestion): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    const request: ThreadRequest = { ...question, id };
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  learn(head: Uint8Array | null): void {
    const request: ThreadRequest = { type: 'learn', head };
    this.#worker.postMessage(request);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(message: Extract<ThreadMessage, { id: number }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (message.type === 'failed') waiting?.reject(new Error(message.message));
    else if (message.type === 'explained') waiting?.resolve({ judged: [], explained: message.explained });
    else waiting?.resolve({ judged: unpack(message), explained: [] });
  }
}

function unpack({ judged, values }: ThreadAnswer): Judged[] {
  return judged.map(([language, sentiment, score, words], at) => ({
    language,
    sentiment: Sentiment.parse(sentiment),
    score,
    // A view would keep the whole batch in memory for as long as one story is remembered.
    signature: { words, values: values.slice(at * PERMUTATIONS, (at + 1) * PERMUTATIONS) },
  }));
}
