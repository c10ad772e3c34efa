import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Debian whose package is taken; its program also runs on the one before. */
const SUITE = 'trixie';
const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
const kept = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'earshot',
  'real',
  `snac2-${SUITE}`,
);

/**
 * The path of the server's program. The first time it is fetched as a Debian package, by an apt configuration of its own
 * that leaves the machine's sources alone, and unpacked into the cache; nothing is installed.
 */
export async function snacProgram(): Promise<string> {
  const program = join(kept, 'usr', 'bin', 'snac');
  if (existsSync(program)) return program;
  try {
    await fetchPackage();
  } catch {
    // A mirror may be busy for a moment; one more try, then its reason is shown.
    await fetchPackage();
  }
  return program;
}

async function fetchPackage(): Promise<void> {
  await mkdir(join(kept, '..'), { recursive: true });
  const work = await mkdtemp(`${kept}-`);
  try {
    const env = { ...process.env, APT_CONFIG: await configure(work), DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['-qq', 'update'], { env, cwd: work });
    await run('apt-get', ['-qq', 'download', 'snac2'], { env, cwd: work });
    const file = (await readdir(work)).find((name) => name.endsWith('.deb'));
    if (file === undefined) throw new Error('apt-get fetched no package of snac2');
    const unpacked = join(work, 'unpacked');
    await run('dpkg-deb', ['-x', file, unpacked], { cwd: work });
    await rm(kept, { recursive: true, force: true });
    await rename(unpacked, kept);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function configure(work: string): Promise<string> {
  for (const folder of ['lists/partial', 'cache/archives/partial'])
    await mkdir(join(work, folder), { recursive: true });
  await writeFile(join(work, 'sources.list'), `deb [signed-by=${KEYS}] ${await mirror()} ${SUITE} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    // The folder belongs to whoever runs this, not to apt's own user.
    'APT::Sandbox::User': 'root',
  };
  const path = join(work, 'apt.conf');
  await writeFile(
    path,
    Object.entries(settings)
      .map(([name, value]) => `${name} "${value}";\n`)
      .join(''),
  );
  return path;
}

/** Where this machine gets its own Debian packages. */
async function mirror(): Promise<string> {
  const files = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list'];
  for (const file of files) {
    if (!existsSync(file)) continue;
    const found = /^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(https?:\/\/\S*\/debian)\/?\s/m.exec(
      await readFile(file, 'utf8'),
    );
    if (found?.[1] !== undefined) return found[1];
  }
  return 'http://deb.debian.org/debian';
}
