import { needsVirtualDisplay, withDisplay } from './launch/display.ts';
import { ensureBuild } from './launch/ensure-build.ts';
import { runElectron } from './launch/run-electron.ts';
import { utf8Locale } from './launch/utf8-locale.ts';
import { describeRuntime, ensureRuntime } from './runtime/ensure-runtime.ts';
import { projectRoot } from './runtime/paths.ts';
import { say } from './runtime/say.ts';

export type LaunchOptions = {
  /** The application ends by itself; needed with a time limit. */
  readonly headless: boolean;
  /** After this the application is stopped and the exit code is 124. */
  readonly timeoutMs?: number;
  /** The application folder; this checkout unless told. */
  readonly appFolder?: string;
};

/** Flags Electron itself needs on this machine: as root Chromium's sandbox cannot work. */
export function electronFlags(
  platform: NodeJS.Platform = process.platform,
  userId: number | undefined = process.getuid?.(),
): readonly string[] {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : [];
}

/** The environment for an Electron child: nothing that would turn it into plain Node, and a language. */
export function electronEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return { ...rest, ...utf8Locale(rest) };
}

/**
 * Builds the application if need be, provides Electron, and runs the one on the other.
 * Returns the application's exit code.
 */
export async function launchElectron(args: readonly string[], options: LaunchOptions): Promise<number> {
  const appFolder = options.appFolder ?? projectRoot;
  const runtime = await ensureRuntime();
  const built = options.appFolder === undefined ? ensureBuild() : Promise.resolve();
  // Its failure is told below, when the display has come up.
  built.catch(() => undefined);
  if (!options.headless && needsVirtualDisplay()) {
    say('There is no display here: the window opens on a virtual one, unseen. Ctrl+C ends it.');
  }
  return withDisplay(async (display) => {
    await built;
    say(`Running on ${describeRuntime(runtime)}.`);
    return runElectron({
      executable: runtime.executable,
      args: [...electronFlags(), appFolder, ...args],
      env: { ...electronEnvironment(), ...display },
      timeoutMs: options.timeoutMs,
    });
  });
}
