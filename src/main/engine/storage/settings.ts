import { z } from 'zod';
import type { ReadHandle, WriteHandle } from './handles.ts';

const Settings = z.object({
  /** IANA zone that days are counted in. */
  zone: z.string().default(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'),
  /** Whether looking at a new mention makes it an open one. */
  seenOnOpen: z.boolean().default(true),
  collectPaused: z.boolean().default(false),
  /** A post this late is asked about instead of being sent, in minutes. */
  lateMinutes: z.number().int().min(5).max(1440).default(60),
});
export type Settings = z.infer<typeof Settings>;

/** The settings of the workspace, defaults filled in; a value that does not parse counts as not set. */
export function readSettings(read: ReadHandle): Settings {
  const stored: Record<string, unknown> = {};
  for (const row of read.all<{ key: string; value: string }>('SELECT key, value FROM setting')) {
    stored[row.key] = JSON.parse(row.value);
  }
  const parsed = Settings.safeParse(stored);
  return parsed.success ? parsed.data : Settings.parse({});
}

export function writeSetting<K extends keyof Settings>(write: WriteHandle, key: K, value: Settings[K]): void {
  write.run(
    'INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    [key, JSON.stringify(value)],
  );
}
