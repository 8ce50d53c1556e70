import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsIn } from './read-imports.ts';

/** Which of our files each file imports, type imports included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function importGraph(root: string, files: readonly string[]): ImportGraph {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const targets = importsIn(file, readFileSync(join(root, file), 'utf8')).map(({ target }) => target);
      return [file, targets.filter((target) => target !== null && known.has(target)) as string[]];
    }),
  );
}

/**
 * The circles of a graph: each largest set of files in which every file leads to every other, by name in order (Tarjan's
 * strongly connected components). A file that imports itself is one too.
 */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    path.push(file);
    let low = number;
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (path.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === number) {
      const circle = path.splice(path.indexOf(file)).sort();
      if (circle.length > 1 || graph.get(file)?.includes(file) === true) circles.push(circle);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
