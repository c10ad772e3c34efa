import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the app's own files lie: the sources and the built file are not equally deep below it. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return findRoot(dirname(from));
}

export const root: string = findRoot(import.meta.dirname);
export const modelsFolder: string = join(root, 'assets', 'models');
