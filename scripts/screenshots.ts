// npm run screenshots [-- FOLDER]: pictures of every screen of the real application, with the bundled samples.
import { resolve } from 'node:path';
import { callerFolder } from './arguments/caller-paths.ts';
import { withDisplay } from './launch/display.ts';
import { ensureBuild } from './launch/ensure-build.ts';
import { describeRuntime, ensureRuntime } from './runtime/ensure-runtime.ts';
import { say } from './runtime/say.ts';
import { runMain } from './runtime/setup-failure.ts';
import { takeScreenshots } from './screenshots/take-screenshots.ts';

const folder = resolve(callerFolder(), process.argv[2] ?? 'screenshots');

await runMain(async () => {
  const runtime = await ensureRuntime();
  await ensureBuild();
  say(`Taking pictures on ${describeRuntime(runtime)} into ${folder}.`);
  await withDisplay((display) => takeScreenshots(runtime.executable, folder, display));
  return 0;
});
