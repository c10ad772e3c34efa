import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SnacGuest } from './guest.ts';
import { freePort, Hands } from './hands.ts';
import { snacProgram } from './install.ts';

const run = promisify(execFile);

export interface SnacUser {
  name: string;
  password: string;
}

/** A real Mastodon-compatible server on this machine, empty, for as long as a test lasts. */
export interface Snac {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** Makes somebody who can sign in. Names are letters and digits. */
  addUser(name: string): Promise<SnacUser>;
  /** Signs somebody in as another app would, to act on the network. */
  guest(user: SnacUser): Promise<SnacGuest>;
  /**
   * Does in the browser what a person does on the page that asks whether Earshot may use the account.
   * @returns the address the page sends the browser to; it is not opened
   */
  grant(page: string, user: SnacUser): Promise<string>;
  /** The same, and then opens that address as the browser would. */
  approve(page: string, user: SnacUser): Promise<void>;
  /** Lets what somebody wrote stay with them: it is not handed on to anybody. */
  keepBack(user: SnacUser): Promise<void>;
  /** Makes every sign-in of every app void. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

export async function startSnac(): Promise<Snac> {
  const program = await snacProgram();
  const folder = await mkdtemp(join(tmpdir(), 'earshot-snac-'));
  const data = join(folder, 'data');
  const port = await freePort();
  await answering(program, ['init', data], `127.0.0.1\n${port}\nlocalhost:${port}\n\n\n`);
  const settings = join(data, 'server.json');
  const written = await readFile(settings, 'utf8');
  await writeFile(settings, written.replace('"protocol": "https"', '"protocol": "http"'));
  const { url, hands } = await Hands.start(program, data);
  const grant = (page: string, user: SnacUser): Promise<string> => signInPage(page, user);
  return {
    url,
    grant,
    addUser: async (name) => {
      const { stdout } = await answering(program, ['adduser', data, name], '');
      const password = /password is (\S+)/.exec(stdout)?.[1];
      if (password === undefined) throw new Error(`the server made no user ${name}`);
      return { name, password };
    },
    guest: (user) => SnacGuest.signIn(url, user, grant),
    approve: async (page, user) => {
      const response = await fetch(await grant(page, user));
      await response.body?.cancel();
    },
    keepBack: ({ name }) => empty(join(data, 'user', name, 'queue')),
    revokeAll: () => empty(join(data, 'token')),
    close: async () => {
      await hands.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server may take a file away at the same moment. */
async function empty(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

/** Fills in the server's sign-in form. */
async function signInPage(page: string, { name, password }: SnacUser): Promise<string> {
  const html = await (await fetch(page)).text();
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, key = '', value = '']) => [key, unescaped(value)]));
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no sign-in form on ${page}`);
  const answer = await fetch(unescaped(action), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, login: name, passwd: password }),
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`the server did not let ${name} in`);
  return location;
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&amp;', '&');

/** Runs a program that asks questions. */
async function answering(
  program: string,
  args: readonly string[],
  answers: string,
): Promise<{ stdout: string }> {
  const running = run(program, args);
  running.child.stdin?.end(answers);
  return running;
}
