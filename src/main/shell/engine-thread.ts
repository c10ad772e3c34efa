import { Worker } from 'node:worker_threads';
import type { EngineOutbound, WorkerData } from '#engine/protocol.ts';
import type { EngineThread } from './engine-host.ts';

/** Starts the built engine (`worker.mjs`) in a worker thread of its own. */
export function startEngineThread(file: string, data: WorkerData): EngineThread {
  const worker = new Worker(file, { workerData: data, name: 'engine' });
  let trouble = 'exit';
  worker.on('error', (error: unknown) => {
    trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on('message', (message: EngineOutbound) => listener(message));
    },
    onEnd: (listener) => {
      worker.once('exit', (code) => listener(`${trouble} (code ${code})`));
    },
    kill: async () => {
      await worker.terminate();
    },
  };
}
