import { utf8Locale } from '../../scripts/launch/utf8-locale.ts';

/** What the end-to-end tests drive; scripts/e2e.ts sets it. */
export type ElectronTarget = {
  readonly executable: string;
  /** The folder of the built application; undefined when the executable is the packaged application. */
  readonly appFolder: string | undefined;
  /** Flags for Electron itself. */
  readonly flags: readonly string[];
  /** Flags and folder that come before the application's own arguments. */
  readonly leadingArgs: readonly string[];
};

/**
 * Reads the target from the environment, with `folder` in place of the application's own where given; throws with the
 * command to use when the environment names none.
 */
export function electronTarget(env: NodeJS.ProcessEnv = process.env, folder?: string): ElectronTarget {
  const executable = env.BALLAST_ELECTRON;
  if (!executable) {
    throw new Error(
      'End-to-end tests need a prepared Electron: npm run test:e2e [-- --packaged] [-- test/e2e/FILE]',
    );
  }
  const appFolder = folder ?? (env.BALLAST_APP_FOLDER || undefined);
  // As root Chromium's sandbox cannot work; everyone else keeps it.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executable,
    appFolder,
    flags,
    leadingArgs: [...flags, ...(appFolder === undefined ? [] : [appFolder])],
  };
}

/** The environment of a launch: nothing that turns Electron into Node, and no dialog that waits for a person. */
export function targetEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...rest } = process.env;
  const defined = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(defined), ...utf8Locale(rest), BALLAST_UNATTENDED: '1', ...extra };
}
