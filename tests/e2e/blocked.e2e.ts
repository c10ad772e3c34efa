import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockWorkspace } from '#engine/storage/lock.ts';
import { DATABASE_FILE } from '#engine/storage/open.ts';
import { accessibilityFaults } from '#tests/helpers/axe.ts';
import { texts } from '#tests/helpers/texts.ts';
import { endLeftovers, keepScreen, newDataFolder, openEarshot } from '#tests/helpers/window.ts';

const t = texts('en');
let data: ReturnType<typeof newDataFolder>;
let workspace = '';
beforeEach(() => {
  data = newDataFolder();
  workspace = join(data.folder, 'workspace');
  mkdirSync(workspace);
});
afterEach(async () => {
  await endLeftovers();
  data.remove();
});

const sum = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a workspace that cannot be opened', () => {
  it('written by a newer version: says so and leaves it as it is', async () => {
    const file = join(workspace, DATABASE_FILE);
    const database = new Database(file);
    database.exec('CREATE TABLE workspace (x); CREATE TABLE item (x)');
    database.pragma('user_version = 9990');
    database.close();
    const before = sum(file);
    const watched = await openEarshot(data.folder);
    await watched.page.getByRole('heading', { name: t('frame.blocked.newer-version.title') }).waitFor();
    await keepScreen(watched.page, 'blocked-newer-version');
    expect(await accessibilityFaults(watched.page)).toEqual([]);
    await expect(watched.ask('brands.list', {})).rejects.toThrow('brands.list');
    await watched.quit();
    expect(sum(file)).toBe(before);
    expect(readdirSync(workspace).filter((name) => /\.sqlite/.test(name) && name !== DATABASE_FILE)).toEqual(
      [],
    );
  });

  it('open in another Earshot: says so, and opens when that one has ended', async () => {
    const unlock = lockWorkspace(workspace);
    const watched = await openEarshot(data.folder);
    await watched.page.getByRole('heading', { name: t('frame.blocked.locked.title') }).waitFor();
    unlock();
    await watched.page.getByRole('button', { name: t('frame.blocked.again') }).click();
    await watched.page.getByRole('heading', { name: t('welcome.title') }).waitFor();
    expect((await watched.ask('app.state', {})).blocked).toBeNull();
    await watched.quit();
  });

  it('damaged: says so and offers a backup', async () => {
    const file = join(workspace, DATABASE_FILE);
    writeFileSync(file, 'this is no database'.repeat(1000));
    const before = sum(file);
    const watched = await openEarshot(data.folder);
    await watched.page.getByRole('heading', { name: t('frame.blocked.damaged.title') }).waitFor();
    await watched.page.getByRole('button', { name: t('frame.blocked.restore') }).waitFor();
    await watched.quit();
    expect(sum(file)).toBe(before);
  });
});
