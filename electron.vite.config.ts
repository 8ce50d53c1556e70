import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { withoutSpareFaces } from './scripts/faces/bundled-faces.ts';
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

/** Leaves out the files of faces that no page asks for. */
const bundledFacesOnly = {
  name: 'bundled-faces-only',
  enforce: 'pre' as const,
  transform: (sheet: string, id: string) =>
    /@fontsource\/[^?]*\.css/.test(id) ? withoutSpareFaces(sheet) : null,
};

/** Less to read at each start; functions keep their names, so that the stacks in a log can be understood. */
const smaller = { compress: true, mangle: { keepNames: true }, codegen: true } as const;

type ModuleGraph = {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null;
};

/** The pages that cannot start without a module. */
function pagesNeeding(id: string, graph: ModuleGraph): readonly string[] {
  const seen = new Set([id]);
  for (const one of seen)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  return [...seen].filter((one) => one.endsWith('.html')).map((one) => basename(one, '.html'));
}

/**
 * What the first picture of a page needs comes in few files, since each takes a turn of the main process: `base` for the
 * window and the printed page, `window` for the window alone. All else is split by what asks for it.
 */
const firstPicture = [
  {
    name: (id: string, graph: ModuleGraph): string | null => {
      const pages = pagesNeeding(id, graph);
      if (!pages.includes('index')) return null;
      return pages.includes('print') ? 'base' : 'window';
    },
    tags: ['$initial' as const],
    includeDependenciesRecursively: false,
  },
];

// Targets are those of the oldest runtime the application runs on (Electron 33: Node 20.18, Chromium 130).
export default defineConfig({
  main: {
    define: {
      __CODE_FINGERPRINT__: JSON.stringify(codeFingerprint()),
      __CONTRACT_STRUCTURE__: JSON.stringify(contractStructure(contract)),
    },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: resolve('electron/main.ts'),
          background: resolve('electron/background.ts'),
          'rating-thread': resolve('electron/rating-thread.ts'),
          'paper-thread': resolve('electron/paper-thread.ts'),
          'stamp-thread': resolve('electron/stamp-thread.ts'),
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
    plugins: [react(), bundledFacesOnly],
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
