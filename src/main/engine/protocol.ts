import type { Result } from '#shared/model/result.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';

/** What the shell hands to the engine's worker thread when it starts. */
export interface WorkerData {
  /** The workspace folder. */
  folder: string;
  /** The app's version, for the User-Agent and the workspace's record. */
  version: string;
  /** True: an empty folder is filled with the sample hotel, and the workspace never collects. */
  sample?: boolean;
  /** Folder of the shipped models (`sentiment.bin` and its lexicon). */
  modelsFolder: string;
}

export type BlockedReason = 'newer-version' | 'damaged' | 'locked' | 'no-space' | 'unknown';

/** What only the desktop can do for the engine: its keyring, and the person's browser. */
export type DesktopAsk =
  { what: 'seal'; text: string } | { what: 'unseal'; text: string } | { what: 'open-page'; text: string };

export type EngineInbound =
  | { type: 'call'; id: string; name: string; input: unknown }
  | { type: 'cancel'; id: string }
  | { type: 'power'; state: 'suspend' | 'resume' }
  | { type: 'network'; online: boolean }
  /** The answer to an `ask`; null = it could not be done. */
  | { type: 'answer'; id: string; text: string | null }
  | { type: 'stop' };

export type EngineEvent = { [N in EventName]: { name: N; payload: EventPayload<N> } }[EventName];

export type EngineOutbound =
  | { type: 'ready' }
  | { type: 'blocked'; reason: BlockedReason; message: string }
  | { type: 'result'; id: string; result: Result<unknown> }
  | ({ type: 'event' } & EngineEvent)
  | ({ type: 'ask'; id: string } & DesktopAsk)
  | { type: 'stopped' };
