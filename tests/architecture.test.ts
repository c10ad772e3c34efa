import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { findViolations, readSources } from '#tests/helpers/architecture.ts';

const root = resolve(import.meta.dirname, '..');

/** One planted import each; all of them must be caught. */
const WRONG: [path: string, source: string][] = [
  ['src/shared/model/a.ts', `import { readFile } from 'node:fs';`],
  ['src/shared/model/a.ts', `import type { Row } from '#engine/storage/row.ts';`],
  ['src/shared/model/a.ts', `export * from '../../renderer/ui/list.tsx';`],
  ['src/shared/model/a.ts', `import 'react';`],
  ['src/main/engine/index.ts', `import { app } from 'electron';`],
  ['src/main/engine/index.ts', `const electron = await import('electron');`],
  ['src/main/engine/index.ts', `import { x } from '../shell/windows.ts';`],
  ['src/main/engine/index.ts', `import { x } from '#renderer/client/x.ts';`],
  ['src/main/cli.ts', `import { app } from 'electron/main';`],
  ['src/main/cli.ts', `import { open } from './engine/storage/open.ts';`],
  ['src/main/shell/windows.ts', `import { open } from '#engine/storage/open.ts';`],
  ['src/main/index.ts', `import { open } from '#engine/features/mentions/handlers.ts';`],
  ['src/main/engine/connectors/rss/index.ts', `import { open } from '../../storage/open.ts';`],
  ['src/main/engine/connectors/rss/index.ts', `import { x } from '../bluesky/index.ts';`],
  ['src/main/engine/connectors/rss/index.ts', `import { x } from '#engine/ports.ts';`],
  ['src/main/engine/connectors/rss/index.ts', `import Database from 'better-sqlite3';`],
  ['src/main/engine/connectors/kit/http.ts', `import { x } from '../rss/index.ts';`],
  ['src/main/engine/understand/language.ts', `import { x } from '../storage/open.ts';`],
  ['src/main/engine/understand/worker.ts', `import type { Ports } from '../ports.ts';`],
  ['src/renderer/ui/list.tsx', `import { join } from 'path';`],
  ['src/renderer/ui/list.tsx', `import { x } from '#engine/index.ts';`],
  ['src/renderer/views/inbox/inbox.tsx', `import { x } from '../mentions/row.tsx';`],
  ['src/renderer/views/inbox/inbox.tsx', `const x = import('#renderer/views/mentions/row.tsx');`],
  ['src/preload/index.ts', `import { join } from 'node:path';`],
  ['src/renderer/app/app.tsx', `import { x } from '#tests/helpers/x.ts';`],
];

const RIGHT: [path: string, source: string][] = [
  [
    'src/shared/model/a.ts',
    `import { z } from 'zod'; import { b } from './b.ts'; export * from '#shared/c.ts';`,
  ],
  ['src/shared/model/a.test.ts', `import { it } from 'vitest'; import fs from 'node:fs';`],
  ['src/main/engine/index.ts', `import { open } from './storage/open.ts'; import 'node:fs';`],
  ['src/main/engine/connectors/index.ts', `import { rss } from './rss/index.ts';`],
  [
    'src/main/engine/connectors/rss/index.ts',
    `import { a } from '../kit/http.ts'; import { b } from './b.ts';`,
  ],
  ['src/main/engine/connectors/kit/http.ts', `import type { Http } from '../../ports.ts';`],
  ['src/main/engine/understand/language.ts', `import { eld } from 'eld'; import '#shared/text/fold.ts';`],
  ['src/main/shell/windows.ts', `import { app } from 'electron'; import '#engine/node/files.ts';`],
  ['src/main/cli.ts', `import { createEngine } from './engine/index.ts';`],
  ['src/main/index.ts', `import { app } from 'electron'; import './shell/index.ts';`],
  ['src/preload/index.ts', `import { ipcRenderer } from 'electron'; import '#shared/contract/index.ts';`],
  ['src/renderer/views/inbox/inbox.tsx', `import './row.tsx'; import '#renderer/ui/list.tsx';`],
];

describe('the house', () => {
  it('is kept by every source', () => {
    expect(findViolations(readSources(root))).toEqual([]);
  });

  it.each(WRONG)('refuses in %s: %s', (path, text) => {
    expect(findViolations([{ path, text }])).not.toEqual([]);
  });

  it.each(RIGHT)('allows in %s: %s', (path, text) => {
    expect(findViolations([{ path, text }])).toEqual([]);
  });

  it('does not pass over a file that cannot be read', () => {
    expect(() => findViolations([{ path: 'src/shared/a.ts', text: 'import {' }])).toThrow('cannot be parsed');
  });
});
