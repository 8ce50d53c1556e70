import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, importGraph } from './circles.ts';
import { sourceFiles } from './read-imports.ts';

const root = resolve(import.meta.dirname, '..', '..');
const files = ['shared', 'electron', 'renderer', 'scripts'].flatMap((room) => sourceFiles(root, room));

const named = (circles: readonly (readonly string[])[]): readonly string[] =>
  circles.map((circle) => circle.join(' <-> '));

describe('no circle between files', () => {
  const circles = circlesOf(importGraph(root, files));
  it('anywhere in the project, imports of types included', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(named(circles)).toEqual([]);
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
