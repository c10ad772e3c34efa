import { itemsAbout } from '../storage/about.ts';
import type { ReadHandle } from '../storage/handles.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { FoundHook } from './arrivals.ts';
import { loadBrandMatchers, type BrandMatcher } from './matchers.ts';
import { addMentions, dropMentions } from './mention-set.ts';
import { breathe, findStored } from './stored-items.ts';

const CHUNK = 500;

export interface RematchProgress {
  done: number;
  total: number;
  /** Mentions added and dropped so far. */
  changed: number;
}

/** Marks brands for matching over everything; inside the transaction that changed their queries. */
export function markForRematch(workspace: Workspace, brandIds: Iterable<string>): void {
  for (const id of brandIds) {
    workspace.write.run(
      'INSERT INTO brand_pending(brand) SELECT key FROM brand WHERE id = ? ON CONFLICT(brand) DO UPDATE SET revision = revision + 1',
      [id],
    );
  }
}

interface Pending {
  brand: number;
  /** Grows with every change of the brand's queries, so that one made while matching is not lost. */
  revision: number;
}

export const pendingBrands = (read: ReadHandle): Pending[] =>
  read.all<Pending>('SELECT brand, revision FROM brand_pending ORDER BY brand');

/** A brand's part of the progress: half for finding, half for writing. */
const PARTS = 1000;

/**
 * Brings the mentions of the pending brands in line with their queries. What a person had done to a mention
 * that drops out is parked, and given back when it is found again. Safe to stop at any point: the brand stays
 * pending until all of it is done.
 */
export async function rematchPending(
  workspace: Workspace,
  hooks: readonly FoundHook[],
  signal: AbortSignal,
  report: (progress: RematchProgress) => void,
): Promise<number> {
  const pending = pendingBrands(workspace.read);
  const active = new Map(loadBrandMatchers(workspace.read).map((brand) => [brand.key, brand]));
  const total = PARTS * pending.length;
  let changed = 0;
  for (const [index, one] of pending.entries()) {
    const brand = active.get(one.brand);
    // An archived brand keeps what it had.
    if (brand) {
      const before = changed;
      await rematchBrand({ workspace, brand, revision: one.revision, hooks, signal }, (share, written) => {
        changed = before + written;
        report({ done: PARTS * (index + share), total, changed });
      });
    }
    workspace.write.run('DELETE FROM brand_pending WHERE brand = ? AND revision = ?', [
      one.brand,
      one.revision,
    ]);
    report({ done: PARTS * (index + 1), total, changed });
  }
  return changed;
}

interface Rematch {
  workspace: Workspace;
  brand: BrandMatcher;
  revision: number;
  hooks: readonly FoundHook[];
  signal: AbortSignal;
}

/** @param tell called with the share that is done, 0 to 1, and how many mentions were added and dropped */
async function rematchBrand(
  { workspace, brand, revision, hooks, signal }: Rematch,
  tell: (share: number, written: number) => void,
): Promise<void> {
  const { read } = workspace;
  // Read before looking at the items: what is collected meanwhile is matched by the same queries as it comes in.
  const had = new Set(
    read
      .all<{ item: number }>('SELECT item FROM mention WHERE brand = ?', [brand.key])
      .map(({ item }) => item),
  );
  const { sets } = await findStored(
    read,
    brand.queries.map(({ node }) => node),
    { signal, progress: (done, all) => tell(done / all / 2, 0) },
  );
  sets.push(itemsAbout(read, brand.key));
  const add = new Set<number>();
  for (const found of sets) for (const id of found) if (!had.has(id)) add.add(id);
  const drop = [...had].filter((id) => !sets.some((found) => found.has(id)));
  const total = add.size + drop.length;
  let written = 0;
  for (const [write, items] of [
    [(chunk: number[]) => dropMentions(workspace, brand.key, chunk), drop],
    [(chunk: number[]) => giveMentions(workspace, brand, hooks, chunk), [...add].sort((a, b) => a - b)],
  ] as const) {
    for (let at = 0; at < items.length; at += CHUNK) {
      // Changed again: the marked brand is taken up anew, what is left here is no longer wanted.
      if (revisionOf(read, brand.key) !== revision) return;
      const chunk = items.slice(at, at + CHUNK);
      write(chunk);
      written += chunk.length;
      tell(0.5 + written / total / 2, written);
      await breathe(signal);
    }
  }
}

/** In one transaction with what the hooks make of them: a crash leaves none that was not ranked. */
function giveMentions(
  workspace: Workspace,
  { key, id }: BrandMatcher,
  hooks: readonly FoundHook[],
  items: readonly number[],
): void {
  workspace.write.transaction(() => {
    const found = addMentions(workspace, key, items).map((one) => ({ ...one, brandKey: key, brandId: id }));
    for (const hook of hooks) hook(workspace, found);
  });
}

const revisionOf = (read: ReadHandle, brand: number): number | undefined =>
  read.get<Pending>('SELECT brand, revision FROM brand_pending WHERE brand = ?', [brand])?.revision;
