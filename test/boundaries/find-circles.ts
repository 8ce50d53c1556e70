/**
 * The circles of a graph of imports (file to the files it imports; others are left aside): each group of files of which
 * every one leads to every other. By Tarjan's algorithm for strongly connected components, SIAM J. Comput. 1(2), 1972.
 */
export function findCircles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const place = order.size;
    order.set(file, place);
    lowest.set(file, place);
    path.push(file);
    const targets = (imports.get(file) ?? []).filter((target) => imports.has(target));
    for (const target of targets) {
      const isOpen = path.includes(target);
      if (order.has(target) && !isOpen) continue;
      const reached = order.has(target) ? order.get(target)! : visit(target);
      lowest.set(file, Math.min(lowest.get(file)!, reached));
    }
    if (lowest.get(file) === place) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1 || targets.includes(file)) circles.push(circle);
    }
    return lowest.get(file)!;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
