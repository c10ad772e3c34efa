import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Caller, type WordPressUser } from './people.ts';

const run = promisify(execFile);
/** Where Debian keeps the program. */
const PROGRAM = '/usr/share/wordpress';
const PHP = ['-d', 'opcache.enable_cli=1', '-d', 'upload_max_filesize=8M', '-d', 'post_max_size=16M'];

const User = z.object({ id: z.number(), name: z.string(), password: z.string() });

/** A real WordPress on this machine, empty, for as long as a test lasts. */
export interface WordPress {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** The administrator. */
  owner: WordPressUser;
  /** Makes somebody who can sign in, with the address `<name>@seaview.example`. */
  addUser(name: string, role: 'editor' | 'subscriber'): Promise<WordPressUser>;
  /** Takes every application password of somebody back, as its owner would in the profile. */
  revoke(user: WordPressUser): Promise<void>;
  /** Lets so much time pass for what is planned, and then does what WordPress does by itself now and then. */
  later(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface WordPressOptions {
  /** How the site writes its links; '' for `?p=12`, where the interface has no path of its own. */
  links?: string;
}

export async function startWordPress({ links = '/%postname%/' }: WordPressOptions = {}): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-wordpress-'));
  const running: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of running.toReversed()) await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const site = await placeFiles(folder);
    running.push(await startDatabase(folder));
    const port = await freePort();
    const host = `127.0.0.1:${port}`;
    const { stdout } = await php('install.php', site, host, links);
    const owner = User.parse(JSON.parse(stdout));
    running.push(await startPhp(site, host));
    const url = `http://${host}`;
    const caller = new Caller(url, owner);
    return {
      url,
      owner,
      addUser: (name, role) => addUser(caller, name, role),
      revoke: async ({ id }) => {
        await caller.call(z.unknown(), `/wp/v2/users/${id}/application-passwords`, { method: 'DELETE' });
      },
      later: async (seconds) => {
        await php('later.php', site, host, String(seconds));
        const response = await fetch(`http://${host}/wp-cron.php`);
        await response.body?.cancel();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs one of the scripts beside this file. */
const php = (script: string, ...args: readonly string[]): Promise<{ stdout: string }> =>
  run('php', [...PHP, join(import.meta.dirname, script), ...args]);

/** The program's large folders are used where they are; what lies above them decides which site is meant, so it is copied. */
async function placeFiles(folder: string): Promise<string> {
  const site = join(folder, 'site');
  const plugins = join(site, 'wp-content', 'mu-plugins');
  await mkdir(plugins, { recursive: true });
  for (const name of await readdir(PROGRAM)) {
    if (name.endsWith('.php')) await copyFile(join(PROGRAM, name), join(site, name));
  }
  for (const name of ['wp-admin', 'wp-includes']) await symlink(join(PROGRAM, name), join(site, name));
  await copyFile(join(import.meta.dirname, 'wp-config.php'), join(site, 'wp-config.php'));
  await copyFile(join(import.meta.dirname, 'must-use.php'), join(plugins, 'test.php'));
  return site;
}

/** A database without users and tables of its own, which WordPress does not ask for. */
async function startDatabase(folder: string): Promise<ChildProcess> {
  const data = join(folder, 'database');
  const socket = join(folder, 'database.sock');
  await mkdir(data);
  const child = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'database.pid')}`,
      '--skip-networking',
      '--skip-grant-tables',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=8M',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: 'ignore' },
  );
  await until(child, 'the database', () => Promise.resolve(existsSync(socket)));
  await run('mariadb', ['--no-defaults', `--socket=${socket}`, '-e', 'CREATE DATABASE wordpress']);
  return child;
}

async function startPhp(site: string, host: string): Promise<ChildProcess> {
  const child = spawn('php', [...PHP, '-S', host, '-t', site], {
    stdio: 'ignore',
    // One process, whatever this machine says: workers of it would outlive it.
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '' },
  });
  await until(child, 'WordPress', async () => {
    try {
      const response = await fetch(`http://${host}/?rest_route=/`);
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  });
  return child;
}

async function addUser(owner: Caller, name: string, role: string): Promise<WordPressUser> {
  const { id } = await owner.call(User.pick({ id: true }), '/wp/v2/users', {
    method: 'POST',
    json: { username: name, email: `${name}@seaview.example`, password: 'as in the browser', roles: role },
  });
  const { password } = await owner.call(
    User.pick({ password: true }),
    `/wp/v2/users/${id}/application-passwords`,
    { method: 'POST', json: { name: 'Earshot' } },
  );
  return { id, name, password };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  if (child.kill('SIGTERM')) await end;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until(child: ChildProcess, what: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${what} ended at once (${child.exitCode})`);
    if (await isThere()) return;
    await sleep(50);
  }
  throw new Error(`${what} does not answer`);
}
