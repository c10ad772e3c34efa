import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createEngine, type Engine } from '../engine/index.ts';
import { createNodePorts } from '../engine/node/ports.ts';

/** Where the app's own files lie: the sources and the built file are not equally deep below it. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return findRoot(dirname(from));
}

const root = findRoot(import.meta.dirname);

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

/** Opens the workspace, hands the engine to `work`, and closes it again however that ends. */
export async function withEngine<T>(folder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const ports = createNodePorts({ version: version(), modelsFolder: join(root, 'assets', 'models') });
  const engine = createEngine(folder, ports);
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}
