import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { DATABASE_FILE, lockWorkspace, restoreWorkspace, type Engine } from '../engine/index.ts';
import { withEngine } from './engine.ts';
import type { Printer } from './output.ts';

const number = new Intl.NumberFormat('en');

/** The answer of a request this command relies on; its failure becomes the command's. */
async function ask<T>(engine: Engine, name: string, input: unknown): Promise<T> {
  const result = await engine.dispatch(name, input);
  if (result.ok) return result.value as T;
  const { code, message, retryable, details } = result.error;
  throw new EarshotError(code, message, { retryable, details });
}

export function runDemo(printer: Printer, folder: string, items: string | undefined): Promise<boolean> {
  const count = items === undefined ? undefined : Number(items);
  if (count !== undefined && (!Number.isInteger(count) || count < 100 || count > 2_000_000)) {
    throw new EarshotError(
      'invalid',
      'The number of items must be a whole number between 100 and 2,000,000.',
    );
  }
  return withEngine(folder, async (engine) => {
    const written = await engine.fillWithSample(count);
    const line =
      written === 0
        ? `The sample hotel is already in ${resolve(folder)}.`
        : `Wrote the sample hotel, ${number.format(written)} items, to ${resolve(folder)}. Everything in it is made up.`;
    return printer.value({ folder: resolve(folder), items: written }, [line]);
  });
}

export async function runFetch(printer: Printer, folder: string, all: boolean): Promise<boolean> {
  const unlock = lockWorkspace(folder);
  try {
    return await withEngine(folder, async (engine) => {
      const sources = engine.collector.due(all);
      const reports: { name: string; ok: boolean; code: string | null; message: string; added: number }[] =
        [];
      const jobId = engine.collector.run(sources, (report) => {
        reports.push(report);
        const what = report.ok ? `${number.format(report.added)} new` : report.message;
        printer.progress(
          `[${reports.length}/${sources.length}] ${report.ok ? 'ok  ' : 'FAIL'} ${report.name}: ${what}`,
        );
      });
      const cancel = (): void => void engine.jobs.cancel(jobId);
      process.once('SIGINT', cancel);
      process.once('SIGTERM', cancel);
      const end = await engine.jobs.ended(jobId);
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
      const failed = reports.filter((report) => !report.ok);
      const added = reports.reduce((sum, report) => sum + report.added, 0);
      const finished = end?.state === 'finished';
      printer.value({ sources: sources.length, added, failed, finished }, [
        sources.length === 0
          ? 'No source is due. Use --all to collect all the same.'
          : `${number.format(added)} new from ${reports.length} of ${sources.length} sources, ${failed.length} failed.`,
      ]);
      return finished && failed.length === 0;
    });
  } finally {
    unlock();
  }
}

export function runImport(
  printer: Printer,
  folder: string,
  file: string,
  allowLocalNetwork: boolean,
): Promise<boolean> {
  const text = readText(file);
  if (!/<opml[\s>]/i.test(text.slice(0, 5000))) {
    throw new EarshotError(
      'invalid',
      `${file} is not an OPML file. Export your feeds as OPML from your reader and try that file. Nothing was added.`,
    );
  }
  return withEngine(folder, async (engine) => {
    const value = await ask<Output<'sources.importOpml'>>(engine, 'sources.importOpml', {
      opml: text,
      allowLocalNetwork,
    });
    const lines = [
      `${value.added} feeds added, ${value.known} were there already, ${value.refused.length} refused.`,
      ...value.refused.map(({ address, reason }) => `  ${address}: ${reason}`),
    ];
    return printer.value(value, lines);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EarshotError('invalid', `${file} could not be read: ${why}.`);
  }
}

/** A mistyped folder must not come out as a sound, empty workspace. */
function requireWorkspace(folder: string): void {
  if (existsSync(join(folder, DATABASE_FILE))) return;
  throw new EarshotError(
    'not-found',
    `There is no workspace in ${resolve(folder)}. Check the folder given with --data.`,
  );
}

export function runDoctor(printer: Printer, folder: string, repair: boolean): Promise<boolean> {
  requireWorkspace(folder);
  return withEngine(folder, async (engine) => {
    const value = await ask<Output<'workspace.doctor'>>(engine, 'workspace.doctor', { repair });
    printer.value(
      value,
      value.findings.map(({ check, ok, repaired, message }) => {
        const sign = repaired ? 'mended' : ok ? 'ok' : 'BROKEN';
        return `${check.padEnd(9)} ${sign}${message === '' ? '' : `  ${message}`}`;
      }),
    );
    return value.ok;
  });
}

export function runBackup(printer: Printer, folder: string, file: string): Promise<boolean> {
  requireWorkspace(folder);
  return withEngine(folder, async (engine) => {
    const value = await ask<Output<'workspace.backup'>>(engine, 'workspace.backup', { file: resolve(file) });
    const lines = [
      `Backed up to ${value.file} (${number.format(value.bytes)} bytes, ${value.images} images, checked).`,
    ];
    if (value.missing > 0)
      lines.push(`${value.missing} images were no longer in the media folder, so they are not in it.`);
    return printer.value(value, lines);
  });
}

export function runRestore(printer: Printer, folder: string, file: string): Promise<boolean> {
  const kept = restoreWorkspace(folder, resolve(file), Date.now());
  const lines = [`Restored ${resolve(file)} into ${resolve(folder)}.`];
  if (kept !== null) lines.push(`What was there before is kept in ${kept}.`);
  return Promise.resolve(printer.value({ folder: resolve(folder), kept }, lines));
}
