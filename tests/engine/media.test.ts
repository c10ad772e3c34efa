import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImages, type ClosableImages } from '#engine/node/images.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { bitmapPng, withExif } from '#tests/helpers/pictures.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

let network: PublishingNetwork;
let images: ClosableImages;
let ws: TestWorkspace;

const add = (bytes: Uint8Array, name = 'beach.png') =>
  ws.ask('media.add', { name, bytes: Buffer.from(bytes).toString('base64') });
const files = (): string[] => readdirSync(join(ws.folder, 'media'));

beforeEach(() => {
  network = new PublishingNetwork();
  images = createImages();
  ws = testWorkspace({ ports: { connectors: new Map([['press', network.connector]]), images } });
});
afterEach(async () => {
  await ws.close();
  await images.close();
});

describe('an image', () => {
  it('is kept once, named by its content, with a small picture for the window', async () => {
    const first = await add(bitmapPng(600, 300));
    const second = await add(bitmapPng(600, 300), 'again.png');
    expect(first).toMatchObject({ type: 'image/jpeg', width: 600, height: 300, name: 'beach.png' });
    expect(second.id).not.toBe(first.id);
    expect(files()).toHaveLength(1);
    const small = await ws.ask('media.get', { mediaId: first.id, side: 64 });
    expect(small.picture).toMatch(/^data:image\/webp;base64,/);
    expect(small.bytes).toBe(first.bytes);
  });

  it('loses what its file says beside the picture, and stands upright', async () => {
    const jpeg = await images.encode(bitmapPng(80, 40), {
      types: ['image/jpeg'],
      maxBytes: null,
      maxSide: 80,
    });
    const told = withExif(jpeg.bytes, { orientation: 6, secret: 'GPS 44.17N 28.65E' });
    expect(Buffer.from(told).includes('GPS 44.17N')).toBe(true);
    const kept = await add(told, 'beach.jpg');
    expect([kept.width, kept.height]).toEqual([40, 80]);
    const [file = ''] = files();
    const bytes = readFileSync(join(ws.folder, 'media', file));
    expect(bytes.includes('GPS 44.17N')).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('keeps what is transparent', async () => {
    expect((await add(bitmapPng(50, 50, { alpha: 128 }))).type).toBe('image/png');
  });

  it.each([
    ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['half a picture', bitmapPng(300, 300).subarray(0, 120)],
    ['a picture that claims 2,500 million pixels', bitmapPng(4, 4, { claims: [50_000, 50_000] })],
    [
      'nothing but a beginning',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9]), Buffer.alloc(64)]),
    ],
  ])('is refused when it is %s, and leaves nothing behind', async (_name, bytes) => {
    await expect(add(bytes)).rejects.toThrow(/^invalid: This (is not an image|image cannot be read)/);
    expect(files()).toEqual([]);
    // The next one is read as if nothing had been.
    expect((await add(bitmapPng(20, 20))).width).toBe(20);
  });

  it('leaves with its description, as small as its network wants it, and in its proportions', async () => {
    const brandId = await ws.brand('Seaview', 'seaview');
    const accountId = network.connect(ws, brandId);
    const large = await add(bitmapPng(1600, 800, { noise: true }));
    expect(large.bytes).toBeGreaterThan(20_000);
    const { postId } = await ws.ask('posts.create', {
      brandId,
      slot: null,
      variants: [
        {
          accountId,
          text: 'Look',
          title: '',
          images: [{ mediaId: large.id, alt: 'The beach at noon' }],
          hold: false,
        },
      ],
    });
    ws.engine.outbox.start();
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    const [image] = network.sent[0]?.images ?? [];
    expect(image).toMatchObject({ type: 'image/jpeg', alt: 'The beach at noon' });
    expect(image?.bytes.byteLength).toBeLessThanOrEqual(20_000);
    expect((image?.width ?? 0) / (image?.height ?? 1)).toBeCloseTo(2, 1);
    expect(image?.width).toBeLessThan(1600);
  });

  it('that is gone from the folder stops its post, which says so', async () => {
    const brandId = await ws.brand('Seaview', 'seaview');
    const accountId = network.connect(ws, brandId);
    const { id } = await add(bitmapPng(60, 60));
    rmSync(join(ws.folder, 'media', files()[0] ?? ''));
    const { postId } = await ws.ask('posts.create', {
      brandId,
      slot: null,
      variants: [{ accountId, text: 'Look', title: '', images: [{ mediaId: id, alt: '' }], hold: false }],
    });
    ws.engine.outbox.start();
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent).toEqual([]);
    const post = await ws.ask('posts.get', { postId });
    expect(post.variants[0]).toMatchObject({ stage: 'failed', action: { reasonCode: 'image-gone' } });
    expect((await ws.ask('media.get', { mediaId: id, side: 100 })).picture).toBeNull();
  });
});
