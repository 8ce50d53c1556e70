import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stamp } from './stamp.ts';

/** Printed pages with the running foot and the metadata of a document. */
export async function stamped(pages: Uint8Array, resourcesFolder: string, stamp: Stamp): Promise<Uint8Array> {
  // A library of two megabytes, which no start should wait for.
  const { stampPdf } = await import('./stamp.ts');
  return stampPdf(pages, await readFile(join(resourcesFolder, 'fonts', 'inter-regular.ttf')), stamp);
}
