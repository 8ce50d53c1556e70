import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConformanceCase } from './format.ts';
import { REFERENCE_FOLDER, readConformanceFolder } from './read-folder.ts';
import { runCase } from './run-case.ts';

const files = readConformanceFolder(REFERENCE_FOLDER);

describe.each(files)('$topic', ({ cases }) => {
  test.each(cases)('$kind $id', (reference) => {
    const { numbers, complaints } = runCase(reference);
    expect(complaints).toEqual([]);
    expect(numbers).toBeGreaterThan(0);
  });
});

test('the suite is whole: 84 cases of 20 kinds', () => {
  const cases = files.flatMap((file) => file.cases);
  expect(cases).toHaveLength(84);
  expect(new Set(cases.map((reference) => reference.kind)).size).toBe(20);
});

describe('the runner itself', () => {
  const good = files.flatMap((file) => file.cases).find((reference) => reference.id === 'prem-gross-1')!;

  test('complains of a kind it does not know', () => {
    const { complaints } = runCase({ ...good, kind: 'premium.unheard_of' });
    expect(complaints).toEqual([{ name: 'case', message: 'kind premium.unheard_of is not known' }]);
  });

  test('complains of a number off its tolerance, of a missing output and of a wrong infinity', () => {
    const output = { ...good.output, gross_premium: 930_770, no_such_output: 1, rate_on_line: 'Infinity' };
    const names = runCase({ ...good, output } as ConformanceCase).complaints.map(
      (complaint) => complaint.name,
    );
    expect(names.sort()).toEqual(['gross_premium', 'no_such_output', 'rate_on_line']);
  });

  test('complains when the engine refuses the input', () => {
    const input = { ...(good.input as object), commission: 0.9 };
    expect(runCase({ ...good, input }).complaints[0]?.message).toContain('below 1');
  });

  test('refuses a folder without conformance files and a file in another format', () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    try {
      expect(() => readConformanceFolder(folder)).toThrow('no conformance file');
      writeFileSync(join(folder, 'a.json'), '{"format": 2, "cases": []}');
      expect(() => readConformanceFolder(folder)).toThrow('format 2');
      writeFileSync(join(folder, 'a.json'), '{"format": 1, "cases": []}');
      expect(() => readConformanceFolder(folder)).toThrow('no conformance case');
      const empty = { format: 1, cases: [{ ...good, output: { values: [] } }] };
      writeFileSync(join(folder, 'a.json'), JSON.stringify(empty));
      expect(() => readConformanceFolder(folder)).toThrow('an output without a number');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
