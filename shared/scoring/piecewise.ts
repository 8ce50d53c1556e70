/** Points (x, y), x strictly increasing. */
export type Piecewise = readonly (readonly [number, number])[];

/** Linear between the points of a mapping, flat outside (factor catalogue, section 2). */
export function interpolate(points: Piecewise, x: number): number {
  const first = points[0];
  if (first === undefined) throw new RangeError('a mapping needs at least one point');
  if (x <= first[0]) return first[1];
  let [lowX, lowY] = first;
  for (let i = 1; i < points.length; i += 1) {
    const [highX, highY] = points[i]!;
    if (x <= highX) return lowY + ((highY - lowY) * (x - lowX)) / (highX - lowX);
    lowX = highX;
    lowY = highY;
  }
  return lowY;
}
