import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupFailure } from '../runtime/setup-failure.ts';

const startLimitMs = 30_000;
const screen = '1920x1200x24';

/** True on Linux without a screen to draw on. */
export function needsVirtualDisplay(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/**
 * Runs `work` with the variables that lead to a display: none to add where there is one, else those of a
 * virtual one that lives as long as the work.
 *
 * This is what `xvfb-run` does, without its two flaws: two runs at once cannot pick the same display number,
 * because the server itself chooses a free one, and signals reach the application instead of a shell.
 */
export async function withDisplay<T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (!needsVirtualDisplay()) return work({});
  const folder = await mkdtemp(join(tmpdir(), 'ballast-display-'));
  const authority = join(folder, 'Xauthority');
  const cookie = randomBytes(16).toString('hex');
  addCookie(authority, ':0', cookie);
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority],
    // Its own group: Ctrl+C in the terminal must end the application first and the display after it.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const stop = (): void => void server.kill('SIGTERM');
  process.once('exit', stop);
  try {
    const display = `:${await displayNumber(server)}`;
    addCookie(authority, display, cookie);
    return await work({ DISPLAY: display, XAUTHORITY: authority });
  } finally {
    process.off('exit', stop);
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names under which the displays of a run reach each of its test workers: one for each, in their order. */
const DISPLAYS_OF_WORKERS = 'BALLAST_DISPLAYS';

/**
 * Runs `work` with the variables that lead to `count` displays, one for each worker of a test run, so that what has the
 * focus or the clipboard in one is not disturbed by another. Where there is a screen already there is one worker, on it.
 */
export async function withDisplays<T>(
  count: number,
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  if (!needsVirtualDisplay()) return work({});
  const started = async (before: readonly NodeJS.ProcessEnv[]): Promise<T> =>
    before.length < count
      ? withDisplay((display) => started([...before, display]))
      : work({ ...before[0], [DISPLAYS_OF_WORKERS]: before.map(namedDisplay).join('\n') });
  return started([]);
}

const namedDisplay = ({ DISPLAY, XAUTHORITY }: NodeJS.ProcessEnv): string => `${DISPLAY} ${XAUTHORITY}`;

/** The displays that `withDisplays` made; one without any variables where it made none. */
export function displaysOfWorkers(env: NodeJS.ProcessEnv = process.env): readonly NodeJS.ProcessEnv[] {
  const named = env[DISPLAYS_OF_WORKERS];
  if (named === undefined) return [{}];
  return named.split('\n').map((line) => {
    const [display = '', ...authority] = line.split(' ');
    return { DISPLAY: display, XAUTHORITY: authority.join(' ') };
  });
}

function addCookie(authority: string, display: string, cookie: string): void {
  const added = spawnSync('xauth', ['-q', '-f', authority, 'add', display, '.', cookie], {
    encoding: 'utf8',
  });
  if (added.status !== 0) throw new SetupFailure(`xauth failed: ${added.stderr || String(added.error)}`);
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new SetupFailure(`The virtual display (Xvfb) ${why}.`));
    const timer = setTimeout(() => fail(`did not start within ${startLimitMs / 1000} s`), startLimitMs);
    timer.unref();
    server.once('error', (error) => fail(`could not be started: ${error.message}`));
    server.once('exit', (code) => fail(`ended at once with code ${code}`));
    let text = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}
