import type { TestCounts } from './test-counts.ts';

/** What became of one step of the whole test run. */
export type StepResult = {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'not run';
  readonly seconds: number;
  /** Absent for a step that is not a test run. */
  readonly counts?: TestCounts;
};

/** The table of steps shown at the end. */
export function summaryTable(results: readonly StepResult[]): string {
  const rows = results.map(({ name, status, seconds, counts }) => [
    name,
    status,
    status === 'not run' ? '' : `${seconds.toFixed(1)} s`,
    counts === undefined ? '' : `${counts.passed} passed, ${counts.failed} failed`,
  ]);
  const all = [['step', 'result', 'time', 'tests'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/**
 * The last line of the whole run. A step that failed without a failed test of its own (types, lint, a build,
 * a crash) or that could not be run counts as one failure: a broken run never reads "0 failed".
 */
export function totalLine(results: readonly StepResult[]): string {
  const passed = results.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  const failed = results.reduce((sum, { status, counts }) => {
    const own = counts?.failed ?? 0;
    return sum + (status !== 'passed' && own === 0 ? 1 : own);
  }, 0);
  return `${passed} passed, ${failed} failed`;
}
