import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { describe, expect, it } from 'vitest';

const resources = join(dirname(process.env.BALLAST_PACKAGED ?? ''), 'resources');
const archive = join(resources, 'app.asar');
const files = existsSync(archive)
  ? listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  : [];

describe('the packaged archive', () => {
  it('holds the built application and its data', () => {
    for (const file of [
      'package.json',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'resources/icons/icon.svg',
      'resources/samples/well-run-exchange.json',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('holds no library but the database, and of that no sources', () => {
    const modules = files.filter((file) => /^node_modules\/[^/]+$/.test(file));
    expect(modules).toEqual(['node_modules/better-sqlite3']);
    expect(files.filter((file) => /\.(c|h|cc|cpp|hpp|gyp|gypi|ts|tsx|map)$/.test(file))).toEqual([]);
  });

  it('keeps the native part of the database beside it, for this platform alone', () => {
    const unpacked = readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' });
    const outside = unpacked.filter((file) => extname(file) !== '').map((file) => basename(file));
    const known = ['better_sqlite3.node', `${process.platform}-${process.arch}.node`];
    expect(outside.filter((name) => known.includes(name))).not.toEqual([]);
    expect(outside.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is all that the executable can load', () => {
    expect(readdirSync(resources).filter((name) => /^(app|default_app\.asar)$/.test(name))).toEqual([]);
  });
});
