import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { electronTarget, targetEnvironment } from './electron-target.ts';

const attachLimitMs = 45_000;
const launchLimitMs = 60_000;
const closeLimitMs = 15_000;
const keptOutput = 50_000;
const startWhenDriven = join(import.meta.dirname, 'start-when-driven.cjs');

export type AppOptions = {
  /** The application's own arguments, such as `['--workbook', file]`. */
  readonly args?: readonly string[];
  /** Folder for settings and the default workbook; without it a temporary one, removed afterwards. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A copy of the built application to run in place of the one under test. */
  readonly appFolder?: string;
};

/** A running application and its first window. */
export type RunningApp = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Exceptions nobody caught, in any window or the main process; a test asserts that there are none. */
  readonly uncaught: readonly string[];
  /** What windows wrote with console.error, blocked requests among it. */
  readonly consoleErrors: readonly string[];
  /** The latest output of the main process. */
  readonly output: () => string;
  /** Quits as a person would; after 15 s by force. */
  readonly close: () => Promise<void>;
  /** Ends the main process with SIGKILL, as a crash or a power cut would, and waits until it is gone. */
  readonly killHard: () => Promise<void>;
};

/** Starts the application under test and waits for its first window to have loaded. */
export async function launchApp(options: AppOptions = {}): Promise<RunningApp> {
  const target = electronTarget(process.env, options.appFolder);
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'ballast-e2e-')));
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: target.executable,
      args: [
        ...target.flags,
        ...(target.appFolder === undefined ? [] : ['-r', startWhenDriven, target.appFolder]),
        ...['--user-data', userData, ...(options.args ?? [])],
      ],
      chromiumSandbox: !target.flags.includes('--no-sandbox'),
      env: targetEnvironment(options.env),
      timeout: attachLimitMs,
    });
  // The packaged application starts without the script: on a busy machine the driver then sometimes waits for ever.
  const electron = await start().catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return start();
    throw error;
  });
  askAgainWhenLost(electron);
  const watch = watchErrors(electron);
  const ended = endOf(electron, watch);
  const cleanUp = async (): Promise<void> => {
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 10 });
  };
  const killHard = async (): Promise<void> => {
    watch.isEndExpected = true;
    electron.process().kill('SIGKILL');
    await ended;
    await cleanUp();
  };
  const close = async (): Promise<void> => {
    watch.isEndExpected = true;
    const late = setTimeout(() => electron.process().kill('SIGKILL'), closeLimitMs);
    await electron.close().catch(() => undefined);
    await ended;
    clearTimeout(late);
    await cleanUp();
  };
  try {
    const page = await electron.firstWindow({ timeout: launchLimitMs });
    await page.waitForLoadState('load', { timeout: launchLimitMs });
    const { uncaught, consoleErrors } = watch;
    return { electron, page, userData, uncaught, consoleErrors, output: () => watch.output, close, killHard };
  } catch (error) {
    await killHard();
    throw new Error(`The application showed no window.\n${watch.output}`, { cause: error });
  }
}

/** How often a lost answer is asked for again. */
const MOST_ASKED = 10;

/**
 * Electron settles promises of evaluated code only with the next turn of its loop; garbage collection in between loses the
 * answer, most often while the application starts, and then more than once in a row. What was asked is asked again, a
 * little later each time.
 */
function askAgainWhenLost(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron) as (...asked: unknown[]) => Promise<unknown>;
  const asking = async (...asked: unknown[]): Promise<unknown> => {
    for (let count = 1; ; count += 1) {
      try {
        return await evaluate(...asked);
      } catch (error) {
        const isLost = error instanceof Error && error.message.includes('promise was garbage collected');
        if (!isLost || count === MOST_ASKED) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50 * count));
      }
    }
  };
  electron.evaluate = asking as typeof electron.evaluate;
}

type Watch = {
  readonly uncaught: string[];
  readonly consoleErrors: string[];
  output: string;
  isEndExpected: boolean;
};

function watchErrors(electron: ElectronApplication): Watch {
  const watch: Watch = { uncaught: [], consoleErrors: [], output: '', isEndExpected: false };
  const keep = (chunk: Buffer): void => {
    watch.output = (watch.output + chunk.toString()).slice(-keptOutput);
  };
  electron.process().stdout?.on('data', keep);
  electron.process().stderr?.on('data', keep);
  const attach = (page: Page): void => {
    page.on('pageerror', (error) => watch.uncaught.push(`window: ${error.stack ?? error.message}`));
    page.on('crash', () => watch.uncaught.push('window: its process crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error') watch.consoleErrors.push(message.text());
    });
  };
  for (const page of electron.windows()) attach(page);
  electron.on('window', attach);
  return watch;
}

/** Resolves when the main process is gone; an end that no test asked for counts as uncaught. */
function endOf(electron: ElectronApplication, watch: Watch): Promise<void> {
  const child = electron.process();
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', abandon);
      if (!watch.isEndExpected && code !== 0) {
        watch.uncaught.push(`main process: ended with ${code ?? signal}\n${watch.output.slice(-2000)}`);
      }
      resolve();
    });
  });
}

/**
 * Does something in the main process that has no answer, such as choosing a menu item. Under load the inspector
 * sometimes loses the answer of a call that has already run; here that is no failure.
 */
export async function actInMain<Arg>(
  { electron }: Pick<RunningApp, 'electron'>,
  act: (electron: typeof import('electron'), arg: Arg) => void,
  arg: Arg,
): Promise<void> {
  // Playwright's type unboxes handles inside the argument; plain data is what it says it is.
  const run = act as Parameters<typeof electron.evaluate<void, Arg>>[0];
  await electron.evaluate<void, Arg>(run, arg).catch((error: unknown) => {
    if (!String(error).includes('promise was garbage collected')) throw error;
  });
}
