import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const root = import.meta.dirname;
const out = (folder: string): string => resolve(root, 'out', folder);

/** One file for Node or Electron, with everything in it but Electron itself and the native module. */
function nodeFile(
  entry: string,
  format: 'es' | 'cjs',
  folder: string,
  file: string,
  beside: string[] = [],
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      outDir: out(folder),
      emptyOutDir: false,
      ssr: true,
      // The oldest runtime in use: Electron 33 carries Node 20.
      target: 'node20',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: resolve(root, entry),
        external: ['electron', /^electron\//, /^node:/, 'better-sqlite3', ...beside],
        output:
          format === 'cjs'
            ? { format, entryFileNames: file, codeSplitting: false }
            : // What is imported late stays a file of its own: the language models take a second to read.
              { format, entryFileNames: file, chunkFileNames: file.replace('.mjs', '-[name].mjs') },
      },
    },
  };
}

export default defineConfig({
  root: resolve(root, 'src/renderer'),
  publicDir: false,
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: out('renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        cssTarget: 'chrome130',
        // The content policy refuses data: fonts, which small assets would become.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    preload: nodeFile('src/preload/index.ts', 'cjs', 'preload', 'index.cjs'),
    worker: nodeFile('src/main/engine/worker.ts', 'es', 'main', 'worker.mjs'),
    understanding: nodeFile(
      'src/main/engine/node/understanding-thread.ts',
      'es',
      'main',
      'understanding-thread.mjs',
    ),
    images: nodeFile('src/main/engine/node/image-thread.ts', 'es', 'main', 'image-thread.mjs'),
    // A file of its own, so that a window does not wait for the terminal's code to be read.
    cli: nodeFile('src/main/cli.ts', 'es', 'main', 'cli.mjs'),
    main: nodeFile('src/main/index.ts', 'es', 'main', 'index.mjs', ['#cli']),
  },
});
