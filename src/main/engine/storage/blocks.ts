import type { Change } from './changes.ts';
import { shelfCode } from './codes.ts';
import type { ReadHandle } from './handles.ts';
import { mentionRecord, patchMention } from './mention-rows.ts';
import type { Workspace } from './workspace.ts';

/** Who is blocked or muted: an author as one connector knows them, or a site by its host. */
export interface BlockedWhom {
  kind: string;
  /** Connector id of an author; '' for a site. */
  connector: string;
  ident: string;
}

interface BlockRow extends BlockedWhom {
  mode: 'block' | 'mute';
  brandKey: number | null;
}

/** Every block and mute, ready to be asked for each new mention. */
export class Blocks {
  readonly #rows = new Map<string, BlockRow[]>();

  constructor(read: ReadHandle) {
    const rows = read.all<BlockRow>(
      `SELECT k.kind, k.mode, k.connector, k.ident, b.key AS brandKey FROM block k LEFT JOIN brand b ON b.id = k.brand_id`,
    );
    for (const row of rows) {
      const key = whomKey(row);
      this.#rows.set(key, [...(this.#rows.get(key) ?? []), row]);
    }
  }

  /** The strongest that holds for a brand's mention; null where neither its author nor its site is listed. */
  of(
    item: { connector: string; author: string | null; site: string },
    brandKey: number,
  ): 'block' | 'mute' | null {
    if (this.#rows.size === 0) return null;
    const found = [
      ...(item.author === null
        ? []
        : (this.#rows.get(whomKey({ kind: 'author', connector: item.connector, ident: item.author })) ?? [])),
      ...(this.#rows.get(whomKey({ kind: 'site', connector: '', ident: item.site })) ?? []),
    ].filter((row) => row.brandKey === null || row.brandKey === brandKey);
    if (found.some(({ mode }) => mode === 'block')) return 'block';
    return found.length > 0 ? 'mute' : null;
  }
}

const whomKey = ({ kind, connector, ident }: BlockedWhom): string => `${kind} ${connector} ${ident}`;

interface Affected {
  brand: number;
  item: number;
  connector: string;
  author: string | null;
  site: string;
}

/**
 * Brings what is stored of an author or a site in line with the blocks as they are now: to the blocked shelf,
 * or back to the shelf each mention came from. Not logged mention by mention: the block is what is undone.
 */
export function applyBlock(workspace: Workspace, change: Change, who: BlockedWhom): void {
  const { write } = workspace;
  const blocks = new Blocks(write);
  const facet = facetOf(write, who);
  if (facet === null) return;
  const rows = write.all<Affected>(
    `SELECT m.brand, m.item, c.id AS connector, a.ident AS author, i.site FROM search f CROSS JOIN item i ON i.id = f.rowid
     JOIN mention m ON m.item = i.id JOIN connector c ON c.key = i.connector LEFT JOIN author a ON a.key = i.author
     WHERE f.search MATCH ?`,
    [`{facet} : ${facet}`],
  );
  const blocked = shelfCode('blocked');
  for (const row of rows) {
    const keys = { brandKey: row.brand, itemId: row.item };
    const before = mentionRecord(write, keys);
    const block = blocks.of(row, row.brand) === 'block';
    if (block === (before.shelf === blocked)) continue;
    const patch = block
      ? { shelf: blocked, shelfBefore: before.shelf }
      : { shelf: before.shelfBefore, shelfBefore: 0 };
    if (patchMention(write, change.rollups(workspace.zone), keys, before, patch)) {
      change.touchedItems.add(row.item);
      change.entities.add('mention');
    }
  }
}

/** The index finds everything of an author or a site without an index of their own. Null when nothing is stored. */
function facetOf(read: ReadHandle, who: BlockedWhom): string | null {
  if (who.kind === 'site') {
    const site = read.get<{ key: number }>('SELECT key FROM site WHERE host = ?', [who.ident]);
    return site ? `w${site.key}` : null;
  }
  const author = read.get<{ key: number }>(
    'SELECT a.key FROM author a JOIN connector c ON c.key = a.connector WHERE c.id = ? AND a.ident = ?',
    [who.connector, who.ident],
  );
  return author ? `a${author.key}` : null;
}
