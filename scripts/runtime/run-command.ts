import { spawn } from 'node:child_process';
import { SetupFailure } from './setup-failure.ts';

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** Extra pipe on file descriptor 3, for tools that report progress there. */
  readonly onStatus?: (text: string) => void;
};

const keptOutput = 20_000;

/**
 * Runs a tool to its end without showing its output, and returns that output.
 * A failure carries the last lines of it. Asynchronous on purpose: a held lock must be kept fresh meanwhile.
 */
export function runCommand(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe', options.onStatus === undefined ? 'ignore' : 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-keptOutput);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.stdio[3]?.on('data', (chunk: Buffer) => options.onStatus?.(chunk.toString()));
    child.on('error', (error) =>
      reject(new SetupFailure(`${command} could not be started: ${error.message}`)),
    );
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const how = signal === null ? `with code ${code}` : `by ${signal}`;
      const tail = output.trim().split('\n').slice(-25).join('\n');
      reject(new SetupFailure(`${command} ${args.slice(0, 3).join(' ')} ended ${how}:\n${tail}`));
    });
  });
}
