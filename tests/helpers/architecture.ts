import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';

import { parseSync } from 'oxc-parser';

/** A file by its path from the repository's folder, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Violation {
  path: string;
  imported: string;
  rule: string;
}

/** Sources that only tests use may import what they like. */
const TEST_ONLY = /\.(test|bench|test-data)\.tsx?$/;
const CODE = /\.tsx?$/;

const ALIASES: Record<string, string> = {
  '#shared/': 'src/shared/',
  '#engine/': 'src/main/engine/',
  '#renderer/': 'src/renderer/',
  '#tests/': 'tests/',
};

const ENGINE = 'src/main/engine/';
const SHELL = 'src/main/shell/';
const CONNECTORS = `${ENGINE}connectors/`;
const KIT = `${CONNECTORS}kit/`;
const UNDERSTAND = `${ENGINE}understand/`;
const VIEWS = 'src/renderer/views/';

/** The ways into the engine for everything outside it. */
const ENGINE_DOORS = ['index.ts', 'ports.ts', 'worker.ts', 'protocol.ts'].map((name) => ENGINE + name);

/** What one import is judged by: the importing file, and the path in the repository or the package name. */
interface Import {
  from: string;
  to: string;
  isPackage: boolean;
}

interface Rule {
  says: string;
  /** True when the import breaks the rule. */
  breaks: (one: Import) => boolean;
}

const inside = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path.startsWith(folder));

/** The part of a path that names a folder's child: `kit` of `…/connectors/kit/http.ts`. */
const child = (path: string, folder: string): string => path.slice(folder.length).split('/')[0] ?? '';

const RULES: Rule[] = [
  {
    says: 'shared imports only itself, zod and temporal-polyfill',
    breaks: ({ from, to, isPackage }) =>
      inside(from, 'src/shared/') &&
      (isPackage ? !['zod', 'temporal-polyfill'].includes(to) : !inside(to, 'src/shared/')),
  },
  {
    says: 'only the shell, the preload and src/main/index.ts import electron',
    breaks: ({ from, to, isPackage }) =>
      isPackage && to === 'electron' && !inside(from, SHELL, 'src/preload/', 'src/main/index.ts'),
  },
  {
    says: 'the engine sees only itself and shared',
    breaks: ({ from, to, isPackage }) =>
      inside(from, ENGINE) && !isPackage && !inside(to, ENGINE, 'src/shared/'),
  },
  {
    says: 'a connector sees only its own folder, the kit and shared',
    breaks: ({ from, to, isPackage }) =>
      isConnector(from) &&
      (isPackage
        ? to === 'better-sqlite3'
        : !inside(to, KIT, `${CONNECTORS}${child(from, CONNECTORS)}/`, 'src/shared/')),
  },
  {
    says: 'the connector kit sees only itself, shared and the ports',
    breaks: ({ from, to, isPackage }) =>
      inside(from, KIT) &&
      (isPackage ? to === 'better-sqlite3' : !inside(to, KIT, 'src/shared/', `${ENGINE}ports.ts`)),
  },
  {
    says: 'understand sees only itself and shared',
    breaks: ({ from, to, isPackage }) =>
      inside(from, UNDERSTAND) &&
      (isPackage ? to === 'better-sqlite3' : !inside(to, UNDERSTAND, 'src/shared/')),
  },
  {
    says: 'the renderer sees only itself and shared, and nothing of Node',
    breaks: ({ from, to, isPackage }) =>
      inside(from, 'src/renderer/') &&
      (isPackage ? isBuiltin(to) || to === 'better-sqlite3' : !inside(to, 'src/renderer/', 'src/shared/')),
  },
  {
    says: 'a view never imports another view',
    breaks: ({ from, to, isPackage }) =>
      !isPackage && inside(from, VIEWS) && inside(to, VIEWS) && child(from, VIEWS) !== child(to, VIEWS),
  },
  {
    says: 'the shell, the command line and the preload reach the engine through its doors only',
    breaks: ({ from, to, isPackage }) =>
      !isPackage &&
      inside(from, SHELL, 'src/main/cli', 'src/main/index.ts', 'src/preload/') &&
      inside(to, ENGINE) &&
      !ENGINE_DOORS.includes(to) &&
      !inside(to, `${ENGINE}node/`),
  },
  {
    says: 'the preload sees only itself, shared and electron',
    breaks: ({ from, to, isPackage }) =>
      inside(from, 'src/preload/') &&
      (isPackage ? to !== 'electron' : !inside(to, 'src/preload/', 'src/shared/')),
  },
  {
    says: 'nothing that ships imports tests, scripts or benchmarks',
    breaks: ({ from, to, isPackage }) =>
      !isPackage && inside(from, 'src/') && inside(to, 'tests/', 'scripts/', 'bench/'),
  },
];

/** A file in a connector's own folder; the registry beside the folders and the kit are not. */
function isConnector(path: string): boolean {
  if (!inside(path, CONNECTORS) || inside(path, KIT)) return false;
  return path.slice(CONNECTORS.length).includes('/');
}

/** Every import of `files` that breaks one of the house's rules. Throws when a file cannot be parsed. */
export function findViolations(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => !TEST_ONLY.test(path))
    .flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const one = resolveImport(file.path, specifier);
        const broken = RULES.filter((rule) => rule.breaks(one));
        return broken.map((rule) => ({ path: file.path, imported: specifier, rule: rule.says }));
      }),
    );
}

function importsOf({ path, text }: SourceFile): string[] {
  const { module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const statics = module.staticImports.map((one) => one.moduleRequest.value);
  const exports = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
  );
  return [...new Set([...statics, ...exports, ...dynamics])];
}

function resolveImport(from: string, specifier: string): Import {
  const bare = specifier.replace(/\?.*$/, '');
  const alias = Object.keys(ALIASES).find((prefix) => bare.startsWith(prefix));
  if (alias !== undefined)
    return { from, to: (ALIASES[alias] ?? '') + bare.slice(alias.length), isPackage: false };
  if (bare.startsWith('.')) return { from, to: posix.join(posix.dirname(from), bare), isPackage: false };
  if (bare.startsWith('/')) return { from, to: bare, isPackage: false };
  if (isBuiltin(bare)) return { from, to: bare, isPackage: true };
  const parts = bare.split('/');
  return { from, to: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/'), isPackage: true };
}

/** The sources of the repository in the folder `root`. */
export function readSources(root: string): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name))
    .map((name) => posix.join('src', name.replaceAll('\\', '/')))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
