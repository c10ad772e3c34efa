import { z } from 'zod';
import type { CollectContext } from '#engine/connectors/kit/index.ts';
import type { BlueskyAccount } from './session.ts';

export const BlueskySettings = z.object({
  query: z.string().trim().min(1, 'type the words to search for').max(500),
  /** ISO 639-1; '' = any. */
  language: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?:[a-z]{2,3})?$/, 'type a language as two letters, such as ro')
    .default(''),
  live: z.boolean().default(false),
  /** Where the live stream comes from; '' = Bluesky's own. */
  stream: z.string().trim().max(300).default(''),
});
export type BlueskySettings = z.infer<typeof BlueskySettings>;
export type BlueskyCollect = CollectContext<BlueskySettings, BlueskyAccount>;
