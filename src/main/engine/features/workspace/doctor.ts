import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Finding } from '#shared/contract/workspace.ts';
import { rebuildRollups, rollupsHold } from '../../storage/rollups.ts';
import { rebuildSearch, searchRowOf } from '../../storage/search-index.ts';
import type { Workspace } from '../../storage/workspace.ts';

type Finding = z.infer<typeof Finding>;
interface Check {
  name: Finding['check'];
  /** Null when all is well, else what is wrong. */
  find(workspace: Workspace): string | null;
  /** Absent where nothing can be rebuilt without losing what a person made. */
  repair?(workspace: Workspace): void;
}

const count = (workspace: Workspace, sql: string): number => workspace.write.get<{ n: number }>(sql)?.n ?? 0;

const checks: readonly Check[] = [
  {
    name: 'database',
    find({ write }) {
      const rows = write
        .all<Record<string, string>>('PRAGMA integrity_check(5)')
        .map((row) => Object.values(row)[0]);
      const broken = write.all('PRAGMA foreign_key_check').length;
      if (rows.length !== 1 || rows[0] !== 'ok') return `The database file is damaged: ${rows.join('; ')}.`;
      return broken > 0 ? `${broken} rows point at something that is not there.` : null;
    },
  },
  {
    name: 'index',
    find: findIndexFault,
    repair: ({ write }) => rebuildSearch(write),
  },
  {
    name: 'mentions',
    find(workspace) {
      const orphans = count(
        workspace,
        'SELECT count(*) AS n FROM mention m WHERE NOT EXISTS(SELECT 1 FROM item i WHERE i.id = m.item)',
      );
      const unseen = count(
        workspace,
        'SELECT count(*) AS n FROM item i WHERE NOT EXISTS(SELECT 1 FROM sighting s WHERE s.item = i.id)',
      );
      const miscounted = count(
        workspace,
        `SELECT count(*) AS n FROM source_state t WHERE t.items <> (SELECT count(*) FROM sighting g WHERE g.source = t.source)`,
      );
      if (orphans + unseen + miscounted === 0) return null;
      return `${orphans} mentions without an item, ${unseen} items without a source, ${miscounted} sources miscounted.`;
    },
    repair({ write }) {
      write.exec(`DELETE FROM mention WHERE NOT EXISTS(SELECT 1 FROM item i WHERE i.id = mention.item);
        INSERT INTO sighting(item, source, seen_at, url) SELECT id, source, fetched_at, url FROM item
          WHERE NOT EXISTS(SELECT 1 FROM sighting s WHERE s.item = item.id);
        UPDATE source_state SET items = (SELECT count(*) FROM sighting g WHERE g.source = source_state.source)`);
    },
  },
  {
    name: 'rollups',
    find: (workspace) =>
      rollupsHold(workspace.write, workspace.zone)
        ? null
        : 'The daily and hourly sums do not add up to the mentions.',
    repair: (workspace) => rebuildRollups(workspace.write, workspace.zone),
  },
  {
    name: 'inbox',
    find(workspace) {
      const lost = count(
        workspace,
        'SELECT count(*) AS n FROM thread_entry e WHERE NOT EXISTS(SELECT 1 FROM conversation c WHERE c.id = e.conversation_id)',
      );
      const empty = count(
        workspace,
        `SELECT count(*) AS n FROM conversation c WHERE c.thread IS NOT NULL
           AND NOT EXISTS(SELECT 1 FROM thread_entry e WHERE e.conversation_id = c.id)`,
      );
      if (lost + empty === 0) return null;
      return `${lost} messages without a conversation, ${empty} conversations in which nothing was said.`;
    },
    repair({ write }) {
      write.exec(
        'DELETE FROM thread_entry WHERE NOT EXISTS(SELECT 1 FROM conversation c WHERE c.id = thread_entry.conversation_id)',
      );
    },
  },
  {
    name: 'log',
    find(workspace) {
      const lost = count(
        workspace,
        'SELECT count(*) AS n FROM change c WHERE NOT EXISTS(SELECT 1 FROM change_log l WHERE l.change_id = c.id)',
      );
      const disorder = count(
        workspace,
        'SELECT count(*) AS n FROM (SELECT hlc, lag(hlc) OVER (ORDER BY seq) AS before FROM change_log) WHERE hlc <= before',
      );
      return lost + disorder === 0
        ? null
        : `The history has ${lost} empty and ${disorder} misplaced entries.`;
    },
  },
  {
    name: 'media',
    find: ({ folder }) => (existsSync(join(folder, 'media')) ? null : 'The media folder is missing.'),
  },
];

/** The index must hold exactly the stored items, and say of each what is stored: all ids, and a sample whole. */
function findIndexFault(workspace: Workspace): string | null {
  const { write } = workspace;
  try {
    write.exec("INSERT INTO search(search) VALUES('integrity-check')");
  } catch {
    return 'The full-text index is damaged.';
  }
  const missing = count(
    workspace,
    'SELECT count(*) AS n FROM (SELECT id FROM item EXCEPT SELECT id FROM search_docsize)',
  );
  const extra = count(
    workspace,
    'SELECT count(*) AS n FROM (SELECT id FROM search_docsize EXCEPT SELECT id FROM item)',
  );
  if (missing + extra > 0) return `The full-text index lacks ${missing} items and has ${extra} too many.`;
  for (const { id } of write.all<{ id: number }>('SELECT id FROM item ORDER BY random() LIMIT 200')) {
    const row = searchRowOf(write, id);
    if (!row) continue;
    const tokens = row.facet.split(' ').map((token) => `"${token}"`);
    const word = /[\p{L}\p{N}]{3,}/u.exec(row.title)?.[0];
    const expression = `{facet} : (${tokens.join(' AND ')})${word ? ` AND {title} : "${word}"` : ''}`;
    const found = write.get('SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?', [expression, id]);
    if (!found) return `The full-text index does not agree with item ${id}.`;
  }
  return null;
}

/** Runs every check; with `repair`, mends what can be rebuilt and looks again. */
export function examine(workspace: Workspace, repair: boolean): { ok: boolean; findings: Finding[] } {
  const findings = checks.map((check): Finding => {
    const fault = check.find(workspace);
    if (fault === null) return { check: check.name, ok: true, message: '', repaired: false };
    if (!repair || !check.repair) return { check: check.name, ok: false, message: fault, repaired: false };
    check.repair(workspace);
    const left = check.find(workspace);
    return { check: check.name, ok: left === null, message: left ?? fault, repaired: left === null };
  });
  return { ok: findings.every((finding) => finding.ok), findings };
}
