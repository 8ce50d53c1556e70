/** The x above 0 at which an increasing function reaches `target`, by bisection on the logarithm, to 1e-13 of x. */
export function increasingRoot(f: (x: number) => number, target: number, start: number): number {
  let low = start;
  let high = start;
  while (f(low) > target && low > 1e-290) low /= 4;
  while (f(high) < target && high < 1e290) high *= 4;
  while (high / low - 1 > 1e-13) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (middle <= low || middle >= high) break;
    if (f(middle) < target) low = middle;
    else high = middle;
  }
  return Math.sqrt(low) * Math.sqrt(high);
}
