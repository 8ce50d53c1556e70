import type { KnipConfig } from 'knip';

// A file, an export or a dependency that nothing uses fails `npm test`. The actuarial library is kept for its users to
// come and held by the conformance suite, so its index counts as used; a type may be exported for who reads a signature.
const config: KnipConfig = {
  entry: [
    'shared/actuarial/library/index.ts',
    'renderer/**/*.worker.ts',
    'scripts/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/bench/*.ts',
    // Run in processes of their own.
    'test/store/support/{open-and-lose-lock,open-as-plain-user,quote-in-a-loop,save-in-a-loop,take-workbook}.ts',
    'test/soak/{player,writer}.ts',
    'test/e2e/worker/*.worker.ts',
    'test/bench/papers/print-in-turn.ts',
  ],
  project: ['{electron,renderer,scripts,shared,test}/**/*.{ts,tsx}'],
  ignoreDependencies: [
    // Started by the scripts as programs.
    'electron-builder',
    'node-gyp',
    'node-api-headers',
  ],
  ignoreBinaries: ['Rscript', 'Xvfb', 'xauth', 'ldd', 'mkfifo', 'mount', 'umount'],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
