import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when an executable of this name stands on the search path. */
export function hasCommand(name: string, path: string = process.env.PATH ?? ''): boolean {
  return path.split(delimiter).some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The names of the shared libraries the dynamic linker knows; empty where there is no ldconfig. */
export function knownLibraries(): ReadonlySet<string> {
  // ldconfig is in /sbin, which an ordinary user's path leaves out.
  const command = hasCommand('ldconfig') ? 'ldconfig' : '/sbin/ldconfig';
  const listed = spawnSync(command, ['-p'], { encoding: 'utf8' });
  const names = (listed.stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0] ?? '');
  return new Set(names.filter((name) => name.includes('.so')));
}

/** The shared libraries that an executable asks for and the dynamic linker does not find. */
export function unresolvedLibraries(executable: string): readonly string[] {
  const listed = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const lines = (listed.stdout ?? '').split('\n').filter((line) => line.includes('not found'));
  return lines.map((line) => line.trim().split(' ')[0] ?? line.trim());
}
