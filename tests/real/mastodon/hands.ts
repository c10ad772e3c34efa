import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How many programs work at one server's folder. Each looks at its queues every three seconds, and a post passes three of
 * them on its way to somebody else, so one alone takes nine seconds; several, begun one after another, take turns.
 */
const HANDS = 12;
const LOOK_EVERY_MS = 3000;
/** All of them bring what they hand on to the one that answers; with the four of its own it would wait for itself. */
const THREADS = 24;

interface Settings {
  host: string;
  port: number;
}

/** The server's program several times over one folder: the first answers, the others only hand posts on. */
export class Hands {
  readonly #program: string;
  readonly #folder: string;
  readonly #running: ChildProcess[] = [];
  #rest: Promise<void> = Promise.resolve();
  #isClosing = false;

  private constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
  }

  /** Resolves as soon as the first one answers; the others follow while it is in use. */
  static async start(program: string, folder: string): Promise<{ url: string; hands: Hands }> {
    const hands = new Hands(program, folder);
    const settings = await hands.#settings();
    await hands.#configure({ ...settings, num_threads: THREADS });
    const url = await hands.#begin(settings.port);
    hands.#rest = hands.#others(settings);
    return { url, hands };
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#rest;
    await Promise.all(this.#running.map(ended));
    const { host } = await this.#settings();
    await rm(`/dev/shm/${host}_snac_state`, { force: true });
  }

  async #others(settings: Settings): Promise<void> {
    for (let count = 1; count < HANDS && !this.#isClosing; count += 1) {
      await sleep(LOOK_EVERY_MS / HANDS);
      const port = await freePort();
      await this.#configure({ ...settings, port });
      await this.#begin(port);
    }
  }

  /** A program reads its settings once, when it begins, and then holds a lock that is of no use to its siblings. */
  async #begin(port: number): Promise<string> {
    const child = spawn(this.#program, ['httpd', this.#folder], { stdio: 'ignore' });
    this.#running.push(child);
    const url = `http://127.0.0.1:${port}`;
    await reachable(url, child);
    await rm(join(this.#folder, 'server.pid'), { force: true });
    return url;
  }

  async #settings(): Promise<Settings> {
    return JSON.parse(await readFile(join(this.#folder, 'server.json'), 'utf8')) as Settings;
  }

  /** Whole at any moment: the server's other commands read it, too. */
  async #configure(settings: Settings & { num_threads?: number }): Promise<void> {
    const next = join(this.#folder, 'server.json.next');
    await writeFile(next, JSON.stringify(settings));
    await rename(next, join(this.#folder, 'server.json'));
  }
}

/** Nothing of it is kept, so it need not end in order: several at one folder count each other's threads, and wait. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const end = once(child, 'exit');
    child.kill('SIGKILL');
    await end;
  }
  await rm(`/dev/shm/sem.job_${child.pid}`, { force: true });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function reachable(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at once (${child.exitCode})`);
    try {
      const response = await fetch(`${url}/api/v1/instance`);
      await response.body?.cancel();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('the server does not answer');
}
