export interface ImageFacts {
  type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';
  /** Pixels. */
  width: number;
  height: number;
}

/** Kind and size of an image by its first bytes, without decoding it; null for anything else. Never throws. */
export function imageFacts(file: Uint8Array): ImageFacts | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 30) return null;
  if (bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR')
    return sized('image/png', bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)))
    return sized('image/gif', bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return webp(bytes);
  return bytes.readUInt16BE(0) === 0xffd8 ? jpeg(bytes) : null;
}

function sized(type: ImageFacts['type'], width: number, height: number): ImageFacts | null {
  return width > 0 && height > 0 && width <= 50_000 && height <= 50_000 ? { type, width, height } : null;
}

function webp(bytes: Buffer): ImageFacts | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sized('image/webp', bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized('image/webp', bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return null;
  }
}

/** Walks the segments to the frame header. */
function jpeg(bytes: Buffer): ImageFacts | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('image/jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
