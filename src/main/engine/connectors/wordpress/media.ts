import { z } from 'zod';
import type { OutgoingImage } from '#shared/model/publishing.ts';
import {
  ConnectorError,
  List,
  clip,
  httpAddress,
  isLoopback,
  readable,
  withoutEffect,
} from '#engine/connectors/kit/index.ts';
import { shortHash, type Placed } from './content.ts';
import { identOf, orGone, ownApi, pathOf, type Own, type SiteApi } from './protocol.ts';

const Media = z.object({ id: z.number().int().positive(), source_url: z.string() });
type Media = z.infer<typeof Media>;

/**
 * Puts a post's images into the media library, in order. Each carries a digest of itself in its name, so that one that is
 * there already, after a crash or from another post, is used again. Nobody sees them yet, so nothing of this is an effect.
 */
export async function place(api: SiteApi, images: readonly OutgoingImage[]): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const image of images) {
    const slug = `image-${shortHash(image.bytes, image.alt)}`;
    const media = await withoutEffect(placedOrUploaded(api, image, slug));
    placed.push({ id: media.id, url: media.source_url, alt: image.alt });
  }
  return placed;
}

async function placedOrUploaded(api: SiteApi, image: OutgoingImage, slug: string): Promise<Media> {
  const { value } = await api.call(List, {
    path: '/wp/v2/media',
    query: { slug, context: 'edit' },
    what: 'the media library',
  });
  return readable(Media, value)[0] ?? upload(api, image, slug);
}

async function upload(api: SiteApi, image: OutgoingImage, slug: string): Promise<Media> {
  const extension = image.type === 'image/jpeg' ? 'jpg' : (image.type.split('/')[1] ?? 'bin');
  const { value } = await api.call(Media, {
    method: 'POST',
    path: '/wp/v2/media',
    multipart: {
      // The title is what the library and its search show.
      fields: { slug, alt_text: image.alt, title: image.alt === '' ? slug : clip(image.alt, 200) },
      file: { name: 'file', fileName: `${slug}.${extension}`, type: image.type, data: image.bytes },
    },
    timeoutMs: 120_000,
    what: 'an image',
  });
  return value;
}

/**
 * Gives an image a public address of its own, for networks that fetch images themselves. Never one that a post uses:
 * removing it must not tear a hole into that post.
 * @throws ConnectorError `refused` where the internet cannot read it; nothing stays on the site then
 */
export async function hostMedia(context: Own, image: OutgoingImage): Promise<{ url: string; ident: string }> {
  const { home } = context.account;
  if (!isPublic(home)) throw notPublic(home);
  const api = ownApi(context);
  const salt = `${context.now()} ${context.random()}`;
  const media = await upload(api, image, `shared-${shortHash(image.bytes, salt)}`);
  try {
    const url = httpAddress(media.source_url);
    if (!isPublic(url) || !(await isReadable(context, url, image))) throw notPublic(home);
    return { url, ident: identOf(home, 'media', media.id) };
  } catch (error) {
    await dropMedia(api, media.id);
    throw error;
  }
}

/** Deletes an image for good: the library has no trash. */
export async function dropMedia(api: SiteApi, id: number): Promise<void> {
  const path = pathOf('media', id);
  await orGone(api.raw({ method: 'DELETE', path, query: { force: true }, what: 'the image' }));
}

/** Whether an address may be one that everybody can reach: https, and neither a machine of one's own nor a bare name. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' &&
    hostname.includes('.') &&
    !isLoopback(hostname) &&
    !/\.(?:local|test|lan|home|internal|invalid)$/i.test(hostname)
  );
}

/** Reads the image as a stranger would, who reaches nothing in this local network. */
async function isReadable(context: Own, url: string, image: OutgoingImage): Promise<boolean> {
  const { http, signal } = context;
  try {
    const { status, headers } = await http.request({
      url,
      headers: { accept: 'image/*' },
      signal,
      allowLocalNetwork: false,
      maxBytes: 2 * image.bytes.byteLength + 1_000_000,
    });
    return status === 200 && (headers['content-type'] ?? '').startsWith('image/');
  } catch (error) {
    // Nobody there, or a page that never ends: others would meet the same.
    if (error instanceof ConnectorError) return false;
    throw error;
  }
}

function notPublic(home: string): ConnectorError {
  const host = URL.canParse(home) ? new URL(home).hostname : home;
  return new ConnectorError(
    'refused',
    'media-not-public',
    `Images on ${host} cannot be read by everybody, so other networks cannot fetch them from there. The site has to be open to the internet by https, without a password or a “coming soon” page before it.`,
    { params: { host } },
  );
}
