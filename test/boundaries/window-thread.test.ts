import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { importsIn, sourceFiles } from './read-imports.ts';
import { WORKER_FILES } from './rules.ts';

const root = resolve(import.meta.dirname, '..', '..');
const files = ['shared', 'renderer'].flatMap((room) => sourceFiles(root, room));
const imports = new Map(
  files.map((file) => [file, importsIn(file, readFileSync(join(root, file), 'utf8'))] as const),
);

/** Where a judgement, a score or a price is made. */
const MADE_IN = [
  'shared/underwriting/judge.ts',
  'shared/underwriting/full-rating.ts',
  'shared/underwriting/reprice.ts',
  'shared/scoring/score-assessment.ts',
  'shared/pricing/price-assessment.ts',
  'shared/actuarial/index.ts',
];

/** Every file of which something is there when `start` runs, each with the file that brought it. */
function broughtBy(start: readonly string[]): ReadonlyMap<string, string | null> {
  const brought = new Map<string, string | null>(start.map((file) => [file, null]));
  for (const file of brought.keys())
    for (const { target, isType } of imports.get(file) ?? [])
      if (target !== null && !isType && !brought.has(target)) brought.set(target, file);
  return brought;
}

it('the thread of the window and that of the paper bring nothing that judges, scores or prices', () => {
  const ofTheWindow = files.filter((file) => file.startsWith('renderer/') && !WORKER_FILES.test(file));
  expect(ofTheWindow.length).toBeGreaterThan(200);
  expect(MADE_IN.filter((file) => !imports.has(file))).toEqual([]);
  const brought = broughtBy(ofTheWindow);
  expect(MADE_IN.flatMap((file) => (brought.has(file) ? [`${brought.get(file)} -> ${file}`] : []))).toEqual(
    [],
  );
});

it('the workers bring all of it, so that the search is known to find it', () => {
  const brought = broughtBy(files.filter((file) => file.endsWith('.worker.ts')));
  expect(MADE_IN.filter((file) => !brought.has(file))).toEqual([]);
});
