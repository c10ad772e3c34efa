import { Worker } from 'node:worker_threads';
import type { EncodedImage, ImagePort, ImageWish } from '../images.ts';
import type { ImageAnswer, ImageQuestion } from './image-thread.ts';

/** An image that takes longer is meant to. In milliseconds. */
const LONGEST = 30_000;
/** A decoder takes tens of megabytes: a thread that has had nothing to do for this long is let go. In milliseconds. */
const IDLE = 30_000;

const threadFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './image-thread.ts' : './image-thread.mjs', import.meta.url);

export interface ClosableImages extends ImagePort {
  close(): Promise<void>;
}

/**
 * Images on a thread of their own, one after the other. The decoder is WebAssembly, which cannot leave its own memory,
 * and the thread may load no native code, so that the native build of the same library can never take its place.
 */
export function createImages(): ClosableImages {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };
  const awake = (): Worker => {
    clearTimeout(idle);
    thread ??= new Worker(threadFile(), { name: 'images', execArgv: ['--no-addons'] });
    return thread;
  };
  const ask = async (question: ImageQuestion): Promise<EncodedImage> => {
    try {
      return await answerOf(awake(), question);
    } catch (error) {
      // Whatever state a broken image has left behind ends with its thread.
      await end();
      throw error;
    } finally {
      idle = setTimeout(() => void end(), IDLE);
      idle.unref();
    }
  };
  return {
    encode(bytes: Uint8Array, wish: ImageWish) {
      const turn = last.then(() => ask({ bytes, wish }));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: end,
  };
}

function answerOf(thread: Worker, question: ImageQuestion): Promise<EncodedImage> {
  return new Promise((resolve, reject) => {
    const done = (result: EncodedImage | Error): void => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', failed).off('exit', ended);
      thread.unref();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const answered = (answer: ImageAnswer): void =>
      done(answer.type === 'encoded' ? answer.image : new Error(answer.message));
    const failed = (error: unknown): void => done(error instanceof Error ? error : new Error(String(error)));
    const ended = (code: number): void => done(new Error(`the thread for images ended with ${code}`));
    const timer = setTimeout(() => done(new Error('it takes too long')), LONGEST);
    thread.ref();
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(question);
  });
}
