// npm run test:e2e [-- --packaged] [-- FILE ...]: end-to-end tests in real Electron.
import { runMain } from './runtime/setup-failure.ts';
import { runE2e, runPackagedE2e } from './testing/run-e2e.ts';

const args = process.argv.slice(2);

await runMain(async () => {
  const rest = args.filter((argument) => argument !== '--packaged');
  const run = args.includes('--packaged') ? await runPackagedE2e(rest) : await runE2e(rest);
  return run.exitCode;
});
