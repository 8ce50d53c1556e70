import { cp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setFuses } from '../runtime/fuses.ts';
import type { UnpackedApplication } from './unpacked.ts';

/**
 * Copies a packaged application and opens one fuse in the copy: tests attach through the inspector, which the
 * shippable one keeps shut.
 */
export async function makeTestCopy(packaged: UnpackedApplication): Promise<UnpackedApplication> {
  const folder = `${packaged.folder}-test`;
  await rm(folder, { recursive: true, force: true });
  await cp(packaged.folder, folder, { recursive: true, verbatimSymlinks: true });
  const executable = join(folder, relative(packaged.folder, packaged.executable));
  await setFuses(executable, { enableNodeCliInspectArguments: true });
  return { folder, executable };
}
