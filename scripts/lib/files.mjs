import { cpSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { sha256 } from './paths.mjs';

/** Removes a folder or file, whether it is there or not. */
export function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

/**
 * Makes a folder whole or not at all: `fill` works in a folder with a temporary name, which then gets the
 * real one. What a killed run left under a temporary name is cleared away. Call it under a lock.
 */
export async function makeFolder(folder, fill) {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const prefix = `${relative(parent, folder)}.part-`;
  for (const name of readdirSync(parent)) if (name.startsWith(prefix)) remove(join(parent, name));
  const part = join(parent, `${prefix}${process.pid}`);
  mkdirSync(part);
  try {
    await fill(part);
    remove(folder);
    renameSync(part, folder);
  } finally {
    remove(part);
  }
}

/** Copies a tree by hard links where the disk allows it: it costs no space. */
export function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile()) linkFile(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another disk, or a file system without hard links.
    cpSync(source, target);
  }
}

/** A fingerprint of names, sizes and times of files and trees; what is missing counts as empty. */
export function fingerprint(...paths) {
  const lines = [];
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (stat) lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
  };
  for (const path of paths) visit(path);
  return sha256(lines.join('\n'));
}
