import type { RawItem } from '#shared/model/item.ts';
import type { QueryItem } from '#shared/query-language/index.ts';
import { judgeInput, type Judge, type Judged } from './judge.ts';
import { toQueryItem } from './matchers.ts';

export interface IngestSource {
  key: number;
  connector: string;
  name: string;
}

export interface IngestEntry {
  raw: RawItem;
  /** Where it was seen; the first one is the item's own source. */
  sources: readonly [IngestSource, ...IngestSource[]];
  /** UTC milliseconds of collecting. */
  fetchedAt: number;
}

export interface JudgedEntry extends IngestEntry {
  judged: Judged;
}

/** Has a batch understood, on whatever thread that happens. Nothing is written yet. */
export async function judgeEntries(judge: Judge, entries: readonly IngestEntry[]): Promise<JudgedEntry[]> {
  const judged = await judge.judge(entries.map(({ raw }) => judgeInput(raw)));
  return entries.flatMap((entry, at) => {
    const one = judged[at];
    return one === undefined ? [] : [{ ...entry, judged: one }];
  });
}

/** An item as the brands' queries see it. */
export const subjectOf = (
  { raw, sources, judged }: JudgedEntry,
  site: string,
  publishedAt: number,
): QueryItem =>
  toQueryItem({
    title: raw.title,
    text: raw.text,
    author: raw.author?.name ?? '',
    site,
    url: raw.url,
    language: judged.language,
    source: sources[0].name,
    kind: raw.kind,
    followers: raw.author?.followers ?? null,
    rating: raw.rating,
    publishedAt,
    hasLink: raw.hasLink,
    hasMedia: raw.hasMedia,
  });
