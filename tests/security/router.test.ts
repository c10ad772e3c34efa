import { describe, expect, it } from 'vitest';
import { contract, requestNames } from '#shared/contract/index.ts';
import type { AppState } from '#shared/contract/app.ts';
import { createShellHandlers, type Desktop } from '../../src/main/shell/requests.ts';
import { createRouter } from '../../src/main/shell/router.ts';

const state: AppState = {
  theme: 'system',
  language: 'en',
  density: 'comfortable',
  workspace: 'own',
  version: '0.0.0',
  platform: 'test',
  blocked: null,
  dataFolder: '/data',
};

function build(change: Partial<Desktop> = {}) {
  const calls: { name: string; callId: string | null }[] = [];
  const log: string[] = [];
  const engine = {
    call: (name: string, _input: unknown, callId: string | null) => {
      calls.push({ name, callId });
      return Promise.resolve({ ok: true as const, value: 'engine' });
    },
    cancel: (callId: string) => callId === 'known',
  };
  const nobody = (): Promise<null> => Promise.resolve(null);
  const desktop: Desktop = {
    state: () => state,
    change: () => undefined,
    openExternal: () => Promise.resolve(false),
    openWorkspace: () => Promise.resolve(),
    removeSample: () => Promise.resolve(),
    restore: () => Promise.resolve(),
    showFolder: () => Promise.resolve(),
    left: () => undefined,
    language: () => 'en',
    today: () => '2026-11-23',
    dialogs: {
      saveBackup: nobody,
      chooseBackup: nobody,
      saveText: nobody,
      chooseOpml: nobody,
      explainClose: () => Promise.resolve('keep'),
      tellProblem: () => Promise.resolve(),
    },
    engine,
    ...change,
  };
  const route = createRouter(createShellHandlers(desktop), engine, (line) => log.push(line));
  return { route, calls, log };
}

describe('who answers a request', () => {
  it('gives every declared request to its host, and no other name to anybody', async () => {
    const { route, calls } = build();
    for (const name of requestNames) {
      const before = calls.length;
      await route(name, {}, null);
      expect(calls.length - before, name).toBe(contract[name].host === 'engine' ? 1 : 0);
    }
    const count = calls.length;
    for (const name of ['', 'nope', '__proto__', 'constructor', 'toString', 7, null, {}, ['app.state']])
      expect(await route(name, {}, null)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(calls.length).toBe(count);
  });

  it('refuses input that does not fit before a handler sees it', async () => {
    const { route } = build({ openExternal: () => Promise.reject(new Error('reached')) });
    for (const input of [null, {}, { url: 5 }, { url: '' }, { url: 'https://a.example', more: 1 }, 'x'])
      expect(await route('app.openExternal', input, null)).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
  });

  it('turns what a handler throws into a failure that tells nothing of the inside', async () => {
    const { route, log } = build({ showFolder: () => Promise.reject(new Error('inside: token')) });
    const result = await route('app.showFolder', {}, null);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('token');
    expect(log.join()).toContain('inside: token');
  });

  it('cancels by the handle of the call, and takes no odd handles', async () => {
    const { route, calls } = build();
    await route('brands.list', {}, 'c1');
    expect(calls).toEqual([{ name: 'brands.list', callId: 'c1' }]);
    expect(await route('calls.cancel', { callId: 'known' }, null)).toEqual({
      ok: true,
      value: { cancelled: true },
    });
    expect(await route('calls.cancel', { callId: 'gone' }, null)).toMatchObject({
      value: { cancelled: false },
    });
    for (const bad of [5, {}, '', 'x'.repeat(101)])
      expect(await route('brands.list', {}, bad)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
