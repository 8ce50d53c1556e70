import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../runtime/setup-failure.ts';

export type UnpackedApplication = { readonly folder: string; readonly executable: string };

const candidates: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, string])[]>>> = {
  linux: [
    ['linux-unpacked', 'ballast'],
    ['linux-arm64-unpacked', 'ballast'],
  ],
  win32: [
    ['win-unpacked', 'Ballast.exe'],
    ['win-arm64-unpacked', 'Ballast.exe'],
  ],
  darwin: [
    ['mac-arm64', 'Ballast.app/Contents/MacOS/Ballast'],
    ['mac', 'Ballast.app/Contents/MacOS/Ballast'],
  ],
};

/** The folder and executable that electron-builder left in `dist/`. */
export function unpackedApplication(root: string): UnpackedApplication {
  for (const [name, executable] of candidates[process.platform] ?? []) {
    const folder = join(root, 'dist', name);
    if (existsSync(join(folder, executable))) return { folder, executable: join(folder, executable) };
  }
  throw new SetupFailure('electron-builder finished without leaving an application in dist/.');
}
