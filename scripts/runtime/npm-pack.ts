import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCommand } from './run-command.ts';
import { showProgress } from './say.ts';
import { SetupFailure } from './setup-failure.ts';

const timeLimitMs = 20 * 60 * 1000;
const pollMs = 400;

/** How to call npm: the client that runs this script when there is one, else the one on the path. */
export function npmCommand(env: NodeJS.ProcessEnv = process.env): readonly [string, ...string[]] {
  const script = env.npm_execpath;
  if (script !== undefined && /^npm-cli\.c?js$/.test(basename(script))) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/**
 * Fetches a package's tarball into `folder` and returns its path. npm does the fetching, so its registry,
 * proxy and certificate settings hold; a cache of its own inside `folder` makes the progress visible.
 */
export async function npmPack(spec: string, folder: string, expectedBytes: number): Promise<string> {
  const npmCache = join(folder, 'npm-cache');
  const progress = showProgress('  fetching', process.stderr);
  const poll = setInterval(async () => {
    progress.update((await largestFileBytes(npmCache)) / expectedBytes);
  }, pollMs);
  try {
    const [npm, ...first] = npmCommand();
    const args = [
      ...first,
      'pack',
      spec,
      '--pack-destination',
      folder,
      '--cache',
      npmCache,
      '--ignore-scripts',
    ];
    await runCommand(npm, args, { cwd: folder, timeoutMs: timeLimitMs });
  } finally {
    clearInterval(poll);
  }
  progress.done();
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new SetupFailure(`npm pack ${spec} left no tarball behind.`);
  return join(folder, tarball);
}

async function largestFileBytes(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = files.map(async (file) => (await stat(join(file.parentPath, file.name))).size);
    return Math.max(0, ...(await Promise.all(sizes)));
  } catch {
    // npm moves its files while they are being counted; the next look will do.
    return 0;
  }
}
