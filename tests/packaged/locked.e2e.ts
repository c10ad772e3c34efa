import { mkdtemp, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { launchPackaged } from '#tests/helpers/electron.ts';

import { packagedProgram } from '../../scripts/lib/package-app.mjs';

/** A fuse's state is the character 0 or 1. */
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

let userDataDir = '';

beforeEach(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'earshot-packaged-'));
});

afterEach(async () => {
  await rm(userDataDir, { recursive: true, force: true });
});

describe('the packaged app', () => {
  it('opens its window', async () => {
    const app = await launchPackaged({ userDataDir });
    try {
      await app.page.waitForFunction(() => document.querySelector('#root')?.childElementCount);
      expect(await app.page.title()).toContain('Earshot');
    } finally {
      await app.close();
    }
  });

  it('has its fuses locked', async () => {
    const wire = await getCurrentFuseWire(packagedProgram());
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(ON);
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(OFF);
  });

  it.runIf(process.platform === 'linux')('does not become a plain Node', async () => {
    const output = await new Promise<string>((resolve) => {
      const flags = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [];
      const child = spawn(packagedProgram(), ['-p', '6 * 7', ...flags, `--user-data-dir=${userDataDir}`], {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      child.once('close', () => {
        clearTimeout(timer);
        resolve(text);
      });
    });
    expect(output).not.toContain('42');
  });
});
