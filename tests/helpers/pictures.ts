import { crc32, deflateSync } from 'node:zlib';

interface PngOptions {
  /** 0…255; given, the picture has an alpha channel. */
  alpha?: number;
  /** Every pixel another colour, so that it hardly packs. */
  noise?: boolean;
  /** What the header says its size is, instead of the truth. */
  claims?: readonly [width: number, height: number];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.byteLength, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of a colour that changes from edge to edge. */
export function bitmapPng(width: number, height: number, { alpha, noise, claims }: PngOptions = {}): Buffer {
  const channels = alpha === undefined ? 3 : 4;
  const rows = Buffer.alloc(height * (width * channels + 1));
  let seed = 1;
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const grain = noise === true ? seed >> 16 : 0;
      rows[at] = ((x * 255) / width + grain) & 255;
      rows[at + 1] = ((y * 255) / height + grain) & 255;
      rows[at + 2] = (120 + grain) & 255;
      if (alpha !== undefined) rows[at + 3] = alpha;
      at += channels;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims?.[0] ?? width, 0);
  header.writeUInt32BE(claims?.[1] ?? height, 4);
  header[8] = 8;
  header[9] = channels === 3 ? 2 : 6;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG with an EXIF block: how it is turned (1…8), and a description that nobody should see. */
export function withExif(
  jpeg: Uint8Array,
  { orientation, secret }: { orientation: number; secret: string },
): Buffer {
  const text = Buffer.from(`${secret}\0`, 'latin1');
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // ImageDescription, text behind the directory; Orientation, one short.
  const entry = (offset: number, [tag, type, count]: readonly [number, number, number]): void => {
    tiff.writeUInt16LE(tag, offset);
    tiff.writeUInt16LE(type, offset + 2);
    tiff.writeUInt32LE(count, offset + 4);
  };
  entry(10, [0x010e, 2, text.length]);
  tiff.writeUInt32LE(38, 18);
  entry(22, [0x0112, 3, 1]);
  tiff.writeUInt16LE(orientation, 30);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([Buffer.from(jpeg.subarray(0, 2)), head, body, Buffer.from(jpeg.subarray(2))]);
}
