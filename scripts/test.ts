// npm test: every check there is, fast ones first, with one summary at the end.
import { join } from 'node:path';
import { buildApplication } from './launch/ensure-build.ts';
import { describeRuntime, ensureRuntime } from './runtime/ensure-runtime.ts';
import { projectRoot } from './runtime/paths.ts';
import { say } from './runtime/say.ts';
import { SetupFailure } from './runtime/setup-failure.ts';
import { runE2e, runPackagedE2e } from './testing/run-e2e.ts';
import { runInherited } from './testing/run-inherited.ts';
import { runVitest, type VitestRun } from './testing/run-vitest.ts';
import { type StepResult, summaryTable, totalLine } from './testing/summary.ts';

const minute = 60 * 1000;

type Step = {
  readonly name: string;
  /** Steps without which this one makes no sense. */
  readonly needs: readonly string[];
  readonly run: () => Promise<VitestRun>;
};

const tool =
  (script: string, ...args: readonly string[]) =>
  async (): Promise<VitestRun> => ({
    exitCode: await runInherited([join(projectRoot, script), ...args], {}, 10 * minute),
    counts: undefined,
  });

const steps: readonly Step[] = [
  { name: 'types', needs: [], run: tool('scripts/check-types.ts') },
  { name: 'lint', needs: [], run: tool('node_modules/@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'unused', needs: [], run: tool('node_modules/knip/bin/knip.js') },
  {
    name: 'unit',
    needs: [],
    run: () => runVitest({ project: 'unit', args: [], env: {}, timeoutMs: 45 * minute }),
  },
  {
    name: 'conformance',
    needs: [],
    run: () => runVitest({ project: 'conformance', args: [], env: {}, timeoutMs: 45 * minute }),
  },
  {
    name: 'build',
    needs: [],
    run: async () => {
      await buildApplication();
      return { exitCode: 0, counts: undefined };
    },
  },
  { name: 'e2e in Electron', needs: ['build'], run: () => runE2e([]) },
  { name: 'package and e2e of it', needs: ['build'], run: () => runPackagedE2e([]) },
];

async function runStep(step: Step, before: readonly StepResult[]): Promise<StepResult> {
  const { name } = step;
  if (before.some((result) => step.needs.includes(result.name) && result.status !== 'passed')) {
    return { name, status: 'not run', seconds: 0 };
  }
  say(`\n== ${name}`);
  const start = performance.now();
  const { exitCode, counts } = await step.run().catch((error: unknown): VitestRun => {
    say(error instanceof SetupFailure ? error.message : String(error instanceof Error ? error.stack : error));
    return { exitCode: 1, counts: undefined };
  });
  const seconds = (performance.now() - start) / 1000;
  const status = exitCode === 0 ? 'passed' : 'failed';
  return { name, status, seconds, ...(counts === undefined ? {} : { counts }) };
}

const results: StepResult[] = [];
for (const step of steps) results.push(await runStep(step, results));

const runtime = await ensureRuntime().then(describeRuntime, () => 'no Electron runtime');
const hasFailed = results.some(({ status }) => status !== 'passed');
// Everything on one stream from here, so that the last line is the last line.
console.log(`\nTested on Node ${process.versions.node} and ${runtime}.\n\n${summaryTable(results)}\n`);
console.log(totalLine(results));
process.exitCode = hasFailed ? 1 : 0;
