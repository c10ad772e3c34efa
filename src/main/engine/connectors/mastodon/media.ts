import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { OutgoingImage } from '#shared/model/publishing.ts';
import { ConnectorError, type Api, type ApiAnswer } from '#engine/connectors/kit/index.ts';
import { orMissing, type Own } from './protocol.ts';

const Uploaded = z.object({ id: z.string().min(1) });

/** A server works on a picture for seconds; pauses between two looks, in milliseconds: about a minute in all. */
const PAUSES = [250, 500, 1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Uploads images with their descriptions, in order, and waits until the server has worked on them. Nobody sees them yet,
 * so nothing of this is an effect. @returns their numbers
 */
export async function upload(context: Own, api: Api, images: readonly OutgoingImage[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, image] of images.entries()) {
    const answer = await send(api, image, index);
    if (answer.status === 202) await ready(context, api, answer.value.id);
    ids.push(answer.value.id);
  }
  return ids;
}

async function send(api: Api, image: OutgoingImage, index: number): Promise<ApiAnswer<{ id: string }>> {
  const extension = image.type.split('/')[1]?.replace(/\W.*/, '') ?? 'bin';
  const to = async (path: string) =>
    api.call(Uploaded, {
      method: 'POST',
      path,
      multipart: {
        fields: image.alt === '' ? {} : { description: image.alt },
        file: {
          name: 'file',
          fileName: `image-${index + 1}.${extension}`,
          type: image.type,
          data: image.bytes,
        },
      },
      timeoutMs: 120_000,
      what: 'an image',
    });
  // Older servers know only the first way.
  return (await orMissing(to('/api/v2/media'))) ?? to('/api/v1/media');
}

async function ready(context: Own, api: Api, id: string): Promise<void> {
  for (const pause of PAUSES) {
    const answer = await orMissing(
      api.raw({ path: `/api/v1/media/${encodeURIComponent(id)}`, what: 'an image' }),
    );
    // 206: still at it. A server that cannot be asked is taken at its word when the post is sent.
    if (answer?.status !== 206) return;
    await sleep(pause, undefined, { signal: context.signal });
  }
  throw new ConnectorError(
    'transient',
    'image-slow',
    'The server has not finished working on an image. Earshot tries again by itself.',
    { params: { host: new URL(api.origin).hostname }, effect: 'no' },
  );
}
