import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untarOne, unzip } from '../../scripts/runtime/unpack.ts';

// Made with Python's zipfile: `run` (mode 755, "run me", stored) and `data/note.txt` (mode 644, "hello", deflated).
const zipBase64 =
  'UEsDBBQAAAAAAAAAIVo7JCXIBgAAAAYAAAADAAAAcnVucnVuIG1lUEsDBBQAAAAIAAAAIVqGphA2BwAAAAUAAAANAAAAZGF0YS9ub3RlLnR4dMtIzcnJBwBQSwECFAMUAAAAAAAAACFaOyQlyAYAAAAGAAAAAwAAAAAAAAAAAAAA7YEAAAAAcnVuUEsBAhQDFAAAAAgAAAAhWoamEDYHAAAABQAAAA0AAAAAAAAAAAAAAKSBJwAAAGRhdGEvbm90ZS50eHRQSwUGAAAAAAIAAgBsAAAAWQAAAAAA';

let folder: string;
let zip: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballast-unpack-'));
  zip = join(folder, 'archive.zip');
  await writeFile(zip, Buffer.from(zipBase64, 'base64'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('unzip', () => {
  it('unpacks what is wanted under its new name and keeps permissions', async () => {
    const target = join(folder, 'out');
    const count = await unzip({
      zipFile: zip,
      folder: target,
      targetOf: (name) => (name === 'run' ? 'bin/started' : undefined),
      onEntry: () => {},
    });
    expect(count).toBe(1);
    expect(await readFile(join(target, 'bin/started'), 'utf8')).toBe('run me');
    expect((await stat(join(target, 'bin/started'))).mode & 0o777).toBe(0o755);
    await expect(stat(join(target, 'data/note.txt'))).rejects.toThrow('ENOENT');
  });

  it('refuses a target outside the folder', async () => {
    const outside = unzip({
      zipFile: zip,
      folder: join(folder, 'out'),
      targetOf: () => '../outside',
      onEntry: () => {},
    });
    await expect(outside).rejects.toThrow('Refused the zip entry run.');
  });

  it('reports a share that ends at the whole', async () => {
    const shares: number[] = [];
    await unzip({
      zipFile: zip,
      folder: join(folder, 'out'),
      targetOf: () => undefined,
      onEntry: (fraction) => shares.push(fraction),
    });
    expect(shares).toEqual([0.5, 1]);
  });
});

describe('untarOne', () => {
  it('takes one file out of a tarball', async () => {
    await mkdir(join(folder, 'package'));
    await writeFile(join(folder, 'package', 'a.zip'), 'a');
    await writeFile(join(folder, 'package', 'b.txt'), 'b');
    const tarball = join(folder, 'p.tgz');
    await create({ file: tarball, gzip: true, cwd: folder }, ['package']);
    await rm(join(folder, 'package'), { recursive: true });
    const found = await untarOne(tarball, 'package/a.zip', folder);
    expect(await readFile(found, 'utf8')).toBe('a');
    await expect(stat(join(folder, 'package', 'b.txt'))).rejects.toThrow('ENOENT');
  });
});
