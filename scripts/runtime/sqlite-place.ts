import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// better-sqlite3 prefers a binary in this folder to the prebuilt ones it ships with.
const releaseFolder = (root: string): string =>
  join(root, 'node_modules', 'better-sqlite3', 'build', 'Release');
const mark = 'placed-by-ballast';

/** Puts a binary where better-sqlite3 looks first; a process that has the old one open keeps it. */
export async function placeSqlite(root: string, binary: string): Promise<void> {
  const folder = releaseFolder(root);
  const target = join(folder, 'better_sqlite3.node');
  const wanted = await readFile(binary);
  const found = await readFile(target).catch(() => undefined);
  if (found?.equals(wanted)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, mark),
    'Built for Node-API 9 by scripts/runtime; removed when a newer Electron runs.\n',
  );
  const temporary = join(folder, `.better_sqlite3.${randomUUID()}.new`);
  await copyFile(binary, temporary);
  await rename(temporary, target);
}

/** Takes a placed binary away again, so that the prebuilt one is used; leaves alone what others compiled. */
export async function removePlacedSqlite(root: string): Promise<void> {
  const folder = releaseFolder(root);
  if (!existsSync(join(folder, mark))) return;
  await rm(join(folder, 'better_sqlite3.node'), { force: true });
  await rm(join(folder, mark), { force: true });
}
