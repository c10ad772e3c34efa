/// <reference types="vite/client" />
import type { Result } from '#shared/model/result.ts';

declare global {
  /** What the preload puts into the page; nothing else crosses the boundary. */
  interface EarshotBridge {
    call(name: string, input: unknown, callId: string): Promise<Result<unknown>>;
    on(event: string, fn: (payload: unknown) => void): () => void;
  }
  interface Window {
    readonly earshot?: EarshotBridge;
  }
}
