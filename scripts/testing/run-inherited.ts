import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from '../runtime/paths.ts';
import { say } from '../runtime/say.ts';
import { exitTimeLimit } from '../runtime/setup-failure.ts';

/**
 * Runs a Node script with its output shown, and returns its exit code: 124 past the time limit,
 * 128 + n when ended by signal n. Past the limit everything it started is ended with it.
 */
export function runInherited(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: ownGroup,
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.exitCode !== null || child.pid === undefined) return;
      if (ownGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      say(`Stopped: not finished within ${Math.round(timeoutMs / 1000)} s.`);
      end('SIGKILL');
    }, timeoutMs);
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      if (isLate) resolve(exitTimeLimit);
      else resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
