import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAnalyze } from '../../src/main/cli/analyze.ts';
import { LineCutter } from '../../src/main/cli/lines.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli.ts');
const flags = ['--disable-warning=ExperimentalWarning', program];

interface Answer {
  id: unknown;
  line?: number;
  error?: string;
  language?: string | null;
  sentiment?: string;
  score?: number;
  why?: { word: string; start: number; end: number; weight: number }[];
}

/** Runs in this process on the given pieces of standard input. */
async function analyze(...chunks: (string | Buffer)[]): Promise<{ ok: boolean; answers: Answer[] }> {
  let out = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  const ok = await runAnalyze({ input: Readable.from(chunks.map((one) => Buffer.from(one))), output });
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
  return { ok, answers };
}

describe('earshot analyze', () => {
  it('answers in order, with the words that decided', async () => {
    const text = 'Lovely hotel, but the pool was dirty 😡';
    const { ok, answers } = await analyze(
      `${JSON.stringify({ id: 7, text, kind: 'review' })}\n`,
      `${JSON.stringify({ id: 'ro', text: 'Micul dejun a fost minunat, personal foarte amabil' })}\n`,
      `${JSON.stringify({ id: null, text: 'これはホテルです。とても良いホテルでした。' })}\n`,
    );
    expect(ok).toBe(true);
    expect(answers.map(({ id, language, sentiment }) => [id, language, sentiment])).toEqual([
      [7, 'en', 'negative'],
      ['ro', 'ro', 'positive'],
      [null, 'ja', 'undefined'],
    ]);
    const [first] = answers;
    for (const { word, start, end } of first?.why ?? []) expect(text.slice(start, end)).toBe(word);
    const weights = new Map(first?.why?.map(({ word, weight }) => [word, weight]));
    expect(weights.get('Lovely')).toBeGreaterThan(0);
    expect(weights.get('dirty')).toBeLessThan(0);
    expect(first?.score).toBeLessThan(0);
    expect(answers[2]).toMatchObject({ score: 0, why: [] });
  });

  it('takes CRLF, a byte order mark, empty lines and a last line without its end', async () => {
    const { ok, answers } = await analyze(
      '\uFEFF{"id":1,"text":"The breakfast was good"}\r\n\r\n',
      '  \n{"id":2,"text":""}',
    );
    expect(ok).toBe(true);
    expect(answers.map(({ id }) => id)).toEqual([1, 2]);
    expect(answers[1]).toMatchObject({ language: null, sentiment: 'undefined' });
  });

  it('answers a line it cannot use in its place, and says so at the end', async () => {
    const { ok, answers } = await analyze(
      [
        '{"id":1,"text":"The breakfast was good"}',
        'nope',
        '[]',
        '{"id":4}',
        '{"id":5,"text":"a","kind":"blog"}',
      ].join('\n'),
      '\n{"id":6,"text":"a","lang":3}\n{"id":12345678901234567890,"text":"a"}\n{"text":"The breakfast was good"}\n',
    );
    expect(ok).toBe(false);
    expect(answers.map(({ id, line }) => [id, line])).toEqual([
      [1, undefined],
      [null, 2],
      [null, 3],
      [4, 4],
      [5, 5],
      [6, 6],
      [null, 7],
      [null, undefined],
    ]);
    expect(answers[1]?.error).toContain('not JSON');
    expect(answers[4]?.error).toContain('social');
    expect(answers[7]?.sentiment).toBe('positive');
  });

  it('does not keep a line beyond 4 MiB, and goes on after it', async () => {
    const part = Buffer.alloc(1024 * 1024, 'a');
    const { ok, answers } = await analyze(
      '{"id":1,"text":"',
      ...Array.from({ length: 6 }, () => part),
      '"}\n{"id":2,"text":"The breakfast was good"}\n',
    );
    expect(ok).toBe(false);
    expect(answers).toMatchObject([{ id: null, line: 1 }, { id: 2 }]);
    expect(answers[0]?.error).toContain('4 MiB');
  });

  it('survives lone surrogates and any other text', async () => {
    const broken = '{"id":"\\ud800","text":"The breakfast was good \\udc00 the pool was bad \\ud83d"}\n';
    expect((await analyze(broken)).answers).toMatchObject([{ id: '\ud800', language: 'en' }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.jsonValue(), text: fc.string({ unit: 'binary' }) }), { maxLength: 6 }),
        async (rows) => {
          const asked = rows.map((row) => ({ ...row, id: typeof row.id === 'number' ? 1 : row.id }));
          const { answers } = await analyze(asked.map((row) => `${JSON.stringify(row)}\n`).join(''));
          expect(answers.map(({ id }) => id)).toEqual(
            asked.map(({ id }): unknown => JSON.parse(JSON.stringify(id))),
          );
        },
      ),
      { numRuns: 10 },
    );
  });

  it('waits for a reader that is slower than itself', async () => {
    let waiting = 0;
    let most = 0;
    const output = new Writable({
      highWaterMark: 1000,
      write(chunk: Buffer, _encoding, done) {
        waiting += chunk.length;
        most = Math.max(most, output.writableLength);
        setImmediate(() => {
          waiting -= chunk.length;
          done();
        });
      },
    });
    const rows = Array.from({ length: 300 }, (_, id) =>
      Buffer.from(`{"id":${id},"text":"The breakfast was good"}\n`),
    );
    await runAnalyze({ input: Readable.from(rows), output });
    // One answer at a time, since each is above the mark or fills it soon: never the whole of it.
    expect(most).toBeLessThan(3000);
  });

  it('runs without a workspace, and its exit code tells of a line that could not be used', () => {
    const ran = spawnSync(process.execPath, [...flags, 'analyze'], {
      input: '{"id":1,"text":"The breakfast was good"}\nnope',
      encoding: 'utf8',
    });
    const [first, second] = ran.stdout
      .split('\n')
      .map((line) => (line === '' ? null : (JSON.parse(line) as Answer)));
    expect([ran.status, ran.stderr]).toEqual([1, '']);
    expect(first).toMatchObject({ id: 1, sentiment: 'positive' });
    expect(second).toMatchObject({ id: null, line: 2 });
  }, 90_000);

  it('answers while more is still to come, and ends quietly when its reader goes', async () => {
    const child = spawn(process.execPath, [...flags, 'analyze'], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"id":1,"text":"The breakfast was good"}\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const ended = once(child, 'exit');
    const more = setInterval(() => child.stdin.write('{"id":2,"text":"The pool was bad"}\n'), 20);
    const [code] = (await ended) as [number];
    clearInterval(more);
    expect([code, said]).toEqual([0, '']);
    // Reading the models on a machine with other work to do takes many seconds.
  }, 90_000);
});

describe('LineCutter', () => {
  it('gives the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ' '))),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        (lines, sizes) => {
          const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const cutter = new LineCutter();
          const found: (string | null)[] = [];
          for (let at = 0; at < whole.length;) {
            const size = sizes.next().value;
            found.push(...cutter.push(whole.subarray(at, at + size)));
            at += size;
          }
          found.push(...cutter.end());
          expect(found).toEqual(lines);
        },
      ),
    );
  });
});
