import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { runTarget } from '#test/support/electron-command.ts';
import { electronTarget } from '#test/support/electron-target.ts';

const project = resolve(import.meta.dirname, '../../..');

/** Milliseconds of each run. */
export interface PrintTimes {
  /** The quotation and the summary with its charts. */
  readonly quotation: readonly number[];
  readonly worksheet: readonly number[];
}

/** Times papers in real Electron, in an application that does nothing but print with the pages that are built. */
export async function recordPrints(): Promise<PrintTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-prints-'));
  try {
    await writePrintingApplication(folder);
    const run = await runTarget(electronTarget(process.env, folder), [
      `--user-data-dir=${join(folder, 'data')}`,
    ]);
    const last = run.stdout.trim().split('\n').at(-1) ?? '';
    if (run.exitCode !== 0) throw new Error(`The papers were not printed.\n${run.stdout}${run.stderr}`);
    return JSON.parse(last) as PrintTimes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePrintingApplication(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'print-in-turn.ts'),
      outDir: join(folder, 'main'),
      target: 'node20.18',
      rollupOptions: { external: ['electron', 'better-sqlite3'] },
    },
    ssr: { noExternal: true },
  });
  for (const name of ['out', 'resources', 'node_modules'])
    await symlink(join(project, name), join(folder, name));
  const own = { name: 'ballast-prints', type: 'module', main: 'main/print-in-turn.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(own));
}
