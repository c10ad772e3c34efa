import { parseFeed } from '@rowanmanning/feed-parser';
import type { ParsedFeed } from './parsed.ts';

/**
 * Reads a feed that breaks its format's rules (an Atom entry without an id, text outside elements), with less
 * detail. Throws whatever the parser throws when it gives up too.
 */
export function readTolerantly(text: string): ParsedFeed {
  const feed = parseFeed(text);
  return {
    title: { value: feed.title ?? '', html: true },
    link: feed.url ?? '',
    language: feed.language ?? '',
    generator: feed.generator?.label ?? '',
    ttlMinutes: null,
    entries: feed.items.map((item) => ({
      id: item.id ?? '',
      link: item.url ?? '',
      title: { value: item.title ?? '', html: true },
      texts: [
        { value: item.content ?? '', html: true },
        { value: item.description ?? '', html: true },
      ],
      author: author(item.authors[0]),
      date: isoOf(item.published) ?? isoOf(item.updated) ?? '',
      language: '',
      media: item.media.length > 0,
      comments: null,
      views: null,
      likes: null,
    })),
  };
}

function author(
  who: { name: string | null; url: string | null } | undefined,
): { name: string; url: string } | null {
  return who?.name == null || who.name === '' ? null : { name: who.name, url: who.url ?? '' };
}

function isoOf(date: Date | null): string | null {
  return date !== null && Number.isFinite(date.getTime()) ? date.toISOString() : null;
}
