import { describe, expect, it } from 'vitest';
import { type StepResult, summaryTable, totalLine } from '../../scripts/testing/summary.ts';
import { countsOf } from '../../scripts/testing/test-counts.ts';

const passed = (name: string, count?: number): StepResult => ({
  name,
  status: 'passed',
  seconds: 1.25,
  ...(count === undefined ? {} : { counts: { passed: count, failed: 0 } }),
});

describe('totalLine', () => {
  it('adds up the test runs', () => {
    expect(totalLine([passed('types'), passed('unit', 120), passed('e2e', 30)])).toBe('150 passed, 0 failed');
  });

  it('never reads "0 failed" when a step without tests failed or could not run', () => {
    const build: StepResult = { name: 'build', status: 'failed', seconds: 3 };
    const e2e: StepResult = { name: 'e2e', status: 'not run', seconds: 0 };
    expect(totalLine([passed('unit', 5), build, e2e])).toBe('5 passed, 2 failed');
  });

  it('counts a failed run by its failed tests, and one that crashed after passing all as one', () => {
    const failed: StepResult = {
      name: 'unit',
      status: 'failed',
      seconds: 1,
      counts: { passed: 7, failed: 3 },
    };
    const crashed: StepResult = {
      name: 'e2e',
      status: 'failed',
      seconds: 1,
      counts: { passed: 2, failed: 0 },
    };
    expect(totalLine([failed, crashed])).toBe('9 passed, 4 failed');
  });
});

describe('summaryTable', () => {
  it('lines up steps, results, times and counts', () => {
    const table = summaryTable([passed('types'), { ...passed('unit', 12), seconds: 63 }]);
    expect(table.split('\n')).toEqual([
      'step   result    time  tests',
      'types  passed   1.3 s',
      'unit   passed  63.0 s  12 passed, 0 failed',
    ]);
  });
});

describe('countsOf', () => {
  const report = (numFailedTests: number, testResults: readonly unknown[]): string =>
    JSON.stringify({ numPassedTests: 4, numFailedTests, testResults });

  it('reads a report of vitest', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(countsOf(report(1, [file]))).toEqual({ passed: 4, failed: 1 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(countsOf(report(0, [{ status: 'failed', assertionResults: [] }]))).toEqual({
      passed: 4,
      failed: 1,
    });
  });

  it('is undefined for anything else', () => {
    expect(countsOf('')).toBeUndefined();
    expect(countsOf('{"numPassedTests":1}')).toBeUndefined();
  });
});
