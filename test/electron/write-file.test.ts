import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileDurably } from '#electron/host/write-file.ts';
import { smallDisk } from '../store/support/small-disk.ts';
import { failureOf, temporaryFolder } from '../store/support/workbooks.ts';

describe('writing a file', () => {
  it('writes text as UTF-8 and bytes as they are, over what was there, and leaves nothing beside it', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.json');
    for (const data of ['first', 'zweite Fassung: Ü €', Buffer.from([0, 255, 128])]) {
      expect(writeFileDurably(path, data)).toEqual({ ok: true, value: undefined });
      expect(readFileSync(path).equals(Buffer.from(data))).toBe(true);
    }
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('keeps the rights of the file that it replaces, and a link as a link', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link.txt'));
    writeFileDurably(join(folder, 'link.txt'), 'new');
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('on a full disk leaves the old file whole and says that the disk is full', () => {
    const disk = smallDisk(400);
    const folder = disk ?? temporaryFolder();
    const path = join(folder, 'quote.pdf');
    const old = Buffer.alloc(100_000, 'old ');
    writeFileSync(path, old);
    const size = disk === null ? 150_000 : 350_000;
    const result = writeFileDurably(path, Buffer.alloc(size, 'new '));
    if (disk === null) {
      expect(result.ok).toBe(true);
      expect(statSync(path).size).toBe(size);
      return;
    }
    expect(failureOf(result)).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('“quote.pdf” was not written'),
    });
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(readdirSync(folder)).toEqual(['quote.pdf']);
  });

  it.each([
    ['a missing folder', (f: string) => join(f, 'no', 'a.txt'), 'not-found', 'does not exist'],
    ['a file for a folder', (f: string) => join(written(f, 'x'), 'a.txt'), 'not-found', 'does not exist'],
    ['a folder for a file', (f: string) => made(join(f, 'sub')), 'invalid-input', 'is a folder'],
    ['a name too long', (f: string) => join(f, 'x'.repeat(300)), 'invalid-input', 'too long'],
  ])('%s is one sentence', (_what, pathIn, code, says) => {
    const folder = temporaryFolder();
    const path = pathIn(folder);
    const before = readdirSync(folder);
    expect(failureOf(writeFileDurably(path, 'x'))).toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});

function written(folder: string, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  return path;
}

function made(path: string): string {
  mkdirSync(path);
  return path;
}
