import { createHash } from 'node:crypto';
import { RawItem, type Engagement, type ItemKind } from '#shared/model/item.ts';
import { cleanLine, cleanText, clip } from './text.ts';

/** An item as a connector read it, before lengths are enforced. Title, text and names are plain text already. */
export interface ItemDraft {
  ident: string;
  kind: ItemKind;
  url?: string | null;
  title?: string | null;
  text?: string | null;
  author?: { ident?: string | null; name: string; url?: string | null; followers?: number | null } | null;
  publishedAt?: number | null;
  language?: string | null;
  engagement?: Partial<Engagement>;
  rating?: number | null;
  hasLink?: boolean;
  hasMedia?: boolean;
}

/** A short stable digest of texts, for identities that have no better source. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 22);
}

/** A stable identity of at most 1,000 characters without control characters; a longer one keeps its start and a digest. */
export function identity(text: string): string {
  const clean = cleanLine(text, 100_000);
  return clean.length <= 1000 && clean === text ? text : `${clip(clean, 900)}~${digest(text)}`;
}

/** An absolute http or https address of at most 4,000 characters, without password; '' when it is none. */
export function httpAddress(text: string | null | undefined, base?: string): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 8000) return '';
  if (!URL.canParse(trimmed, base)) return '';
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '';
  url.username = '';
  url.password = '';
  return url.href.length <= 4000 ? url.href : '';
}

/** Makes a whole RawItem of a draft by clipping what is too long; null when even so it would say nothing. */
export function rawItem(draft: ItemDraft): RawItem | null {
  const title = cleanLine(draft.title ?? '', 2000);
  const text = cleanText(draft.text ?? '');
  if (title === '' && text === '') return null;
  const name = cleanLine(draft.author?.name ?? '', 400);
  const authorIdent = cleanLine(draft.author?.ident ?? name, 400);
  const authorUrl = httpAddress(draft.author?.url);
  const parsed = RawItem.safeParse({
    ident: identity(draft.ident),
    kind: draft.kind,
    url: httpAddress(draft.url),
    title,
    text,
    author:
      authorIdent === ''
        ? null
        : {
            ident: authorIdent,
            name,
            url: authorUrl !== '' && authorUrl.length <= 2000 ? authorUrl : null,
            followers: counter(draft.author?.followers),
          },
    publishedAt: draft.publishedAt ?? null,
    language: languageCode(draft.language),
    engagement: {
      reactions: counter(draft.engagement?.reactions),
      comments: counter(draft.engagement?.comments),
      shares: counter(draft.engagement?.shares),
      views: counter(draft.engagement?.views),
    },
    hasLink: draft.hasLink ?? false,
    hasMedia: draft.hasMedia ?? false,
    rating: draft.rating ?? null,
  });
  return parsed.success ? parsed.data : null;
}

/** A counter a network reported, or null when it is not a whole number from 0. */
export function counter(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** `en-US` → `en`; null when it is no language tag. */
export function languageCode(tag: string | null | undefined): string | null {
  return /^\s*([a-z]{2,3})(?:[-_].*)?\s*$/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
}
