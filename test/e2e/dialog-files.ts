import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the first library pack under another name; the path of its manifest. */
export function libraryPackIn(folder: string): string {
  const pack = join(folder, 'pack-3');
  const manifest = join(pack, 'manifest.json');
  cpSync(join(root, 'resources', 'library', 'pack-1'), pack, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), id: 'pack-3' }));
  return manifest;
}

/** A workbook that an earlier version of the application wrote, with a draft under its model; the path of the file. */
export function fieldWorkbookIn(folder: string): string {
  const file = join(folder, 'field.ballast');
  writeFileSync(file, gunzipSync(readFileSync(join(root, 'test/store/fixtures/workbook-060.sqlite.gz'))));
  return file;
}
