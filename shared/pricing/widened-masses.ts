/**
 * Masses on cells `ratio` times as wide, each spread on its two neighbours so that the mean is kept. A tent of the wide
 * lattice is linear between the points of the fine one, so for a mean-preserving discretisation this is the
 * mean-preserving discretisation on the wide lattice itself.
 */
export function widenedMasses(mass: Float64Array, ratio: number): Float64Array {
  const cells = new Float64Array(Math.ceil((mass.length - 1) / ratio) + 1);
  for (let j = 0; j < mass.length; j += 1) {
    const cell = Math.floor(j / ratio);
    const share = (j - cell * ratio) / ratio;
    cells[cell] = cells[cell]! + mass[j]! * (1 - share);
    if (share > 0) cells[cell + 1] = cells[cell + 1]! + mass[j]! * share;
  }
  return cells;
}
