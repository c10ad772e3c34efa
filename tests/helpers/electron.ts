import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

import { _electron, chromium, errors } from 'playwright-core';
import type { Browser, ElectronApplication, Page } from 'playwright-core';
import { z } from 'zod';

import { appEnv, launchPlan, rootFlags } from '../../scripts/lib/launch.mjs';
import { packagedProgram } from '../../scripts/lib/package-app.mjs';

/** How long a start may take before the test gives up, in ms; a slow machine needs a few seconds. */
const START_MS = 30_000;
/** How long the driver's first attempt to attach may take, in ms; it usually takes one second. */
const ATTACH_MS = 15_000;

export interface LaunchOptions {
  /** Where the app keeps its data; an empty folder is a first start. */
  userDataDir: string;
  /** Arguments for the app. */
  args?: string[];
  /** Added to this process's environment. */
  env?: Record<string, string>;
}

/**
 * Starts the app of this repository in real Electron, building it first when a source changed.
 * The caller closes it. Rejects when Electron does not start within 45 s.
 */
export async function launchEarshot(options: LaunchOptions): Promise<ElectronApplication> {
  const plan = await builtApp();
  const launch = (timeout: number): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: plan.executablePath,
      args: [...plan.args, `--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])],
      env: { ...appEnv(), ...options.env },
      timeout,
    });
  try {
    return await launch(ATTACH_MS);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    // On a machine under load the driver now and then attaches too late to hear that the app is ready, and waits
    // for ever; it has killed that app, so a second start finds the folder free.
    return launch(START_MS);
  }
}

/** The app that the set-up of the tests has built, or outside of them one built now. */
async function builtApp(): Promise<{ executablePath: string; args: string[] }> {
  const built = process.env['EARSHOT_TEST_APP'];
  if (built === undefined) return launchPlan();
  return z.object({ executablePath: z.string(), args: z.array(z.string()) }).parse(JSON.parse(built));
}

export interface PackagedApp {
  browser: Browser;
  /** The first window. */
  page: Page;
  /** Ends the app and waits until it is gone. */
  close: () => Promise<void>;
}

/**
 * Starts the packaged app of dist/. Its fuses refuse the debugger that Playwright's Electron support needs,
 * so only its windows are driven, over Chromium's own debugging port.
 */
export async function launchPackaged(options: LaunchOptions): Promise<PackagedApp> {
  const flags = [...rootFlags, '--remote-debugging-port=0', `--user-data-dir=${options.userDataDir}`];
  const child = spawn(packagedProgram(), [...flags, ...(options.args ?? [])], {
    env: { ...appEnv(), ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(timer);
  };
  try {
    const address = await debuggerAddress(child);
    await pageListed(address);
    const browser = await chromium.connectOverCDP(address, { timeout: START_MS });
    const page = await firstPage(browser);
    const close = async (): Promise<void> => {
      await browser.close();
      await end();
    };
    return { browser, page, close };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Chromium says on stderr where its debugger listens. */
function debuggerAddress(child: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (reason: string): void => reject(new Error(`The packaged app ${reason}:\n${text}`));
    const timer = setTimeout(() => fail('did not open its debugging port'), START_MS);
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('error', (error) => fail(`did not start (${error.message})`));
    child.once('close', (code) => fail(`ended with exit code ${String(code)}`));
  });
}

/** Waits for the first window: a connection made before it hangs. */
async function pageListed(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const targets: unknown = await fetch(list).then(
      (response) => response.json(),
      () => [],
    );
    const hasPage =
      Array.isArray(targets) && targets.some((target: { type?: unknown }) => target.type === 'page');
    if (hasPage) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The packaged app opened no window.');
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The packaged app has no browser context.');
  return context.pages()[0] ?? context.waitForEvent('page', { timeout: START_MS });
}
