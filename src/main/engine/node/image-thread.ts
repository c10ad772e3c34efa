import { parentPort } from 'node:worker_threads';
import sharp, { type Sharp } from 'sharp';
import type { EncodedImage, ImageType, ImageWish } from '../images.ts';

export interface ImageQuestion {
  bytes: Uint8Array;
  wish: ImageWish;
}
export type ImageAnswer = { type: 'encoded'; image: EncodedImage } | { type: 'failed'; message: string };

/** A picture of a telephone has up to 50 million pixels, the largest cameras' have 100. */
const MOST_PIXELS = 100_000_000;
/** Below this an image says nothing any more, in pixels. */
const LEAST_SIDE = 64;
/** Tried in this order before pixels are given up. */
const QUALITIES = [88, 78, 68] as const;

/** The wish's best type: what keeps transparency where there is some, else the smallest that everybody reads. */
function typeFor(types: readonly string[], hasAlpha: boolean): ImageType {
  const order: ImageType[] = hasAlpha
    ? ['image/png', 'image/webp', 'image/jpeg']
    : ['image/jpeg', 'image/webp', 'image/png'];
  const type = order.find((one) => types.includes(one));
  if (type === undefined) throw new Error(`none of the types ${types.join(', ')} can be written`);
  return type;
}

function encoded(image: Sharp, type: ImageType, quality: number): Sharp {
  if (type === 'image/png') return image.png({ compressionLevel: 9 });
  if (type === 'image/webp') return image.webp({ quality });
  return image.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
}

/** @throws Error when it cannot be decoded or cannot be made to fit */
async function encode({ bytes, wish }: ImageQuestion): Promise<EncodedImage> {
  const open = (): Sharp => sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS }).autoOrient();
  const facts = await open().metadata();
  const type = typeFor(wish.types, facts.hasAlpha);
  let side = Math.min(wish.maxSide, Math.max(facts.autoOrient.width, facts.autoOrient.height));
  for (;;) {
    let smallest = Infinity;
    for (const quality of type === 'image/png' ? QUALITIES.slice(0, 1) : QUALITIES) {
      const sized = open().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
      const { data, info } = await encoded(sized.toColourspace('srgb'), type, quality).toBuffer({
        resolveWithObject: true,
      });
      if (wish.maxBytes === null || data.byteLength <= wish.maxBytes)
        return { bytes: new Uint8Array(data), type, width: info.width, height: info.height };
      smallest = data.byteLength;
    }
    // Bytes go with the area: aim a little below what is allowed.
    side = Math.floor(side * Math.min(0.9, 0.95 * Math.sqrt((wish.maxBytes ?? smallest) / smallest)));
    if (side < LEAST_SIDE) throw new Error('it cannot be made small enough');
  }
}

function serve(port: NonNullable<typeof parentPort>): void {
  sharp.cache(false);
  port.on('message', (question: ImageQuestion) => {
    const send = (answer: ImageAnswer): void => port.postMessage(answer);
    encode(question).then(
      (image) => send({ type: 'encoded', image }),
      (error: unknown) =>
        send({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  });
}

if (parentPort) serve(parentPort);
