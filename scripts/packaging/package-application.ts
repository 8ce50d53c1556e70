import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../launch/ensure-build.ts';
import { describeRuntime, type ElectronRuntime, ensureRuntime } from '../runtime/ensure-runtime.ts';
import { projectRoot } from '../runtime/paths.ts';
import { runCommand } from '../runtime/run-command.ts';
import { say } from '../runtime/say.ts';
import { unpackedApplication } from './unpacked.ts';

const limitMs = 20 * 60 * 1000;

export type PackagedApplication = {
  readonly runtime: ElectronRuntime;
  readonly folder: string;
  readonly executable: string;
};

/**
 * Packages the application for this platform into `dist/`: as a folder, or with the installers that
 * electron-builder.yml names. What is packaged is the runtime that also runs here.
 */
export async function packageApplication(options: {
  readonly installers: boolean;
}): Promise<PackagedApplication> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  say(`Packaging with ${describeRuntime(runtime)}.`);
  if (runtime.source === 'fallback') {
    say('  This runtime is for building and testing where no other can be had; ship the pinned one.');
  }
  const staging = await mkdtemp(join(tmpdir(), 'ballast-package-'));
  try {
    const electronDist = join(staging, 'electron');
    await copyWithoutLoader(runtime.distPath, electronDist);
    const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
    const target = options.installers ? [] : ['--dir'];
    const dist = [`-c.electronDist=${electronDist}`, `-c.electronVersion=${runtime.version}`];
    await runCommand(process.execPath, [builder, ...target, '--publish', 'never', ...dist], {
      cwd: projectRoot,
      timeoutMs: limitMs,
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return { runtime, ...unpackedApplication(projectRoot) };
}

/** A packaged application must find its own archive in resources, not a loader for other folders. */
async function copyWithoutLoader(distPath: string, target: string): Promise<void> {
  const loader = join(distPath, 'resources', 'app');
  await cp(distPath, target, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== loader });
}
