import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine } from '../engine/index.ts';
import { createNodePorts } from '../engine/node/ports.ts';
import { modelsFolder, root } from './root.ts';

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

/** Opens the workspace, hands the engine to `work`, and closes it again however that ends. */
export async function withEngine<T>(folder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const ports = createNodePorts({ version: version(), modelsFolder, folder });
  const engine = createEngine(folder, ports);
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}
