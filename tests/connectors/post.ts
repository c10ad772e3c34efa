import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { OutgoingImage, OutgoingPost } from '#shared/model/publishing.ts';
import type { Bench } from './bench.ts';

/** A real PNG of random dots, about 200 kB, so that it leaves in more than one piece. */
export function noisyImage(alt: string): OutgoingImage {
  const side = 256;
  const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side * 3)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, type: 'image/png', width: side, height: side, alt };
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A post of its own, with what this network wants of every post. */
export function newPost(
  bench: Bench,
  text: string,
  parts: Partial<OutgoingPost> = {},
): OutgoingPost & { key: string } {
  return {
    text,
    title: '',
    images: [],
    thread: [],
    language: 'en',
    holdUntil: null,
    ...bench.post,
    ...parts,
    key: crypto.randomUUID(),
  };
}
