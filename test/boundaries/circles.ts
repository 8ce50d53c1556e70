/** Circles of files that import one another, each as the sorted list of its files. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];

  // Tarjan's strongly connected components.
  const visit = (file: string): number => {
    const mine = order.size;
    order.set(file, mine);
    let low = mine;
    open.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    lowest.set(file, low);
    if (low === mine) {
      const members = open.splice(open.indexOf(file));
      if (members.length > 1 || imports.get(file)?.includes(file)) found.push(members.sort());
    }
    return low;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}
