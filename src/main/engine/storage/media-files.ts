import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a workspace that holds its images, each named by its content. */
export const MEDIA_FOLDER = 'media';

/** What the name of a file with this content begins with. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Writes a file whole or not at all. */
export function writeMediaFile(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, MEDIA_FOLDER, name);
  mkdirSync(join(folder, MEDIA_FOLDER), { recursive: true });
  writeFileSync(`${path}.part`, bytes, { flush: true });
  renameSync(`${path}.part`, path);
}
