import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestNames } from '#shared/contract/index.ts';
import { Failure } from '#shared/model/result.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli.ts');

// Each of these starts the program several times.
describe('the terminal', { timeout: 60_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-cli-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { encoding: 'utf8', maxBuffer: 50_000_000 },
    );
    return { code: status, out: stdout, err: stderr };
  };
  const failure = (out: string): Failure => Failure.parse((JSON.parse(out) as { error: unknown }).error);

  it('lists every request with its schemas', () => {
    const { code, out } = run('call', '--list', '--json');
    expect(code).toBe(0);
    const { value } = JSON.parse(out) as {
      value: { requests: { name: string; input: object; output: object }[] };
    };
    expect(value.requests.map(({ name }) => name).sort()).toEqual([...requestNames].sort());
    for (const { input, output } of value.requests) {
      expect(input).toHaveProperty('$schema');
      expect(output).toHaveProperty('$schema');
    }
  });

  it('writes the sample, which the doctor finds sound, and says so twice without harm', () => {
    const data = join(folder, 'sample');
    expect(run('demo', '--data', data, '--items', '300').code).toBe(0);
    expect(run('demo', '--data', data).out).toContain('already');
    expect(run('doctor', '--data', data)).toMatchObject({ code: 0 });
  });

  it('fetch fails with the name and the reason of the source that failed', () => {
    const data = join(folder, 'fetch');
    const settings = { url: 'http://127.0.0.1:9/feed' };
    const source = JSON.stringify({
      connector: 'feed',
      name: 'Closed port',
      settings,
      allowLocalNetwork: true,
    });
    expect(run('call', 'sources.create', source, '--data', data, '--json').code).toBe(0);
    const { code, err, out } = run('fetch', '--data', data, '--json');
    expect(code).toBe(1);
    expect(err).toContain('Closed port');
    expect(JSON.parse(out)).toMatchObject({ value: { failed: [{ name: 'Closed port' }] } });
  });

  it('answers mistakes with a clear failure and exit code 1', () => {
    const nothing = join(folder, 'nothing-here');
    expect(run('doctor', '--data', nothing, '--json')).toMatchObject({ code: 1 });
    const wrong = run(
      'call',
      'mentions.list',
      '{"limit":100000}',
      '--data',
      join(folder, 'sample'),
      '--json',
    );
    expect(wrong.code).toBe(1);
    expect(failure(wrong.out).code).toBe('invalid');
    expect(failure(run('call', 'brands.list', '{oops', '--data', nothing, '--json').out).message).toContain(
      'not JSON',
    );
    expect(run('frobnicate').code).toBe(1);
  });
});
