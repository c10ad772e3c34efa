import type { Output, ParsedInput } from '#shared/contract/index.ts';
import type { QueryContext } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { examplesOf, findChanged } from './query-change.ts';
import { shareBefore, type BrandShare } from './share.ts';

const EXAMPLES = 20;
const SHARE_DAYS = 90;

type Diff = Output<'queries.diff'>;

/**
 * What saving a query would add to its brand and drop from it, over everything stored: complete, however long it
 * takes. The store decides: an item that is a mention already is not added, one that is none is not dropped.
 * @throws EarshotError `invalid` with the parser's finding, `not-found`
 */
export async function diffQuery(
  { jobId, ...input }: ParsedInput<'queries.diff'>,
  { read, view, ports, signal, tellProgress }: QueryContext,
): Promise<Diff> {
  const fromDay = view.zone.day(ports.clock.now()) - SHARE_DAYS + 1;
  const tell = (state: 'running' | 'finished' | 'cancelled', done: number, total: number): void => {
    if (jobId !== null) tellProgress({ jobId, kind: 'diff', state, done, total, message: '', added: 0 });
  };
  try {
    const found = await findChanged(read, input, {
      signal,
      progress: (done, total) => tell('running', done, total),
    });
    const had = mentionsOf(read, input.brandId);
    const added = found.added.filter((id) => !had.has(id));
    const dropped = found.dropped.filter((id) => had.has(id));
    const share = shareBefore(read, input.brandId, fromDay);
    const since = view.zone.start(fromDay);
    // Only the main shelf counts in any number.
    const lost = dropped.filter((id) => had.get(id) === 0);
    return {
      added: added.length,
      dropped: dropped.length,
      addedExamples: examplesOf(read, added, EXAMPLES, [input.text]),
      droppedExamples: examplesOf(read, dropped, EXAMPLES, [found.oldText]),
      shareOfVoice:
        share && shareAfter(share, countSince(read, added, since) - countSince(read, lost, since)),
    };
  } finally {
    tell(signal.aborted ? 'cancelled' : 'finished', 1, 1);
  }
}

/** The shelf of every mention of a brand, by item. */
function mentionsOf(read: ReadHandle, brandId: string): Map<number, number> {
  const rows = read.all<{ item: number; shelf: number }>(
    'SELECT item, shelf FROM mention WHERE brand = (SELECT key FROM brand WHERE id = ?)',
    [brandId],
  );
  return new Map(rows.map(({ item, shelf }) => [item, shelf]));
}

/** How many of these items were published since then. */
function countSince(read: ReadHandle, ids: readonly number[], since: number): number {
  const row = read.get<{ n: number }>(
    `SELECT count(*) AS n FROM json_each(?) listed CROSS JOIN item i ON i.id = listed.value
     WHERE i.published_at >= ?`,
    [JSON.stringify(ids), since],
  );
  return row?.n ?? 0;
}

function shareAfter(share: BrandShare, moved: number): Diff['shareOfVoice'] {
  const { ownBrandId, own, all } = share;
  return {
    ownBrandId,
    days: SHARE_DAYS,
    before: { own, all },
    after: { own: share.isOwn ? own + moved : own, all: all + moved },
  };
}
