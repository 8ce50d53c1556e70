import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedJson } from '#shared/domain/json-text.ts';

/** Node-API 10 came with Node 22.14, which Electron carries from 35 on; older runtimes offer 9 at most. */
export function nodeApiOf(electronVersion: string): 9 | 10 {
  return Number.parseInt(electronVersion, 10) >= 35 ? 10 : 9;
}

/** The version field of a package in node_modules. */
export function installedPackageVersion(root: string, name: string): string {
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  const parsed = storedJson(text);
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
  ) {
    return parsed.version;
  }
  throw new Error(`node_modules/${name}/package.json names no version`);
}

/** The version an unpacked Electron states about itself, or undefined when the folder holds none. */
export function distVersion(distPath: string): string | undefined {
  try {
    return readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/** Where the executable stands inside an unpacked Electron. */
export function executableIn(distPath: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(distPath, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distPath, platform === 'win32' ? 'electron.exe' : 'electron');
}
