import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { contract } from './shared/contract/contract.ts';
import { contractStructure } from './shared/contract/structure.ts';

/** Changes whenever anything changes that a score or a price is computed with. */
function codeFingerprint(): string {
  const hash = createHash('sha256');
  const shared = readdirSync('shared', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  for (const file of [...shared.sort().map((name) => `shared/${name}`), 'package-lock.json']) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Less to read at each start; functions keep their names, so that the stacks in a log can be understood. */
const smaller = { compress: true, mangle: { keepNames: true }, codegen: true } as const;

/**
 * What the first picture of a page needs comes in few files, since each takes a turn of the main process: `base` for the
 * window and the printed page, `controls` for the window alone. All else is split by what asks for it.
 */
const firstPicture = [
  {
    name: 'base',
    tags: ['$initial' as const],
    test: /node_modules\/(react|react-dom|scheduler|zod|clsx|use-sync-external-store)\//,
    priority: 2,
  },
  {
    name: 'controls',
    tags: ['$initial' as const],
    test: /node_modules\/(react-aria|react-stately|@react-|@internationalized|@tanstack|lucide-react)/,
    priority: 1,
  },
];

// Targets are those of the oldest runtime the application runs on (Electron 33: Node 20.18, Chromium 130).
export default defineConfig({
  main: {
    define: { __CODE_FINGERPRINT__: JSON.stringify(codeFingerprint()) },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: resolve('electron/main.ts'),
          background: resolve('electron/background.ts'),
          'check-worker': resolve('electron/store/check/check-worker.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { minify: smaller },
      },
    },
  },
  preload: {
    // The bridge needs the names of the calls, not their schemas.
    define: { __CONTRACT_STRUCTURE__: JSON.stringify(contractStructure(contract)) },
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      // The content policy forbids data: scripts and inline code; assets stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve('renderer/index.html'), print: resolve('renderer/print.html') },
        output: { minify: smaller, codeSplitting: { groups: firstPicture } },
      },
    },
    worker: { format: 'es', rollupOptions: { output: { minify: smaller } } },
  },
});
