import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '#engine/index.ts';
import { migrations, newestVersion } from '#engine/storage/migrations/index.ts';
import { testWorkspace } from '#tests/helpers/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-migrations-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file as an earlier version left it, with a brand, a source and two mentions of one site. */
function fileOfVersion(version: number): void {
  const database = new Database(join(folder, DATABASE_FILE));
  database.pragma('journal_mode = WAL');
  for (const migration of migrations.filter((one) => one.version <= version)) database.exec(migration.sql);
  database.pragma(`user_version = ${version}`);
  const at = Date.UTC(2026, 10, 20, 8);
  const id = (minutes: number): number => (Math.floor(at / 60_000) + minutes) * 16;
  database.exec(`
    INSERT INTO brand(key, id, name, role, color, created_at) VALUES(1, '0198c000-0000-7000-8000-000000000001', 'Miramar', 'own', 0, ${at});
    INSERT INTO query(id, brand_id, name, kind, text, created_at)
      VALUES('0198c000-0000-7000-8000-000000000002', '0198c000-0000-7000-8000-000000000001', 'Name', 'brand', 'miramar', ${at});
    INSERT INTO source(key, id, connector, name, settings, interval_minutes, created_at)
      VALUES(1, '0198c000-0000-7000-8000-000000000003', 'feed', 'Paper', '{}', 60, ${at});
    INSERT INTO source_state(source, items) VALUES(1, 2);
    INSERT INTO connector(key, id) VALUES(1, 'feed');
    INSERT INTO language(key, id) VALUES(1, 'en');
    INSERT INTO author(key, connector, ident, name) VALUES(1, 1, 'ana', 'Ana');
  `);
  for (const [minutes, title] of [
    [0, 'Miramar opens'],
    [5, 'Miramar is full'],
  ] as const) {
    database
      .prepare(
        `INSERT INTO item(id, connector, source, ident, kind, url, site, title, body, author, published_at, fetched_at, language,
           sentiment, score, reach, influence, reactions) VALUES(?, 1, 1, ?, 0, '', 'paper.example', ?, '', 1, ?, ?, 1, 1, 0, 100, 3, 4)`,
      )
      .run(id(minutes), `i${minutes}`, title, at + minutes * 60_000, at);
    database
      .prepare('INSERT INTO sighting(item, source, seen_at, url) VALUES(?, 1, ?, ?)')
      .run(id(minutes), at, '');
    database
      .prepare(
        'INSERT INTO mention(brand, item, sentiment, state, starred, connector, language, author) VALUES(1, ?, 1, 0, 0, 1, 1, 1)',
      )
      .run(id(minutes));
  }
  database.close();
}

describe('a workspace of an earlier version', () => {
  it('is copied, brought up to date, and sound after its index is rebuilt', async () => {
    fileOfVersion(10);
    const workspace = testWorkspace({ folder });
    try {
      expect(existsSync(join(folder, 'backups', 'before-update-from-10.sqlite'))).toBe(true);
      expect((await workspace.ask('workspace.info', {})).version).toBe(newestVersion);
      // The file was written without an index and without sums; both are rebuilt from what it holds.
      expect(await workspace.ask('workspace.doctor', { repair: true })).toMatchObject({ ok: true });
      const { rows } = await workspace.ask('mentions.list', { filter: { sites: ['paper.example'] } });
      expect(rows.map(({ title }) => title)).toEqual(['Miramar is full', 'Miramar opens']);
      const { read } = workspace.engine.workspace;
      expect(read.get('SELECT host, items, reach, interactions FROM site')).toEqual({
        host: 'paper.example',
        items: 2,
        reach: 200,
        interactions: 8,
      });
      expect(read.get('SELECT items, reach, interactions FROM author')).toEqual({
        items: 2,
        reach: 200,
        interactions: 8,
      });
    } finally {
      await workspace.close();
    }
  });
});
