import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Input, Output, RequestName } from '#shared/contract/index.ts';
import type { Result } from '#shared/model/result.ts';
import { launchEarshot } from './electron.ts';
import { guardNetwork } from './network-guard.ts';

interface Bridge {
  earshot: { call(name: string, input: unknown): Promise<unknown> };
}

const SCREENS = resolve(import.meta.dirname, '..', 'e2e', '__screens__');

/** A running Earshot under watch: what it must never do is written down and checked when it is closed. */
export interface Watched {
  app: ElectronApplication;
  page: Page;
  /** Asks as the window does. */
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Ends the app as its Quit does, and checks: no network, no policy violation, no script error. */
  quit(): Promise<void>;
}

const open = new Set<ElectronApplication>();

/** Ends what a failed test left running. */
export async function endLeftovers(): Promise<void> {
  for (const app of open) await app.close();
  open.clear();
}

/** As `expect.poll`, for things that a slow machine may take up to 15 s for. */
export function eventually<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 15_000, interval: 50 });
}

/** A new empty folder for the app's data, and how to remove it. */
export function newDataFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Guards the main thread, and every engine thread before it runs a line of its own. */
async function watchProcess(app: ElectronApplication, file: string): Promise<void> {
  const script = `(${guardNetwork.toString()})(${JSON.stringify(file)})`;
  await app.evaluate(async (_electron, guard) => {
    // Only known inside the app, where this function runs.
    const inspector = process.getBuiltinModule('node:inspector');
    const session = new inspector.Session();
    session.connect();
    const send = (sessionId: string, method: string, params: Record<string, unknown>): void => {
      const message = JSON.stringify({ id: 1, method, params });
      session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
    };
    session.on('NodeWorker.attachedToWorker', ({ params }) => {
      send(params.sessionId, 'Runtime.evaluate', { expression: guard });
      send(params.sessionId, 'Runtime.runIfWaitingForDebugger', {});
    });
    await new Promise<void>((done) => {
      session.post('NodeWorker.enable', { waitForDebuggerOnStart: true }, () => done());
    });
    (globalThis as unknown as { guardSession: unknown }).guardSession = session;
  }, script);
  await app.evaluate(`${script};0` as unknown as () => void);
}

/** Starts Earshot on a data folder. `env` may set the language (`LANG`) or the time zone. */
export async function openEarshot(
  userDataDir: string,
  env: Record<string, string> = { LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
): Promise<Watched> {
  const app = await launchEarshot({ userDataDir, env });
  open.add(app);
  app.once('close', () => open.delete(app));
  const attempts = join(userDataDir, 'network-attempts.log');
  await watchProcess(app, attempts);
  const page = await app.firstWindow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(app:\/\/earshot\/|data:|blob:)/.test(request.url())) faults.push(`request ${request.url()}`);
  });
  await page.exposeFunction('reportPolicyFault', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyFault(fault: string): void }).reportPolicyFault;
      report(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.reload();
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  return {
    app,
    page,
    ask: async (name, input) => {
      const sent: { name: string; input: unknown } = { name, input };
      const answer = await page.evaluate(
        (request) => (globalThis as unknown as Bridge).earshot.call(request.name, request.input),
        sent,
      );
      const result = answer as Result<Output<typeof name>>;
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value;
    },
    quit: async () => {
      await app.close();
      if (existsSync(attempts)) faults.push(`network: ${readFileSync(attempts, 'utf8')}`);
      expect(faults).toEqual([]);
    },
  };
}

/** Sets the size of the page and waits until it is drawn, with nothing moving and the mouse out of the way. */
export async function resize(watched: Watched, width: number, height: number): Promise<void> {
  await watched.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await watched.page.mouse.move(0, 0);
  await watched.page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Keeps a picture of the window as `__screens__/<name>.png`, for people to look at. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
