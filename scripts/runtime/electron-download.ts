import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { storedJson } from '#shared/domain/json-text.ts';
import { runCommand } from './run-command.ts';
import { say, showProgress } from './say.ts';
import { distVersion, executableIn } from './versions.ts';
import { withLock } from './with-lock.ts';

const firstByteLimitMs = 10_000;
const stallLimitMs = 30_000;
const unpackLimitMs = 5 * 60 * 1000;
const lockWaitMs = 15 * 60 * 1000;

export type DownloadResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The version in node_modules/electron/dist when Electron's own installer has finished there. */
export function installedElectronVersion(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const isComplete = existsSync(join(folder, 'path.txt')) && existsSync(executableIn(join(folder, 'dist')));
  return isComplete ? distVersion(join(folder, 'dist')) : undefined;
}

/**
 * Lets Electron's own downloader fetch the wanted version, honouring ELECTRON_MIRROR and its cache.
 * Gives up when nothing arrives for 10 s, or when the flow stops for 30 s: a closed network must not hold anyone up.
 */
export async function downloadElectron(root: string, version: string): Promise<DownloadResult> {
  const electronFolder = join(root, 'node_modules', 'electron');
  say(`Electron ${version} is not installed yet; asking its download server.`);
  try {
    await withLock(join(electronFolder, 'dist'), lockWaitMs, async () => {
      if (installedElectronVersion(root) === version) return;
      await fetchArtifact(electronFolder, version);
      await runCommand(process.execPath, [join(electronFolder, 'install.js')], { timeoutMs: unpackLimitMs });
    });
    if (installedElectronVersion(root) === version) return { ok: true };
    return { ok: false, reason: 'its installer finished without leaving a runtime' };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

async function fetchArtifact(electronFolder: string, version: string): Promise<void> {
  const checksums = storedJson(readFileSync(join(electronFolder, 'checksums.json'), 'utf8'));
  const progress = showProgress(`  Electron ${version}`);
  const abort = new AbortController();
  const giveUp = (limitMs: number): NodeJS.Timeout =>
    setTimeout(() => abort.abort(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  let timer = giveUp(firstByteLimitMs);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: checksums as Record<string, string>,
      ...(process.env.electron_config_cache === undefined
        ? {}
        : { cacheRoot: process.env.electron_config_cache }),
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: async ({ percent }: { readonly percent: number }) => {
          clearTimeout(timer);
          timer = giveUp(stallLimitMs);
          progress.update(percent);
        },
      },
    });
    progress.done();
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}

const failureNote = (cache: string, version: string): string =>
  join(cache, `electron-${version}.download-failed`);

/** Age of the last failure noted for this version, if any. */
export function downloadFailureAgeMs(cache: string, version: string): number | undefined {
  const note = statSync(failureNote(cache, version), { throwIfNoEntry: false });
  return note === undefined ? undefined : Date.now() - note.mtimeMs;
}

/** Notes a failed download, so that the next runs need not wait for the same answer. */
export async function noteDownloadFailure(cache: string, version: string, reason: string): Promise<void> {
  const note = failureNote(cache, version);
  await mkdir(dirname(note), { recursive: true });
  await writeFile(note, `${reason}\n`);
}
