import { availableParallelism } from 'node:os';
import { withDisplay, withDisplays } from '../launch/display.ts';
import { ensureBuild } from '../launch/ensure-build.ts';
import { packageApplication } from '../packaging/package-application.ts';
import { makeTestCopy } from '../packaging/test-copy.ts';
import { describeRuntime, type ElectronRuntime, ensureRuntime } from '../runtime/ensure-runtime.ts';
import { projectRoot } from '../runtime/paths.ts';
import { say } from '../runtime/say.ts';
import { runVitest, type VitestRun } from './run-vitest.ts';

const timeLimitMs = 40 * 60 * 1000;

/** Windows of the tests at once: two, where there are two cores to drive them. */
const WORKERS = Math.min(2, availableParallelism());

/** Drives the built application in real Electron; `args` are vitest's own, such as a file to run. */
export async function runE2e(args: readonly string[]): Promise<VitestRun> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  say(`End-to-end tests on ${describeRuntime(runtime)}.`);
  const env = { ...runtimeVariables(runtime), BALLAST_APP_FOLDER: projectRoot, BALLAST_PACKAGED: '' };
  return withDisplays(WORKERS, (display) =>
    runVitest({ project: 'e2e', args, env: { ...env, ...display }, timeoutMs: timeLimitMs }),
  );
}

/** Packages the application and drives the packaged executable. */
export async function runPackagedE2e(args: readonly string[]): Promise<VitestRun> {
  const packaged = await packageApplication({ installers: false });
  const copy = await makeTestCopy(packaged);
  say(`End-to-end tests on ${copy.executable}, ${describeRuntime(packaged.runtime)}.`);
  const env = {
    ...runtimeVariables(packaged.runtime),
    BALLAST_ELECTRON: copy.executable,
    BALLAST_APP_FOLDER: '',
    BALLAST_PACKAGED: packaged.executable,
  };
  return withDisplay((display) =>
    runVitest({ project: 'packaged', args, env: { ...env, ...display }, timeoutMs: timeLimitMs }),
  );
}

function runtimeVariables(runtime: ElectronRuntime): NodeJS.ProcessEnv {
  return { BALLAST_ELECTRON: runtime.executable, BALLAST_ELECTRON_VERSION: runtime.version };
}
