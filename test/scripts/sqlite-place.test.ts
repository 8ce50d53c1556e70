import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeSqlite, removePlacedSqlite } from '../../scripts/runtime/sqlite-place.ts';

let root: string;
let binary: string;
const folder = (): string => join(root, 'node_modules', 'better-sqlite3', 'build', 'Release');
const placed = (): string => join(folder(), 'better_sqlite3.node');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ballast-place-'));
  binary = join(root, 'built.node');
  await writeFile(binary, 'for Node-API 9');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('placing better-sqlite3 for an older runtime', () => {
  it('puts the binary where the library looks first, replacing an older one', async () => {
    await placeSqlite(root, binary);
    expect(await readFile(placed(), 'utf8')).toBe('for Node-API 9');
    await writeFile(binary, 'a newer build');
    await placeSqlite(root, binary);
    expect(await readFile(placed(), 'utf8')).toBe('a newer build');
  });

  it('leaves nothing temporary behind, even when several runs place it at once', async () => {
    await Promise.all([placeSqlite(root, binary), placeSqlite(root, binary), placeSqlite(root, binary)]);
    expect((await readdir(folder())).sort()).toEqual(['better_sqlite3.node', 'placed-by-ballast']);
  });

  it('takes it away again for a newer runtime, so that the prebuilt one is used', async () => {
    await placeSqlite(root, binary);
    await removePlacedSqlite(root);
    expect(await readdir(folder())).toEqual([]);
    await removePlacedSqlite(root);
  });

  it('does not take away what someone compiled for themselves', async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(placed(), 'their own');
    await removePlacedSqlite(root);
    expect(await readFile(placed(), 'utf8')).toBe('their own');
  });
});
