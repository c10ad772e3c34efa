import { z } from 'zod';
import { PublishingLimits } from '#shared/model/publishing.ts';
import { jsonOf, parseDate, type Api, type HttpResponse } from '#engine/connectors/kit/index.ts';

/** What a server that says nothing of itself is taken to allow: Mastodon's own defaults. */
export const DEFAULT_LIMITS: PublishingLimits = PublishingLimits.parse({
  text: { counter: 'mastodon', max: 500 },
  images: {
    max: 4,
    maxBytes: 16_777_216,
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    altMax: 1500,
  },
  threads: true,
});

/** Mastodon takes a post for later from five minutes ahead; uploads and clocks want some room. */
export const HOLDS = { minMinutes: 10, maxDays: 365 };
const LEAST_AHEAD_MS = 5.5 * 60_000;

const Whole = z.number().int().positive().nullish().catch(null);

const Configuration = z
  .object({
    urls: z.object({ streaming: z.string().nullish() }).nullish().catch(null),
    statuses: z
      .object({
        max_characters: Whole,
        max_media_attachments: z.number().int().nonnegative().nullish().catch(null),
        characters_reserved_per_url: Whole,
      })
      .nullish()
      .catch(null),
    media_attachments: z
      .object({
        image_size_limit: Whole,
        description_limit: Whole,
        supported_mime_types: z.array(z.string()).nullish().catch(null),
      })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

const Second = z.object({
  domain: z.string().min(1),
  version: z.string().catch(''),
  configuration: Configuration,
  api_versions: z.object({ mastodon: z.number().int() }).nullish().catch(null),
});

const First = z.object({
  uri: z.string().min(1),
  version: z.string().catch(''),
  urls: z.object({ streaming_api: z.string().nullish() }).nullish().catch(null),
  configuration: Configuration,
  /** Older relatives of Mastodon. */
  max_toot_chars: Whole,
});

/** What a server says of itself. */
export interface Instance {
  /** What stands behind the second @ of its people; null where it does not say. */
  domain: string | null;
  limits: PublishingLimits;
  /** Where live streams are; null where there are none. */
  streaming: string | null;
  /** The server's clock in UTC milliseconds; null where it does not say. */
  now: number | null;
}

/** Statuses that mean "I do not have that": the next older way is tried. */
const NOT_THERE = [400, 401, 403, 404, 405, 406, 410, 422, 501];

/** Reads what a server is and allows, by the newer way, the older way, or Mastodon's defaults. */
export async function readInstance(api: Api): Promise<Instance> {
  const what = 'what the server allows';
  const newer = await api.raw({ path: '/api/v2/instance', expects: NOT_THERE, what });
  const second = Second.safeParse(jsonOf(newer));
  if (second.success) {
    const { domain, version, configuration, api_versions: apis } = second.data;
    const isMastodon = (apis?.mastodon ?? 0) > 0 || /^[34]\.\d+\.\d+[^ (]*$/.test(version);
    return {
      domain,
      limits: { ...limitsOf(configuration), holds: isMastodon ? HOLDS : null },
      streaming: configuration?.urls?.streaming ?? null,
      now: clockOf(newer),
    };
  }
  const older = await api.raw({ path: '/api/v1/instance', expects: NOT_THERE, what });
  const first = First.safeParse(jsonOf(older));
  if (!first.success) return { domain: null, limits: DEFAULT_LIMITS, streaming: null, now: clockOf(older) };
  const { uri, urls, configuration, max_toot_chars: most } = first.data;
  const limits = limitsOf(configuration, most ?? null);
  // Who lacks the newer way often ignores the time of a post and publishes it at once, so nothing is held there.
  return { domain: hostOf(uri), limits, streaming: urls?.streaming_api ?? null, now: clockOf(older) };
}

/** Whether a server can be given a post now that it shall publish at `at`, by its own clock where it tells it. */
export const isFarEnough = (instance: Instance, at: number, now: number): boolean =>
  at - (instance.now ?? now) >= LEAST_AHEAD_MS;

function limitsOf(
  configuration: z.infer<typeof Configuration>,
  most: number | null = null,
): PublishingLimits {
  const { text, images } = DEFAULT_LIMITS;
  const { statuses, media_attachments: media } = configuration ?? {};
  const types = media?.supported_mime_types?.filter((type) => type.startsWith('image/')) ?? [];
  return {
    ...DEFAULT_LIMITS,
    text: {
      ...text,
      max: statuses?.max_characters ?? most ?? text.max,
      linkLength: statuses?.characters_reserved_per_url ?? text.linkLength,
    },
    images: {
      max: statuses?.max_media_attachments ?? images.max,
      maxBytes: media?.image_size_limit ?? images.maxBytes,
      types: types.length === 0 ? images.types : types,
      altMax: media?.description_limit ?? images.altMax,
    },
  };
}

const hostOf = (uri: string): string | null =>
  URL.canParse(uri) && /^https?:/.test(uri) ? new URL(uri).host : uri;

const clockOf = (response: HttpResponse): number | null => parseDate(response.headers['date'] ?? '');
