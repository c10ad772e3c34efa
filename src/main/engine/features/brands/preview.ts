import { compile, parse, toFts } from '#shared/query-language/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/rematch.ts';
import type { ReadHandle } from '../../storage/handles.ts';

const CHUNK = 2000;
const EXAMPLES = 5;
/** After this a preview answers "at least": a live count is worth nothing when it comes late. */
const TIME_LIMIT_MS = 3000;

/**
 * Counts what `text` would match over everything stored, newest first, with examples.
 * @throws EarshotError `invalid` with `details.query` (the parser's error) when the text is no query
 */
export async function previewQuery(
  read: ReadHandle,
  input: { text: string; queryId: string | null },
  signal: AbortSignal,
  now: () => number,
): Promise<Output<'queries.preview'>> {
  const node = parseOrThrow(input.text);
  const matcher = compile(node);
  const saved = savedMatcher(read, input.queryId);
  // With a saved query to compare against, what it matches and the new one does not must be seen, too.
  const prefilters = [toFts(node), ...(saved ? [saved.prefilter] : [])];
  const prefilter = prefilters.includes(null) ? null : prefilters.map((part) => `(${part})`).join(' OR ');
  const narrowed = prefilter === null ? '' : 'i.id IN (SELECT rowid FROM search WHERE search MATCH ?) AND ';
  const deadline = now() + TIME_LIMIT_MS;
  const result: Output<'queries.preview'> = {
    count: 0,
    exact: true,
    adds: saved ? 0 : null,
    drops: saved ? 0 : null,
    examples: [],
    scanned: 0,
  };
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = read.all<StoredItem>(
      `${STORED_ITEM} WHERE ${narrowed}i.id < ? ORDER BY i.id DESC LIMIT ${CHUNK}`,
      [...(prefilter === null ? [] : [prefilter]), before],
    );
    for (const row of rows) {
      const item = storedQueryItem(row);
      const matches = matcher.test(item);
      const matched = saved?.test(item) ?? false;
      if (matches) result.count += 1;
      if (matches && !matched && result.adds !== null) result.adds += 1;
      if (!matches && matched && result.drops !== null) result.drops += 1;
      const telling = saved ? matches !== matched : matches;
      if (telling && result.examples.length < EXAMPLES) {
        result.examples.push({
          itemId: row.id,
          title: row.title,
          excerpt: row.text.slice(0, 160),
          site: row.site,
          publishedAt: row.publishedAt,
        });
      }
    }
    result.scanned += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return result;
    before = last.id;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    if (now() > deadline) return { ...result, exact: false };
  }
}

/** @throws EarshotError `invalid`, the parser's finding in `details.query` */
export function parseOrThrow(text: string): Extract<ReturnType<typeof parse>, { ok: true }>['query'] {
  const parsed = parse(text);
  if (parsed.ok) return parsed.query;
  throw new EarshotError('invalid', `${parsed.error.message} ${parsed.error.suggestion}`.trim(), {
    details: { query: parsed.error },
  });
}

function savedMatcher(
  read: ReadHandle,
  queryId: string | null,
): { test: (item: ReturnType<typeof storedQueryItem>) => boolean; prefilter: string | null } | null {
  if (queryId === null) return null;
  const row = read.get<{ text: string }>('SELECT text FROM query WHERE id = ?', [queryId]);
  if (!row) throw new EarshotError('not-found', 'This query no longer exists.');
  const parsed = parse(row.text);
  if (!parsed.ok) return null;
  const matcher = compile(parsed.query);
  return { test: (item) => matcher.test(item), prefilter: toFts(parsed.query) };
}
