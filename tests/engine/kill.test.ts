import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply, rss, sampleItems, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { testWorkspace } from '#tests/helpers/engine.ts';

const cli = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli.ts');
const FEEDS = 25;
const EACH = 40;

/** Runs the terminal; `killAfter` milliseconds later it is killed without warning. */
function earshot(
  args: string[],
  killAfter: number | null = null,
): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args]);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, out });
    });
  });
}

describe('kill -9 in the middle of collecting', () => {
  let server: FeedServer;
  let folder: string;
  beforeAll(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
    const workspace = testWorkspace({ folder });
    for (let feed = 0; feed < FEEDS; feed += 1) {
      const body = rss(
        sampleItems(EACH).map((one, at) => ({
          ...one,
          guid: `f${feed}-${at}`,
          link: `https://f${feed}.example/${at}`,
        })),
      );
      // A little late, so that the runs are cut at different places.
      server.route(`/f${feed}`, (request, response) =>
        setTimeout(() => reply(body)(request, response), feed * 8),
      );
      await workspace.source(`${server.url}/f${feed}`);
    }
    await workspace.brand('Everything', 'sample OR entry OR text');
    await workspace.close();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a sound workspace each time, and the next run completes it', async () => {
    for (let round = 0; round < 4; round += 1) {
      await earshot(['fetch', '--all', '--data', folder], 450 + round * 130);
      const doctor = await earshot(['doctor', '--data', folder, '--json']);
      expect(doctor.code, doctor.out).toBe(0);
    }
    const whole = await earshot(['fetch', '--all', '--data', folder, '--json']);
    expect(whole.code, whole.out).toBe(0);
    const info = await earshot(['call', 'workspace.info', '--data', folder, '--json']);
    expect(JSON.parse(info.out)).toMatchObject({ ok: true, value: { items: FEEDS * EACH } });
  }, 120_000);
});
