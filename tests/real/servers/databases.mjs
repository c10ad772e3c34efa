import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POSTGRES = '/usr/lib/postgresql';

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts Postgres and Redis in a temporary folder, on free ports of this machine. Ends with `close`. */
export async function startDatabases() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bluesky-'));
  const owner = databaseOwner();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const version = readdirSync(POSTGRES)
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);
  const bin = join(POSTGRES, version, 'bin');
  const data = join(folder, 'postgres');
  const run = { ...owner, cwd: folder, stdio: 'ignore' };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'pg', '--no-sync'], run);
  const [sqlPort, redisPort] = [await freePort(), await freePort()];
  const started = [
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(sqlPort), '-h', '127.0.0.1', '-k', folder, '-F', '-N', '300'],
      run,
    ),
    spawn(
      'redis-server',
      ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
      run,
    ),
  ];
  const close = async () => {
    await Promise.all(started.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([answers(sqlPort), answers(redisPort)]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    postgresUrl: `postgres://pg@127.0.0.1:${sqlPort}/postgres`,
    redisHost: `127.0.0.1:${redisPort}`,
    close,
  };
}

/** Postgres refuses to run as root; its Debian package brings a user of its own. */
function databaseOwner() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(port) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isThere = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens on port ${port} after ten seconds`);
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    // Fast shutdown: nothing in there is worth keeping.
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}
