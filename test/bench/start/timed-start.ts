import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { targetEnvironment } from '#test/support/electron-target.ts';
import { attachToPage, type PageSession } from './devtools.ts';

const LIMIT_MS = 90_000;
const LISTENING = /DevTools listening on (ws:\S+)/;

export interface StartOrder<Moment extends string> {
  readonly executable: string;
  readonly args: readonly string[];
  /** Of the page that is waited for. */
  readonly origin: string;
  /** Uses the window as soon as it can be, and gives moments by the page's own clock, in milliseconds of the epoch. */
  readonly use: (page: PageSession) => Promise<Readonly<Record<Moment, number>>>;
}

/** Starts an application, and gives the milliseconds from the start of its process to each moment. */
export async function timedStart<Moment extends string>({
  executable,
  args,
  origin,
  use,
}: StartOrder<Moment>): Promise<Readonly<Record<Moment, number>>> {
  const start = Date.now();
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], {
    env: targetEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const late = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  const ended = once(child, 'exit');
  let output = '';
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = LISTENING.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`It ended before it showed a window.\n${output}`)));
    });
    const page = await attachToPage(address, origin);
    const moments = Object.entries<number>(await use(page));
    page.quit();
    await ended;
    return Object.fromEntries(moments.map(([name, moment]) => [name, moment - start])) as Record<
      Moment,
      number
    >;
  } finally {
    clearTimeout(late);
    child.kill('SIGKILL');
  }
}
