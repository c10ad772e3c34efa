import { createHash } from 'node:crypto';

/** An image as it stands in the media library. */
export interface Placed {
  id: number;
  url: string;
  alt: string;
}

/** Links with their scheme, up to white space, without the punctuation that ends a sentence. */
const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Square brackets call shortcodes: what was typed is text.
  '[': '&#091;',
  ']': '&#093;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"[\]]/g, (sign) => ENTITIES[sign] ?? sign);

/** Plain text as inline HTML: everything escaped, web addresses as links, line breaks kept. */
function inlineHtml(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0];
    parts.push(escapeHtml(text.slice(end, match.index)));
    parts.push(
      URL.canParse(address)
        ? `<a href="${escapeHtml(new URL(address).href)}">${escapeHtml(address)}</a>`
        : escapeHtml(address),
    );
    end = match.index + address.length;
  }
  parts.push(escapeHtml(text.slice(end)));
  return parts.join('').replace(/\r?\n/g, '<br>');
}

/**
 * A post's text and images as WordPress's blocks, which its editor opens as they are: a paragraph for each, with empty
 * lines between them, then the images.
 */
export function blocksOf(text: string, images: readonly Placed[]): string {
  const paragraphs = text
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<!-- wp:paragraph -->\n<p>${inlineHtml(part)}</p>\n<!-- /wp:paragraph -->`);
  const figures = images.map(
    ({ id, url, alt }) =>
      `<!-- wp:image {"id":${id},"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" class="wp-image-${id}"/></figure>\n<!-- /wp:image -->`,
  );
  return [...paragraphs, ...figures].join('\n\n');
}

/** A comment's text as WordPress keeps it: it makes links and line breaks itself, and shows the rest as HTML. */
export const commentHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** A digest that can stand in a web address. */
export const shortHash = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\u0000');
  return hash.digest('hex').slice(0, 16);
};

/**
 * The last part of a post's address: words of its title, or of its text, and a digest of the action's key, by which
 * exactly this post is found again. Latin letters and digits only, as WordPress would make it itself.
 */
export function slugOf({ title, text, key }: { title: string; text: string; key: string }): string {
  const words = (title.trim() === '' ? text.slice(0, 80) : title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return [words, shortHash(key)].filter((part) => part !== '').join('-');
}
