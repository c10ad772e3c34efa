import { Parser } from 'htmlparser2';
import type { RawAuthor, RawItem } from '#shared/model/item.ts';
import {
  cleanLine,
  counter,
  htmlToText,
  httpAddress,
  parseDate,
  rawItem,
  type Attachment,
  type ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import { identOf, type Profile, type Status } from './protocol.ts';

/** Addresses a post links to and does not spell out; mentions and hashtags are no links. */
function hiddenLinks(html: string, text: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, { href = '', class: kind = '' }) {
      if (name !== 'a' || /\b(?:mention|hashtag|u-url)\b/.test(kind)) return;
      const address = httpAddress(href);
      const isSpelled = text.includes(href) || text.includes(address.replace(/\/$/, ''));
      if (address !== '' && !isSpelled && !found.includes(address)) found.push(address);
    },
  });
  parser.write(html);
  parser.end();
  return found;
}

/** What a reader of a post sees as plain text: below its content warning, if any, and with its links. */
export function textOf(status: Pick<Status, 'content' | 'spoiler_text'>): string {
  const text = htmlToText(status.content);
  const warning = htmlToText(status.spoiler_text ?? '');
  const links = hiddenLinks(status.content.slice(0, 200_000), text).join('\n');
  return [warning, text, links].filter((part) => part !== '').join('\n\n');
}

/** `anna` of the server itself and `anna@far.example` alike as `anna@…`. */
export const fullHandle = (acct: string, domain: string): string =>
  acct.includes('@') ? acct : `${acct}@${domain}`;

/** The name people see, without the little pictures in it. */
export function nameOf(profile: Profile): string {
  const name = (profile.emojis ?? []).reduce(
    (text, { shortcode }) => text.replaceAll(`:${shortcode}:`, ' '),
    profile.display_name ?? '',
  );
  return cleanLine(name, 400) || profile.username;
}

export function authorOf(profile: Profile, domain: string): RawAuthor {
  const url = httpAddress(profile.url);
  return {
    ident: cleanLine(fullHandle(profile.acct, domain), 400),
    name: nameOf(profile),
    url: url === '' || url.length > 2000 ? null : url,
    followers: counter(profile.followers_count),
  };
}

/** UTC milliseconds; a time that has not come yet is a wrong clock and counts as now. */
export const timeOf = (status: Pick<Status, 'created_at'>, now: number): number =>
  Math.min(parseDate(status.created_at) ?? now, now);

/** A collected post. */
export function itemOf(status: Status, domain: string, now: number): RawItem | null {
  const warning = htmlToText(status.spoiler_text ?? '');
  return rawItem({
    ident: identOf(status),
    kind: 'social',
    url: status.url ?? status.uri ?? null,
    title: warning,
    text: textOf({ content: status.content, spoiler_text: '' }) || describedMedia(status),
    author: authorOf(status.account, domain),
    publishedAt: timeOf(status, now),
    language: status.language ?? null,
    engagement: {
      reactions: counter(status.favourites_count),
      comments: counter(status.replies_count),
      shares: counter(status.reblogs_count),
    },
    hasLink: /<a\s(?![^>]*\b(?:mention|hashtag)\b)/i.test(status.content),
    hasMedia: (status.media_attachments ?? []).length > 0,
  });
}

const describedMedia = (status: Status): string =>
  (status.media_attachments ?? []).map(({ description }) => description ?? '').join('\n');

/** Whether a status is for the eyes of those it names, or of followers, only. */
export const isPrivate = (status: Status): boolean =>
  status.visibility === 'direct' || status.visibility === 'private';

/** A status as the inbox keeps it; `kind` and `parent` are decided by who knows the thread. */
export function entryOf(
  status: Status,
  { kind, parent }: Pick<ThreadEntry, 'kind' | 'parent'>,
  { own, domain, now }: { own: string; domain: string; now: number },
): ThreadEntry {
  return {
    ident: identOf(status),
    parent,
    kind,
    text: textOf(status),
    author: authorOf(status.account, domain),
    own: status.account.id === own,
    at: timeOf(status, now),
    url: httpAddress(status.url ?? status.uri),
    attachments: (status.media_attachments ?? []).flatMap((media): Attachment[] => {
      const url = httpAddress(media.url ?? media.remote_url);
      if (url === '') return [];
      return [{ kind: mediaKind(media.type), url, alt: cleanLine(media.description ?? '', 1500) }];
    }),
    liked: status.favourited ?? false,
    hidden: false,
    gone: false,
    rating: null,
    private: isPrivate(status),
  };
}

function mediaKind(type: string | null | undefined): Attachment['kind'] {
  if (type === 'image' || type === 'video' || type === 'audio') return type;
  return type === 'gifv' ? 'video' : 'other';
}

/**
 * The letters and digits of a text, to know an own post again: servers rewrite what was typed, spell out the domain of a
 * mention and turn marks into HTML, but keep these.
 */
export const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+(?::\d+)?/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '');

/** Whether a status says what was typed. */
export const says = (status: Status, typed: string): boolean => {
  const wanted = essence(typed);
  return [status.text, htmlToText(status.content)].some((text) => text != null && essence(text) === wanted);
};
