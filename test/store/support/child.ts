import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

type Environment = Readonly<Record<string, string>>;

/** Starts a script of this folder in a Node process of its own; it is killed when the test ends. */
export function startScript(
  name: string,
  args: readonly string[],
  environment: Environment = {},
): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs a script to its end and returns what it printed. */
export async function runScript(
  name: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<string> {
  const child = startScript(name, args, environment);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
  return text;
}
