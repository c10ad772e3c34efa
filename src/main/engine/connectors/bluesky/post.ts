import type { OutgoingImage } from '#shared/model/publishing.ts';
import { pageCard } from './card.ts';
import { facetsOf, findSpans } from './facets.ts';
import { didOf } from './identity.ts';
import { BlobAnswer, type Blob, type StrongRef } from './lexicon.ts';
import type { Session } from './session.ts';

/** One post before it is a record. */
export interface PostDraft {
  text: string;
  images: readonly OutgoingImage[];
  /** ISO 639-1; null where unknown. */
  language: string | null;
  reply: { root: StrongRef; parent: StrongRef } | null;
  /** UTC milliseconds. */
  at: number;
}

/** The record of a post; its pictures are uploaded and its mentions looked up on the way. */
export async function postRecord(session: Session, draft: PostDraft): Promise<Record<string, unknown>> {
  // Half a character, as an editor may leave it, has no place in UTF-8.
  const text = draft.text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  const facets = await facetsOf(text, resolver(session));
  const embed = draft.images.length > 0 ? await images(session, draft.images) : await card(session, text);
  return {
    text,
    createdAt: new Date(draft.at).toISOString(),
    ...(facets.length > 0 && { facets }),
    ...(draft.language !== null && { langs: [draft.language] }),
    ...(draft.reply !== null && { reply: draft.reply }),
    ...(embed !== null && { embed }),
  };
}

/** The account's own server resolves handles for everybody. */
function resolver(session: Session): (handle: string) => Promise<string | null> {
  const { context } = session;
  const through = { ...context, baseUrl: context.account.pds };
  return async (handle) => didOf(through, handle);
}

async function images(session: Session, list: readonly OutgoingImage[]): Promise<Record<string, unknown>> {
  const uploaded = [];
  for (const { bytes, type, width, height, alt } of list) {
    const image = await upload(session, bytes, type);
    uploaded.push({ image, alt, ...(width > 0 && height > 0 && { aspectRatio: { width, height } }) });
  }
  return { $type: 'app.bsky.embed.images', images: uploaded };
}

async function card(session: Session, text: string): Promise<Record<string, unknown> | null> {
  const link = findSpans(text).find(({ kind }) => kind === 'link')?.value;
  if (link === undefined) return null;
  const page = await pageCard(session.context, link);
  if (page === null) return null;
  const thumb = page.image === null ? null : await upload(session, page.image.bytes, page.image.type);
  const external = { uri: link, title: page.title, description: page.description };
  return { $type: 'app.bsky.embed.external', external: { ...external, ...(thumb !== null && { thumb }) } };
}

async function upload(session: Session, data: Uint8Array, type: string): Promise<Blob> {
  const { value } = await session.call(BlobAnswer, {
    method: 'POST',
    name: 'com.atproto.repo.uploadBlob',
    bytes: { data, type },
    what: 'your picture',
    timeoutMs: 120_000,
  });
  return value.blob;
}
