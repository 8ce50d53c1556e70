import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, importGraph } from './circles.ts';
import { sourceFiles } from './read-imports.ts';

const root = resolve(import.meta.dirname, '..', '..');
const files = ['shared', 'electron', 'renderer', 'scripts'].flatMap((room) => sourceFiles(root, room));

/** Circles that are still there, of types alone. None may come, and one that is mended must leave this list. */
const KNOWN: readonly (readonly string[])[] = [
  ['renderer/charts/row-chart.tsx', 'renderer/charts/row-marks.tsx'],
  [
    'renderer/features/portfolio/book-line.ts',
    'renderer/features/portfolio/book-summary.ts',
    'renderer/features/portfolio/reprice-run.ts',
    'renderer/features/portfolio/reprice.strings.ts',
  ],
  [
    'shared/actuarial/lattice/lattice-law.ts',
    'shared/actuarial/lattice/law-requirements.ts',
    'shared/actuarial/measures/distribution.ts',
    'shared/actuarial/payment/payment.ts',
    'shared/actuarial/premium/distorted-sum.ts',
    'shared/actuarial/premium/distortion.ts',
    'shared/actuarial/severity/damage-ratio.ts',
    'shared/actuarial/severity/severity.ts',
    'shared/actuarial/shapes.ts',
  ],
  ['shared/pricing/period-loss.ts', 'shared/pricing/sound-loss.ts'],
];

const named = (circles: readonly (readonly string[])[]): readonly string[] =>
  circles.map((circle) => circle.join(' <-> '));

describe('no circle between files', () => {
  const circles = circlesOf(importGraph(root, files));
  it('anywhere in the project but those that are known', () => {
    expect(files.length).toBeGreaterThan(500);
    const known = named(KNOWN);
    expect(named(circles).filter((circle) => !known.includes(circle))).toEqual([]);
  });

  it('is known that is not there any more', () => {
    const present = named(circles);
    expect(named(KNOWN).filter((circle) => !present.includes(circle))).toEqual([]);
  });
});

describe('circles of a graph', () => {
  const graph = (edges: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(edges));

  it('are found whole, and what only leads into them is not of them', () => {
    expect(circlesOf(graph({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [], e: ['e'] }))).toEqual([
      ['b', 'c'],
      ['e'],
    ]);
  });

  it('that share a file are one', () => {
    expect(circlesOf(graph({ a: ['b', 'c'], b: ['a'], c: ['a'] }))).toEqual([['a', 'b', 'c']]);
  });

  it('are none in a staircase, however often a step is used', () => {
    expect(circlesOf(graph({ a: ['b', 'c'], b: ['c', 'd'], c: ['d'], d: [] }))).toEqual([]);
  });
});
