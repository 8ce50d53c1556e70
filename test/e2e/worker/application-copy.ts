import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export interface ApplicationCopy {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * The built application in a temporary folder, with one module more among its pages' assets: what tests add is never in
 * the product's own `out/`. The module is built for the same target and, like the product, without minification.
 */
export async function copyApplicationWith(
  original: string,
  entry: string,
  assetName: string,
): Promise<ApplicationCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-copy-'));
  await cp(join(original, 'out'), join(folder, 'out'), { recursive: true });
  await cp(join(original, 'package.json'), join(folder, 'package.json'));
  for (const shared of ['resources', 'node_modules']) {
    await symlink(join(original, shared), join(folder, shared), 'junction');
  }
  await build({
    configFile: false,
    logLevel: 'warn',
    root: original,
    build: {
      target: 'chrome130',
      minify: false,
      emptyOutDir: false,
      outDir: join(folder, 'out', 'renderer', 'assets'),
      lib: { entry, formats: ['es'], fileName: () => assetName },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
