import type { ReadHandle } from './handles.ts';

/** Ids of all brands, archived ones too, by their key in this file. */
export const brandIdsByKey = (read: ReadHandle): Map<number, string> =>
  new Map(read.all<{ key: number; id: string }>('SELECT key, id FROM brand').map(({ key, id }) => [key, id]));
