import { storedJson } from '#shared/domain/json-text.ts';

/** How many tests of a run passed and failed. */
export type TestCounts = { readonly passed: number; readonly failed: number };

/**
 * Reads the counts out of a report of vitest's json reporter. A file that could not even be loaded holds no
 * failed test; it counts as one. Returns undefined when the text is no such report.
 */
export function countsOf(report: string): TestCounts | undefined {
  const parsed = parse(report);
  if (!isReport(parsed)) return undefined;
  const broken = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: parsed.numPassedTests, failed: parsed.numFailedTests + broken.length };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

function parse(text: string): unknown {
  try {
    return storedJson(text);
  } catch {
    return undefined;
  }
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    'numPassedTests' in value &&
    typeof value.numPassedTests === 'number' &&
    'numFailedTests' in value &&
    typeof value.numFailedTests === 'number' &&
    'testResults' in value &&
    Array.isArray(value.testResults)
  );
}
