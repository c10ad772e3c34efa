import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockWorkspace, restoreWorkspace, WorkspaceBlocked } from '#engine/index.ts';
import { testWorkspace } from '#tests/helpers/engine.ts';

describe('a workspace folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-folder-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (): string => join(folder, 'earshot.sqlite');
  const reason = (): string => {
    try {
      const workspace = testWorkspace({ folder });
      void workspace.close();
      return 'opened';
    } catch (error) {
      return error instanceof WorkspaceBlocked ? error.reason : String(error);
    }
  };

  it('backs up and restores, keeping what was there', async () => {
    const first = testWorkspace({ folder });
    await first.brand('Before', 'before');
    const backup = join(folder, 'copy.sqlite');
    await first.ask('workspace.backup', { file: backup });
    await expect(first.ask('workspace.backup', { file: backup })).rejects.toThrow(/^conflict/);
    await first.brand('After', 'after');
    await first.close();

    const kept = restoreWorkspace(folder, backup, Date.now());
    const second = testWorkspace({ folder });
    const { brands } = await second.ask('brands.list', {});
    expect(brands.map(({ name }) => name)).toEqual(['Before']);
    expect((await second.ask('workspace.doctor', {})).ok).toBe(true);
    await second.close();
    expect(kept !== null && existsSync(kept)).toBe(true);
    const old = new Database(kept ?? '', { readonly: true });
    expect(old.prepare('SELECT count(*) AS n FROM brand').get()).toEqual({ n: 2 });
    old.close();
  });

  it('refuses to restore what is no workspace, and changes nothing', async () => {
    const workspace = testWorkspace({ folder });
    await workspace.brand('Mine', 'mine');
    await workspace.close();
    const junk = join(folder, 'junk.sqlite');
    writeFileSync(junk, 'this is not a database, really not');
    const before = readFileSync(file());
    expect(() => restoreWorkspace(folder, junk, 0)).toThrow(/not an Earshot workspace/);
    expect(() => restoreWorkspace(folder, join(folder, 'absent'), 0)).toThrow(/does not exist/);
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('leaves a file from a newer version exactly as it is', () => {
    const newer = new Database(file());
    newer.pragma('user_version = 99999');
    newer.close();
    const before = readFileSync(file());
    expect(reason()).toBe('newer-version');
    expect(readFileSync(file()).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  it('says that a damaged file is damaged, and leaves it', () => {
    writeFileSync(file(), 'garbage '.repeat(1000));
    expect(reason()).toBe('damaged');
    expect(readFileSync(file(), 'utf8')).toBe('garbage '.repeat(1000));
  });

  it('lets only one engine collect', async () => {
    const unlock = lockWorkspace(folder);
    const workspace = testWorkspace({ folder });
    expect(() => workspace.engine.start()).toThrow(WorkspaceBlocked);
    unlock();
    workspace.engine.start();
    await workspace.close();
  });

  it('the sample never mixes with real data', async () => {
    const mine = testWorkspace({ folder });
    await mine.brand('Mine', 'mine');
    await expect(mine.engine.fillWithSample(100)).rejects.toThrow(/never mixes/);
    expect((await mine.ask('workspace.info', {})).sample).toBe(false);
    await mine.close();

    const sample = testWorkspace();
    expect(await sample.engine.fillWithSample(300)).toBe(300);
    expect(await sample.engine.fillWithSample(300)).toBe(0);
    expect((await sample.ask('workspace.info', {})).sample).toBe(true);
    expect((await sample.ask('workspace.doctor', {})).ok).toBe(true);
    for (const request of [
      sample.ask('sources.create', { connector: 'feed', settings: { url: 'https://a.example/feed' } }),
      sample.ask('brands.create', { name: 'Mine', role: 'own' }),
      sample.ask('collect.run', { all: true }),
    ]) {
      await expect(request).rejects.toThrow(/^refused/);
    }
    await sample.close();
  });

  it('the doctor finds what is broken and mends it', async () => {
    const workspace = testWorkspace({ folder });
    await workspace.source('http://127.0.0.1:9/feed');
    await workspace.brand('Miramar', 'miramar');
    workspace.store({ text: 'miramar one' }, { text: 'miramar two' });
    const { write } = workspace.engine.workspace;
    const checks = async (repair: boolean): Promise<string[]> =>
      (await workspace.ask('workspace.doctor', { repair })).findings
        .filter(({ ok }) => !ok)
        .map(({ check }) => check);
    expect(await checks(false)).toEqual([]);
    write.run('UPDATE mention_day SET negative = negative + 5');
    write.run('DELETE FROM search WHERE rowid = (SELECT max(id) FROM item)');
    expect(await checks(false)).toEqual(['index', 'rollups']);
    expect(await checks(true)).toEqual([]);
    expect(await checks(false)).toEqual([]);
    await workspace.close();
  });

  it('counts days in the zone that is set', async () => {
    const workspace = testWorkspace({ folder });
    await workspace.source('http://127.0.0.1:9/feed');
    await workspace.brand('Miramar', 'miramar');
    workspace.store({ text: 'miramar', publishedAt: Date.UTC(2026, 10, 20, 23, 30) });
    const days = (): unknown[] =>
      workspace.engine.workspace.read.all('SELECT day FROM mention_day WHERE neutral > 0');
    await workspace.ask('settings.set', { key: 'zone', value: 'UTC' });
    const utc = Date.UTC(2026, 10, 20) / 86_400_000;
    expect(days()).toEqual([{ day: utc }]);
    await workspace.ask('settings.set', { key: 'zone', value: 'Europe/Bucharest' });
    expect(days()).toEqual([{ day: utc + 1 }]);
    await expect(workspace.ask('settings.set', { key: 'zone', value: 'Mars/Olympus' })).rejects.toThrow(
      /^invalid/,
    );
    await workspace.close();
  });
});
