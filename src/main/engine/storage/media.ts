import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { EarshotError } from '#shared/model/result.ts';
import { ConnectorError, imageFacts } from '../connectors/kit/index.ts';
import type { EncodedImage, ImagePort } from '../images.ts';
import type { ImageLoader } from '../outbox/images.ts';
import type { Change } from './changes.ts';
import type { ReadHandle } from './handles.ts';
import { digestOf, MEDIA_FOLDER, writeMediaFile } from './media-files.ts';

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

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;
/** Longest side that is kept, in pixels: more than any network shows. */
const KEPT_SIDE = 4096;

/** The images of a workspace: what is kept was encoded anew, so no file carries a place, a name or a trick. */
export class MediaFiles implements ImageLoader {
  readonly #read: ReadHandle;
  /** The workspace's. */
  readonly #folder: string;
  readonly #images: ImagePort;
  /** Small pictures for the window, by file and side; made once a session. */
  readonly #small = new Map<string, string>();

  constructor(read: ReadHandle, folder: string, images: ImagePort) {
    this.#read = read;
    this.#folder = folder;
    this.#images = images;
  }

  /** Decodes and encodes what a person put in. @throws EarshotError `invalid` */
  async clean(bytes: Uint8Array): Promise<EncodedImage> {
    // Told by its first bytes, so that nothing else ever reaches a decoder.
    if (imageFacts(bytes) === null) {
      throw new EarshotError(
        'invalid',
        'This is not an image Earshot knows. Take a JPEG, PNG, WebP or GIF.',
        { details: { field: 'bytes' } },
      );
    }
    try {
      const types = ['image/jpeg', 'image/png'];
      return await this.#images.encode(bytes, { types, maxBytes: null, maxSide: KEPT_SIDE });
    } catch (error) {
      throw new EarshotError(
        'invalid',
        'This image cannot be read; it may be damaged. Save it anew as JPEG or PNG and put it in again.',
        { details: { field: 'bytes' }, cause: error },
      );
    }
  }

  /** Keeps a cleaned image: the file first, under a name that its content gives, then its row. */
  keep(change: Change, image: EncodedImage, name: string, now: number): MediaRow {
    const file = `${digestOf(image.bytes)}.${ENDINGS[image.type]}`;
    if (!existsSync(this.#path(file))) writeMediaFile(this.#folder, file, image.bytes);
    const { type, width, height } = image;
    const row = { id: uuidv7(), file, type, bytes: image.bytes.byteLength, width, height, name };
    change.insert('media', { ...row, created_at: now });
    return row;
  }

  row(mediaId: string): MediaRow {
    const row = this.#read.get<MediaRow>(
      'SELECT id, file, type, bytes, width, height, name FROM media WHERE id = ?',
      [mediaId],
    );
    if (row) return row;
    throw new EarshotError('not-found', 'This image is no longer in the workspace.', {
      details: { mediaId },
    });
  }

  /** A small picture as a `data:` address. @param side its longest side in pixels */
  async small(row: Pick<MediaRow, 'file'>, side: number): Promise<string | null> {
    const key = `${side} ${row.file}`;
    const known = this.#small.get(key);
    if (known !== undefined) return known;
    try {
      const bytes = await readFile(this.#path(row.file));
      const image = await this.#images.encode(bytes, {
        types: ['image/webp'],
        maxBytes: null,
        maxSide: side,
      });
      const url = `data:${image.type};base64,${Buffer.from(image.bytes).toString('base64')}`;
      if (this.#small.size >= 500) this.#small.clear();
      this.#small.set(key, url);
      return url;
    } catch {
      // Gone, or damaged on the disk: the screen says so in its place.
      return null;
    }
  }

  async load(mediaId: string, limits: PublishingLimits['images']): ReturnType<ImageLoader['load']> {
    const { row, bytes } = await this.#whole(mediaId);
    if (limits.types.includes(row.type) && bytes.byteLength <= limits.maxBytes) {
      return { bytes, type: row.type, width: row.width, height: row.height };
    }
    try {
      return await this.#images.encode(bytes, { ...limits, maxSide: KEPT_SIDE });
    } catch (error) {
      const megabytes = Math.round((limits.maxBytes / 1_000_000) * 10) / 10;
      throw new ConnectorError(
        'invalid',
        'image-unfit',
        `The image “${row.name}” cannot be made to fit: the network wants at most ${megabytes} MB and one of ${limits.types.join(', ')}. Put in another one.`,
        { params: { name: row.name, megabytes }, cause: error },
      );
    }
  }

  #path(file: string): string {
    return join(this.#folder, MEDIA_FOLDER, file);
  }

  async #whole(mediaId: string): Promise<{ row: MediaRow; bytes: Uint8Array }> {
    try {
      const row = this.row(mediaId);
      return { row, bytes: await readFile(this.#path(row.file)) };
    } catch (error) {
      throw new ConnectorError(
        'invalid',
        'image-gone',
        'An image of this post is no longer in the workspace folder. Put it in again.',
        { cause: error },
      );
    }
  }
}
