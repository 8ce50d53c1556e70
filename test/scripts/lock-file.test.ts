import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockFile, lockFileFaults, withoutCompilation } from '../../scripts/lock-file/lock-file.ts';

const root = join(import.meta.dirname, '..', '..');
const sqlite = { 'node_modules/better-sqlite3': { version: '1.0.0', integrity: 'sha512-x', gypfile: false } };
const faultsOf = (packages: LockFile['packages']): readonly string[] =>
  lockFileFaults({ packages: { '': {}, ...sqlite, ...packages } });

describe('lockFileFaults', () => {
  it('finds none in package-lock.json', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
    expect(lockFileFaults(lock)).toEqual([]);
  });

  it('names a package without integrity, or with the address of a server', () => {
    expect(faultsOf({ 'node_modules/a': { version: '1.0.0' } })).toEqual(['node_modules/a has no integrity']);
    const resolved = { version: '1.0.0', integrity: 'sha512-x', resolved: 'https://example.invalid/a.tgz' };
    expect(faultsOf({ 'node_modules/a': resolved })).toEqual([
      'node_modules/a names the server it came from',
    ]);
  });

  it('names an optional package of another platform that is missing', () => {
    const tool = { version: '1.0.0', integrity: 'sha512-x', optionalDependencies: { 'tool-mac': '1.0.0' } };
    const mac = { version: '1.0.0', integrity: 'sha512-y' };
    expect(faultsOf({ 'node_modules/tool': tool })).toEqual([
      'node_modules/tool lacks its optional package tool-mac',
    ]);
    expect(faultsOf({ 'node_modules/tool': tool, 'node_modules/tool-mac': mac })).toEqual([]);
    expect(faultsOf({ 'node_modules/tool': tool, 'node_modules/tool/node_modules/tool-mac': mac })).toEqual(
      [],
    );
  });

  it('asks for the word that keeps better-sqlite3 from being compiled, and that word can be restored', () => {
    const lock = { packages: { 'node_modules/better-sqlite3': { version: '1.0.0', integrity: 'sha512-x' } } };
    expect(lockFileFaults(lock)).toEqual([
      'node_modules/better-sqlite3 would be compiled: run node scripts/lock.ts',
    ]);
    expect(lockFileFaults(withoutCompilation(lock))).toEqual([]);
  });
});
