import { spawn } from 'node:child_process';
import { type ElectronTarget, electronTarget, targetEnvironment } from './electron-target.ts';

export type CommandResult = {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/**
 * Runs the application under test without driving its window, as `--quote` does, and returns how it ended.
 * Past the time limit it is killed with its helper processes and the result carries SIGKILL.
 */
export const runApp = (args: readonly string[], watch?: RunWatch): Promise<CommandResult> =>
  runTarget(electronTarget(), args, watch);

export interface RunWatch {
  readonly timeoutMs?: number;
  /** Told of all that was written so far, whenever more comes. */
  readonly onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** As `runApp`, of another executable than the one under test. */
export function runTarget(
  target: Pick<ElectronTarget, 'executable' | 'leadingArgs'>,
  args: readonly string[],
  { timeoutMs = 120_000, onOutput }: RunWatch = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(target.executable, [...target.leadingArgs, ...args], {
      env: targetEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.(stdout, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), timeoutMs);
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}
