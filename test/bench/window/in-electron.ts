import { withDisplay } from '../../../scripts/launch/display.ts';
import { ensureBuild } from '../../../scripts/launch/ensure-build.ts';
import { ensureRuntime } from '../../../scripts/runtime/ensure-runtime.ts';
import { projectRoot } from '../../../scripts/runtime/paths.ts';
import { SetupFailure } from '../../../scripts/runtime/setup-failure.ts';

/** Runs `work` where the built application can be started, or says in one sentence why there is no Electron to run. */
export async function inElectron<T>(work: () => Promise<T>, unmeasured: string): Promise<T | string> {
  try {
    const runtime = await ensureRuntime();
    await ensureBuild();
    return await withDisplay(async (display) => {
      const { DISPLAY } = process.env;
      // The launcher of the end-to-end tests takes its target from here.
      Object.assign(process.env, display, {
        BALLAST_ELECTRON: runtime.executable,
        BALLAST_APP_FOLDER: projectRoot,
      });
      try {
        return await work();
      } finally {
        // The display ends with the work, and the next bench is to ask for one of its own.
        if (DISPLAY === undefined) delete process.env.DISPLAY;
        else process.env.DISPLAY = DISPLAY;
      }
    });
  } catch (error) {
    // Only that there is no Electron is a reason to go on without: a window that cannot be driven is a fault.
    if (!(error instanceof SetupFailure)) throw error;
    const [line] = error.message.split('\n');
    return `there is no Electron to run (${line?.replace(/\.$/, '')}); ${unmeasured} was not measured.`;
  }
}
