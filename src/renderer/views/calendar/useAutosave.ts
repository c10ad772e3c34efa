import { useEffect, useRef, useState } from 'react';
import { beforeLeaving } from '#renderer/app/leaving.ts';

/** Time without a key press after which what was typed is kept, in milliseconds. */
const PAUSE = 700;

export type Kept = 'nothing' | 'keeping' | 'kept' | 'failed';

export interface AutosaveOptions<T> {
  what: T;
  /** The post it belongs to; null before there is one. */
  postId: string | null;
  /** Keeps it. @returns the post's id, null where there is still none */
  keep(what: T, postId: string | null): Promise<string | null>;
}

export interface Autosave {
  kept: Kept;
  /** Keeps what is not kept yet. @returns the post's id @throws what `keep` throws */
  flush(): Promise<string | null>;
}

/**
 * Keeps what a person writes: after a pause, when the screen is left, and before Earshot ends. One at a time, so that a new
 * post is made once and the newest words are always the last to be kept.
 */
export function useAutosave<T>(options: AutosaveOptions<T>): Autosave {
  const [kept, setKept] = useState<Kept>('nothing');
  const written = JSON.stringify(options.what);
  const latest = useRef(options);
  const saved = useRef(written);
  const id = useRef(options.postId);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    latest.current = options;
    id.current ??= options.postId;
  });

  const run = useRef(async (): Promise<string | null> => {
    const next = queue.current.then(async () => {
      const { what, keep } = latest.current;
      const text = JSON.stringify(what);
      if (text === saved.current) return;
      setKept('keeping');
      try {
        id.current = await keep(what, id.current);
        saved.current = text;
        setKept('kept');
      } catch (error) {
        setKept('failed');
        throw error;
      }
    });
    // What failed is tried again with the next key press; it must not hold up what comes after it.
    queue.current = next.catch(() => undefined);
    await next;
    return id.current;
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      run.current().catch(() => undefined);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [written]);

  useEffect(() => {
    const leave = (): void => {
      run.current().catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    const stop = beforeLeaving(() => run.current());
    return () => {
      window.removeEventListener('pagehide', leave);
      stop();
      leave();
    };
  }, []);

  return { kept, flush: () => run.current() };
}
