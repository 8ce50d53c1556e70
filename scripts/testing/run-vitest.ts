import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../runtime/paths.ts';
import { runInherited } from './run-inherited.ts';
import { countsOf, type TestCounts } from './test-counts.ts';

export type VitestRun = { readonly exitCode: number; readonly counts: TestCounts | undefined };

/** Runs one vitest project, showing its output, and counts its tests. */
export async function runVitest({
  project,
  args,
  env,
  timeoutMs,
}: {
  readonly project: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
}): Promise<VitestRun> {
  const folder = join(projectRoot, 'test-results');
  const report = join(folder, `${project}.json`);
  await mkdir(folder, { recursive: true });
  await rm(report, { force: true });
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runInherited(
    [vitest, 'run', '--project', project, ...reporters, ...args],
    env,
    timeoutMs,
  );
  const text = await readFile(report, 'utf8').catch(() => '');
  return { exitCode, counts: countsOf(text) };
}
