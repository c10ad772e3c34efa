import type { Output } from '#shared/contract/index.ts';
import { fold } from '#shared/text/fold.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { topicsOf } from '../insights/topics.ts';
import type { ComparedKey, Span } from './span.ts';

const SHOWN = 5;

/**
 * A brand owns a topic when more than half of what the compared brands have of it is its own, among the topics each
 * is said most with; those it has most of first. Topics are alike when they are written alike, case and accents aside.
 */
export async function ownedTopics(
  read: ReadHandle,
  view: WorkspaceView,
  compared: readonly ComparedKey[],
  span: Span,
  signal: AbortSignal,
): Promise<Output<'compare.topics'>['brands']> {
  const perBrand = [];
  for (const brand of compared) {
    signal.throwIfAborted();
    const { common, sampled } = await topicsOf(read, view, {
      brandKey: brand.key,
      from: view.zone.start(span.from),
      to: view.zone.start(span.to + 1),
    });
    perBrand.push({ brandId: brand.id, topics: common, sampled });
    // Finding topics keeps the thread busy; other requests come in between two brands.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const totals = new Map<string, number>();
  for (const { term, count } of perBrand.flatMap(({ topics }) => topics)) {
    totals.set(fold(term), (totals.get(fold(term)) ?? 0) + count);
  }
  return perBrand.map(({ brandId, topics, sampled }) => ({
    brandId,
    sampled,
    topics: topics
      .map(({ term, count, negative, query }) => ({
        term,
        count,
        negative,
        query,
        all: totals.get(fold(term)) ?? count,
      }))
      .filter(({ count, all }) => count > all / 2)
      .sort((a, b) => b.count - a.count)
      .slice(0, SHOWN),
  }));
}
