import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { ItemKind } from '#shared/model/item.ts';
import { loadAnalyzer, type Analyzer } from '../engine/node/analyzer.ts';
import { LineCutter } from './lines.ts';
import { modelsFolder } from './root.ts';

/** Where lines come from and answers go; the process's own standard streams, or a test's. */
export interface AnalyzeStreams {
  input: AsyncIterable<Buffer | string>;
  output: Writable;
}

/**
 * Judges every line of `input`; waits whenever `output` is full. A reader that goes away ends it quietly.
 * @returns true when every line could be used
 */
export async function runAnalyze({ input, output }: AnalyzeStreams): Promise<boolean> {
  const closed = readerGone(output);
  const cutter = new LineCutter();
  const run = new AnalyzeRun(loadAnalyzer(modelsFolder));
  try {
    for await (const chunk of input) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      await send(output, run.answers(cutter.push(bytes)), closed.signal);
      if (closed.signal.aborted) return true;
    }
    await send(output, run.answers(cutter.end()), closed.signal);
  } catch (error) {
    if (!closed.signal.aborted) throw error;
  } finally {
    closed.stop();
  }
  return run.sound;
}

/** Aborted when whoever reads `output` has closed it (`| head`); any other trouble of the stream is thrown on. */
function readerGone(output: Writable): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const listen = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    controller.abort();
  };
  output.on('error', listen);
  return { signal: controller.signal, stop: () => output.off('error', listen) };
}

/** Answers are written together, because a write for each line would cost more than judging it. */
const PIECE = 64 * 1024;

async function send(output: Writable, answers: Iterable<string>, signal: AbortSignal): Promise<void> {
  let text = '';
  for (const answer of answers) {
    text += answer;
    if (text.length < PIECE) continue;
    await write(output, text, signal);
    text = '';
  }
  if (text !== '') await write(output, text, signal);
}

async function write(output: Writable, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || output.write(text)) return;
  await once(output, 'drain', { signal });
}

class AnalyzeRun {
  /** False once a line could not be used. */
  sound = true;
  #line = 0;
  readonly #analyze: Analyzer;

  constructor(analyze: Analyzer) {
    this.#analyze = analyze;
  }

  *answers(lines: Iterable<string | null>): Generator<string> {
    for (const line of lines) {
      this.#line += 1;
      // A byte order mark begins files that some editors write.
      const text = this.#line === 1 ? line?.replace(/^\uFEFF/, '') : line;
      if (text?.trim() === '') continue;
      yield `${JSON.stringify(this.#answer(text ?? null))}\n`;
    }
  }

  #answer(line: string | null): object {
    const read = readLine(line);
    if ('error' in read) {
      this.sound = false;
      return { id: read.id, line: this.#line, error: read.error };
    }
    const { language, sentiment, score, why } = this.#analyze(read.text, read.lang, read.kind);
    return {
      id: read.id,
      language,
      sentiment,
      score: rounded(score),
      why: why.map(({ word, start, end, weight }) => ({ word, start, end, weight: rounded(weight) })),
    };
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 || 0;

interface Asked {
  id: unknown;
  text: string;
  lang: string | null;
  kind: ItemKind;
}
interface Refused {
  id: unknown;
  error: string;
}

/** Plain checks instead of a schema: this runs for every line of a large file. */
function readLine(line: string | null): Asked | Refused {
  if (line === null) return { id: null, error: 'The line is longer than 4 MiB.' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { id: null, error: `The line is not JSON: ${why}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'The line is not an object; it should read {"id": …, "text": "…"}.' };
  }
  const { id = null, text, lang = null, kind = 'social' } = value as Record<string, unknown>;
  if (typeof id === 'number' && Math.abs(id) > Number.MAX_SAFE_INTEGER) {
    return { id: null, error: 'An id above 2^53 must stand in quotes, or its last digits would change.' };
  }
  if (typeof text !== 'string') return { id, error: '“text” must be there and be a string.' };
  if (lang !== null && typeof lang !== 'string') {
    return { id, error: '“lang” must be a language code such as "en", or be left out.' };
  }
  const known = ItemKind.options.find((option) => option === kind);
  if (known === undefined) {
    return { id, error: `“kind” must be one of ${ItemKind.options.join(', ')}, or be left out.` };
  }
  return { id, text, lang, kind: known };
}
