/** Endings of files that are pictures, recordings or films. */
const FILE = /\.(?:jpe?g|png|gif|webp|avif|heic|svg|mp4|m4v|mov|webm|mkv|mp3|m4a|ogg|wav|m3u8)$/i;
/** Places whose pages are a picture, a recording or a film: host and the beginning of the path. */
const PAGES: readonly (readonly [host: string, path: RegExp])[] = [
  ['youtube.com', /^\/(?:watch|shorts\/|live\/|embed\/)/],
  ['youtu.be', /^\/./],
  ['vimeo.com', /^\/\d/],
  ['dailymotion.com', /^\/video\//],
  ['twitch.tv', /^\/(?:videos\/|.+\/clip\/)/],
  ['tiktok.com', /^\/@[^/]+\/(?:video|photo)\//],
  ['instagram.com', /^\/(?:p|reel|tv)\//],
  ['facebook.com', /^\/(?:watch|reel\/|photo|[^/]+\/(?:photos|videos)\/)/],
  ['fb.watch', /^\/./],
  ['flickr.com', /^\/photos\/./],
  ['imgur.com', /^\/./],
  ['pinterest.com', /^\/pin\//],
  ['soundcloud.com', /^\/[^/]+\/./],
  ['open.spotify.com', /^\/(?:track|episode|show)\//],
  ['pic.twitter.com', /^\/./],
];
const ADDRESS = /(?:https?:\/\/|\bpic\.twitter\.com\/)[^\s<>"'()[\]]+/gi;

/** Whether a text shows an address. */
export const hasLink = (text: string): boolean => /https?:\/\//i.test(text);

/**
 * Whether an item shows a picture, a recording or a film, as far as addresses tell: its own, or one in its text.
 * What a connector reports of attachments comes beside it.
 */
export function hasMedia(url: string, text: string): boolean {
  if (leadsToMedia(url)) return true;
  // Most texts have no address: looking for one costs less than the pattern.
  if (!text.includes('://') && !text.includes('pic.twitter.com/')) return false;
  return (text.match(ADDRESS) ?? []).some(leadsToMedia);
}

function leadsToMedia(address: string): boolean {
  const [, host = '', path = ''] =
    /^(?:https?:\/\/)?([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(address.replace(/[.,;:!?]+$/, '')) ?? [];
  if (FILE.test(path)) return true;
  const site = host.toLowerCase().replace(/^(?:www|m|mobile)\./, '');
  return PAGES.some(([name, pattern]) => site === name && pattern.test(path));
}
