import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../runtime/paths.ts';
import { runCommand } from '../runtime/run-command.ts';
import { say } from '../runtime/say.ts';
import { withLock } from '../runtime/with-lock.ts';

const buildLimitMs = 10 * 60 * 1000;
const sources = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'electron.vite.config.ts'];
const outputs = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const stamp = 'out/.sources';

/** Builds the application unless `out/` was built from exactly the sources that are there now. */
export async function ensureBuild(root: string = projectRoot): Promise<void> {
  if (await isCurrent(root)) return;
  await withLock(join(root, 'node_modules', '.ballast-build'), buildLimitMs, async () => {
    if (!(await isCurrent(root))) await buildApplication(root);
  });
}

/** Builds the application and notes what it was built from. */
export async function buildApplication(root: string = projectRoot): Promise<void> {
  const fingerprint = await fingerprintOf(root);
  say('Building the application.');
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await runCommand(process.execPath, [script, 'build'], { cwd: root, timeoutMs: buildLimitMs });
  await writeFile(join(root, stamp), fingerprint);
}

async function isCurrent(root: string): Promise<boolean> {
  if (!outputs.every((output) => existsSync(join(root, output)))) return false;
  const noted = await readFile(join(root, stamp), 'utf8').catch(() => '');
  return noted === (await fingerprintOf(root));
}

/** Changes whenever a source file is added, removed, renamed or written. */
async function fingerprintOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesUnder(join(root, source))) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}
