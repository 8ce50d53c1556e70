import { type Stats, statSync } from 'node:fs';

/** What stands at a path, behind links; undefined where nothing does, or nothing that can be reached. */
export function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link that leads back to itself, a file taken for a folder, no right to look.
    return undefined;
  }
}
