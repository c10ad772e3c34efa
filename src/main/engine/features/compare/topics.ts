import type { Output } from '#shared/contract/index.ts';
import { fold } from '#shared/text/fold.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { topicsOf, type BrandTopics } from '../insights/topics.ts';
import type { ComparedKey, Span } from './span.ts';

const SHOWN = 5;
/** A brand owns what is said of it so many times as often as of any other. */
const TIMES = 2;
/** Topics are listed up to so many, and from three mentions on. */
const FULL = 30;
const UNLISTED = 1;

type Topic = BrandTopics['common'][number];

interface Said {
  brand: ComparedKey;
  topics: readonly Topic[];
  mentions: number;
  sampled: boolean;
  /** By folded term: how many mentions have it. */
  counts: ReadonlyMap<string, number>;
  /**
   * Mentions a term that is not listed is taken to have: as many as the last one of a full list, else one, which
   * lies between the none and the two that it can have.
   */
  most: number;
}

/** Part of a brand's mentions that have the term, 0…1. */
const rateIn = ({ counts, most, mentions }: Said, term: string): number =>
  mentions > 0 ? (counts.get(term) ?? most) / mentions : 0;

/**
 * A brand owns a topic when at least twice as large a part of its mentions has it as of any other brand's, so that
 * the loudest brand does not own everything; those it has most of first. Names of the brands compared are no topics.
 */
export async function ownedTopics(
  read: ReadHandle,
  view: WorkspaceView,
  compared: readonly ComparedKey[],
  span: Span,
  signal: AbortSignal,
): Promise<Output<'compare.topics'>['brands']> {
  const all: Said[] = [];
  for (const brand of compared) {
    signal.throwIfAborted();
    const { common, mentions, sampled } = await topicsOf(read, view, {
      brandKey: brand.key,
      brandId: brand.id,
      from: view.zone.start(span.from),
      to: view.zone.start(span.to + 1),
    });
    const counts = new Map(common.map(({ term, count }) => [fold(term), count]));
    const most = common.length < FULL ? UNLISTED : (common.at(-1)?.count ?? UNLISTED);
    all.push({ brand, topics: common, mentions, sampled, counts, most });
    // Finding topics keeps the thread busy; other requests come in between two brands.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const names = compared.map(({ name }) => fold(name));
  const isName = (term: string): boolean => names.some((name) => name.includes(term) || term.includes(name));
  return all.map((said) => ({
    brandId: said.brand.id,
    sampled: said.sampled,
    topics: said.topics
      .filter(({ term }) => {
        const folded = fold(term);
        const elsewhere = Math.max(
          0,
          ...all.filter((other) => other !== said).map((other) => rateIn(other, folded)),
        );
        return !isName(folded) && rateIn(said, folded) >= TIMES * elsewhere;
      })
      .toSorted((a, b) => b.count - a.count)
      .slice(0, SHOWN)
      .map(({ term, count, negative, query }) => ({
        term,
        count,
        part: Math.min(1, count / Math.max(1, said.mentions)),
        negative,
        query,
      })),
  }));
}
