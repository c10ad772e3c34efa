import { Parser } from 'htmlparser2';

/** Elements whose content is not text for a reader. */
const DROPPED = new Set(
  'script style noscript template iframe object embed applet svg math canvas audio video head select textarea'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th', 'option']);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** A tag soup with more tags than this is not prose; it is stripped by pattern instead of being parsed as a tree. */
const MOST_TAGS = 40_000;
const MOST_HTML = 2_000_000;

// Invisible characters that reorder or hide text: soft hyphen, zero-width, bidi controls, BOM, tag characters.
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu;
// Joiners carry meaning inside emoji and some scripts, but none next to ASCII.
const IDLE_JOINER = /(?<=^|\p{ASCII})[\u200c\u200d]+|[\u200c\u200d]+(?=$|\p{ASCII})/gu;
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Shortens to at most `max` UTF-16 units without cutting a character in two. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/**
 * Plain text made safe to show and to match: no control, bidi or zero-width characters, no lone surrogates,
 * runs of spaces and of empty lines shortened, trimmed, at most `max` UTF-16 units.
 */
export function cleanText(text: string, max = 200_000): string {
  const cleaned = clip(text, MOST_HTML)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clip(cleaned, max).trimEnd();
}

/** The same on one line, for titles and names. */
export function cleanLine(text: string, max: number): string {
  return clip(cleanText(text).replace(/\s+/g, ' '), max).trimEnd();
}

/**
 * The text a reader of this HTML would see, as plain text: blocks become lines, scripts, styles and hidden
 * elements are dropped, entities decoded, then cleaned as `cleanText` does. Never throws, whatever the input;
 * the result is text and may again contain `<`: it must be shown as text.
 */
export function htmlToText(html: string, max = 200_000): string {
  const input = clip(html, MOST_HTML);
  if (!/[<&]/.test(input)) return cleanText(input.replace(/\s+/g, ' '), max);
  if (tooManyTags(input)) return cleanText(input.replace(/<[^<>]*>?/g, ' ').replace(/\s+/g, ' '), max);
  const parts: string[] = [];
  let breaks = 0;
  let dropped = 0;
  let preformatted = 0;
  const boundary = (name: string): void => {
    if (BLOCKS.has(name)) breaks = Math.max(breaks, name === 'p' ? 2 : 1);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'pre') preformatted += 1;
        if (dropped > 0 || DROPPED.has(name) || isHidden(attributes)) dropped += 1;
        else if (name === 'br') breaks += 1;
        else if (CELLS.has(name)) parts.push(' ');
        else boundary(name);
      },
      ontext(text) {
        if (dropped > 0) return;
        // Space between two blocks is layout of the source, not text.
        if (breaks > 0 && preformatted === 0 && text.trim() === '') return;
        if (breaks > 0) parts.push('\n'.repeat(Math.min(breaks, 2)));
        breaks = 0;
        parts.push(preformatted > 0 ? text : text.replace(/\s+/g, ' '));
      },
      onclosetag(name) {
        if (name === 'pre') preformatted -= 1;
        if (dropped > 0) dropped -= 1;
        else boundary(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(input);
  parser.end();
  return cleanText(parts.join(''), max);
}

/** Keeps text as it is but for simple inline tags that some feeds leave in plain titles. */
export function stripInlineTags(text: string): string {
  return text.replace(/<\/?(?:b|i|em|strong|u|br|span|wbr)\s*\/?>/gi, '');
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || HIDDEN_STYLE.test(attributes['style'] ?? '');
}

function tooManyTags(html: string): boolean {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    count += 1;
    if (count > MOST_TAGS) return true;
  }
  return false;
}
