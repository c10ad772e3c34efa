import type { Output } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { findStored, type ScanOptions } from '../../collect/stored-items.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { examplesOf, findChanged, parseOrThrow } from './query-change.ts';

const EXAMPLES = 5;
/** After this a preview answers "at least": a live count is worth nothing when it comes late. */
const TIME_LIMIT_MS = 3000;

/**
 * Counts what `text` would match over everything stored, newest first, with examples; with a saved query beside it,
 * also what its brand would gain and lose. Meant for while one types: `queries.diff` counts to the end.
 * @throws EarshotError `invalid` with `details.query` (the parser's error) when the text is no query
 */
export async function previewQuery(
  read: ReadHandle,
  { text, queryId }: { text: string; queryId: string | null },
  signal: AbortSignal,
  now: () => number,
): Promise<Output<'queries.preview'>> {
  const deadline = now() + TIME_LIMIT_MS;
  const options: ScanOptions = { signal, enough: () => now() > deadline };
  if (queryId === null) {
    const { sets, complete } = await findStored(read, [parseOrThrow(text)], options);
    const found = [...(sets[0] ?? [])].sort((a, b) => b - a);
    const examples = examplesOf(read, found, EXAMPLES, [text]);
    return { count: found.length, exact: complete, adds: null, drops: null, examples };
  }
  const brandId = brandOf(read, queryId);
  const { matched, added, dropped, oldText, complete } = await findChanged(
    read,
    { brandId, queryId, text },
    options,
  );
  return {
    count: matched.size,
    exact: complete,
    adds: added.length,
    drops: dropped.length,
    examples: examplesOf(
      read,
      [...added.slice(0, EXAMPLES), ...dropped.slice(0, EXAMPLES)].sort((a, b) => b - a),
      EXAMPLES,
      [text, oldText],
    ),
  };
}

function brandOf(read: ReadHandle, queryId: string): string {
  const row = read.get<{ brandId: string }>('SELECT brand_id AS brandId FROM query WHERE id = ?', [queryId]);
  if (!row) throw new EarshotError('not-found', 'This query no longer exists.');
  return row.brandId;
}
