import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asConformanceFile, type ConformanceFile } from './format.ts';

/** The suite's own folder. */
export const REFERENCE_FOLDER = join(import.meta.dirname, 'reference');

/** Every JSON file of a folder as a conformance file, in the order of their names; throws on one that is not. */
export function readConformanceFolder(folder: string): readonly ConformanceFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (names.length === 0) throw new Error(`${folder}: no conformance file (*.json)`);
  const files = names.map((name) => {
    const path = join(folder, name);
    return asConformanceFile(JSON.parse(readFileSync(path, 'utf8')), path);
  });
  if (files.every((file) => file.cases.length === 0)) throw new Error(`${folder}: no conformance case`);
  return files;
}
