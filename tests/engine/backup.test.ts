import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreWorkspace } from '#engine/index.ts';
import { createImages, type ClosableImages } from '#engine/node/images.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { bitmapPng } from '#tests/helpers/pictures.ts';

let images: ClosableImages;
let ws: TestWorkspace;
let room: string;

const add = async (width: number): Promise<{ id: string; file: string }> => {
  const bytes = bitmapPng(width, 200, { noise: true }).toString('base64');
  const { id } = await ws.ask('media.add', { name: `beach-${width}.png`, bytes });
  return {
    id,
    file:
      ws.engine.workspace.read.get<{ file: string }>('SELECT file FROM media WHERE id = ?', [id])?.file ?? '',
  };
};
const path = (folder: string, file: string): string => join(folder, 'media', file);
const backUp = async () => ws.ask('workspace.backup', { file: join(room, 'backup.sqlite') });

beforeEach(() => {
  images = createImages();
  ws = testWorkspace({ ports: { images } });
  room = mkdtempSync(join(tmpdir(), 'earshot-backup-'));
});
afterEach(async () => {
  await ws.close();
  await images.close();
  rmSync(room, { recursive: true, force: true });
});

describe('a backup', () => {
  it('brings its images along to another machine, each once', async () => {
    const one = await add(300);
    const same = await add(300);
    const other = await add(320);
    expect(same.file).toBe(one.file);
    const done = await backUp();
    expect(done).toMatchObject({ images: 2, missing: 0 });
    const weight = [one, other].reduce((sum, { file }) => sum + statSync(path(ws.folder, file)).size, 0);
    expect(done.bytes).toBeGreaterThan(weight);

    const elsewhere = join(room, 'elsewhere');
    expect(restoreWorkspace(elsewhere, done.file, 0)).toBeNull();
    const restored = testWorkspace({ folder: elsewhere, ports: { images } });
    for (const { id, file } of [one, same, other]) {
      expect(readFileSync(path(elsewhere, file)).equals(readFileSync(path(ws.folder, file)))).toBe(true);
      expect((await restored.ask('media.get', { mediaId: id })).picture).toMatch(/^data:image\/webp/);
    }
    // What came out of the backup is a workspace like any other again, without the weight of the images.
    expect(
      restored.engine.workspace.read.get("SELECT 1 FROM sqlite_master WHERE name = 'media_file'"),
    ).toBeUndefined();
    expect((await restored.ask('workspace.doctor', {})).ok).toBe(true);
    await restored.close();
    expect(statSync(join(elsewhere, 'earshot.sqlite')).size).toBeLessThan(done.bytes - weight / 2);
  });

  it('is made without the images that are gone or damaged, and says how many', async () => {
    const [whole, gone, damaged] = [await add(300), await add(320), await add(340)];
    rmSync(path(ws.folder, gone.file));
    writeFileSync(path(ws.folder, damaged.file), 'half a pict');
    const done = await backUp();
    expect(done).toMatchObject({ images: 1, missing: 2 });
    const elsewhere = join(room, 'elsewhere');
    restoreWorkspace(elsewhere, done.file, 0);
    expect(readdirSync(join(elsewhere, 'media'))).toEqual([whole.file]);
    const restored = testWorkspace({ folder: elsewhere, ports: { images } });
    expect((await restored.ask('media.get', { mediaId: gone.id })).picture).toBeNull();
    await restored.close();
  });

  it('puts back what was lost or damaged since, and keeps what came later', async () => {
    const [lost, damaged] = [await add(300), await add(320)];
    const before = readFileSync(path(ws.folder, damaged.file));
    const done = await backUp();
    const later = await add(340);
    await ws.engine.stop();
    rmSync(path(ws.folder, lost.file));
    writeFileSync(path(ws.folder, damaged.file), 'half a pict');
    restoreWorkspace(ws.folder, done.file, 0);
    expect(existsSync(path(ws.folder, lost.file))).toBe(true);
    expect(readFileSync(path(ws.folder, damaged.file)).equals(before)).toBe(true);
    expect(existsSync(path(ws.folder, later.file))).toBe(true);
  });

  it('cannot write outside of the media folder, whatever its file names', async () => {
    await add(300);
    const done = await backUp();
    const database = new Database(done.file);
    const insert = database.prepare('INSERT INTO media_file(name, bytes) VALUES(?, ?)');
    insert.run('../../stolen.jpg', Buffer.from('x'));
    insert.run(`${'0'.repeat(32)}.jpg`, Buffer.from('not what its name says'));
    database.close();
    const elsewhere = join(room, 'deep', 'elsewhere');
    restoreWorkspace(elsewhere, done.file, 0);
    expect(readdirSync(join(elsewhere, 'media'))).toHaveLength(1);
    expect(existsSync(join(room, 'stolen.jpg'))).toBe(false);
    expect(existsSync(join(room, 'deep', 'stolen.jpg'))).toBe(false);
  });

  it('of a time before images travelled along is restored as it is', async () => {
    const done = await backUp();
    const database = new Database(done.file);
    database.exec('DROP TABLE media_file');
    database.close();
    const elsewhere = join(room, 'elsewhere');
    restoreWorkspace(elsewhere, done.file, 0);
    expect(existsSync(join(elsewhere, 'earshot.sqlite'))).toBe(true);
  });

  it('that cannot be written whole leaves nothing behind', async () => {
    await add(300);
    const file = join(room, 'absent', 'backup.sqlite');
    await expect(ws.ask('workspace.backup', { file })).rejects.toThrow('could not be written');
    expect(existsSync(file)).toBe(false);
  });
});
