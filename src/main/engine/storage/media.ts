import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { EarshotError } from '#shared/model/result.ts';
import { ConnectorError } from '../connectors/kit/index.ts';
import type { ImageLoader } from '../outbox/images.ts';
import type { Change } from './changes.ts';
import type { ReadHandle } from './handles.ts';
import { imageFacts } from './image-facts.ts';

/** An image of the workspace; its file lies in the media folder, named by its content. */
export interface MediaRow {
  id: string;
  file: string;
  type: string;
  bytes: number;
  width: number;
  height: number;
  name: string;
}

const FOLDER = 'media';
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export function readMedia(read: ReadHandle, mediaId: string): MediaRow {
  const row = read.get<MediaRow>(
    'SELECT id, file, type, bytes, width, height, name FROM media WHERE id = ?',
    [mediaId],
  );
  if (!row)
    throw new EarshotError('not-found', 'This image is no longer in the workspace.', {
      details: { mediaId },
    });
  return row;
}

export const mediaBytes = (folder: string, row: Pick<MediaRow, 'file'>): Buffer =>
  readFileSync(join(folder, FOLDER, row.file));

/**
 * Keeps an image: the file first, under a name that its content gives, then its row.
 * @throws EarshotError `invalid` when it is no JPEG, PNG, WebP or GIF
 */
export function addMedia(
  change: Change,
  folder: string,
  image: { bytes: Buffer; name: string },
  now: number,
): MediaRow {
  const facts = imageFacts(image.bytes);
  if (facts === null) {
    throw new EarshotError('invalid', 'This is not an image Earshot knows: take a JPEG, PNG, WebP or GIF.');
  }
  const digest = createHash('sha256').update(image.bytes).digest('hex').slice(0, 32);
  const file = `${digest}.${ENDINGS[facts.type] ?? 'bin'}`;
  const path = join(folder, FOLDER, file);
  if (!existsSync(path)) {
    mkdirSync(join(folder, FOLDER), { recursive: true });
    writeFileSync(`${path}.part`, image.bytes, { flush: true });
    renameSync(`${path}.part`, path);
  }
  const row = { id: uuidv7(), file, bytes: image.bytes.byteLength, name: image.name, ...facts };
  change.insert('media', { ...row, created_at: now });
  return row;
}

/** The images of a workspace, for the outbox. */
export function imageLoader(read: ReadHandle, folder: string): ImageLoader {
  return {
    load(mediaId, limits) {
      try {
        const row = readMedia(read, mediaId);
        const bytes = mediaBytes(folder, row);
        checkImage(row, limits);
        return Promise.resolve({ bytes, type: row.type, width: row.width, height: row.height });
      } catch (error) {
        return Promise.reject(error instanceof ConnectorError ? error : goneImage(error));
      }
    },
  };
}

/** @throws ConnectorError `invalid` when a network would refuse the image */
export function checkImage(
  row: Pick<MediaRow, 'type' | 'bytes' | 'name'>,
  limits: PublishingLimits['images'],
): void {
  if (!limits.types.includes(row.type) || row.bytes > limits.maxBytes) {
    const megabytes = Math.round((limits.maxBytes / 1_000_000) * 10) / 10;
    throw new ConnectorError(
      'invalid',
      'image-unfit',
      `The network does not take the image “${row.name}”: it wants at most ${megabytes} MB and one of ${limits.types.join(', ')}. Put in another one.`,
      { params: { name: row.name, megabytes } },
    );
  }
}

const goneImage = (cause: unknown): ConnectorError =>
  new ConnectorError(
    'invalid',
    'image-gone',
    'An image of this post is no longer in the workspace folder. Put it in again.',
    { cause },
  );
