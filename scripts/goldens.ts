// npm run goldens: draws the golden pictures of the papers anew, on the Electron that the end-to-end tests run on.
import { runMain } from './runtime/setup-failure.ts';
import { runE2e } from './testing/run-e2e.ts';

await runMain(async () => {
  process.env.BALLAST_WRITE_GOLDENS = '1';
  return (await runE2e(['test/e2e/papers.test.ts', '-t', 'golden pictures'])).exitCode;
});
