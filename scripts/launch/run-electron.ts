import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say } from '../runtime/say.ts';
import { exitTimeLimit } from '../runtime/setup-failure.ts';
import { createNoiseFilter } from './noise-filter.ts';

const graceMs = 5_000;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type RunElectronOptions = {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number | undefined;
};

/**
 * Runs an Electron executable to its end and returns its exit code: 124 past the time limit, 128 + n when
 * ended by signal n. Its standard error is passed on without the known noise; signals reach it.
 */
export function runElectron({ executable, args, env, timeoutMs }: RunElectronOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that the time limit can end its helper processes with it.
    const ownGroup = process.platform !== 'win32';
    const child = spawn(executable, args, { env, stdio: ['inherit', 'inherit', 'pipe'], detached: ownGroup });
    const filter = createNoiseFilter();
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk: string) => process.stderr.write(filter.push(chunk)));
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of forwarded) process.on(signal, forward);
    let isLate = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            say(`Stopped: not finished within ${Math.round(timeoutMs / 1000)} s.`);
            stop(child, ownGroup);
          }, timeoutMs);
    const clear = (): void => {
      clearTimeout(timer);
      for (const signal of forwarded) process.off(signal, forward);
    };
    child.on('error', (error) => {
      clear();
      reject(error);
    });
    child.on('close', (code, signal) => {
      clear();
      process.stderr.write(filter.end());
      if (isLate) resolve(exitTimeLimit);
      else resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function stop(child: ChildProcess, ownGroup: boolean): void {
  child.kill('SIGTERM');
  setTimeout(() => {
    try {
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // It has ended in time.
    }
  }, graceMs).unref();
}
