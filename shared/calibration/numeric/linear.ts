/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/** The x with `matrix x = right`, by elimination with the largest pivot; null where the matrix is singular. */
export function solveLinear(matrix: Matrix, right: readonly number[]): readonly number[] | null {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    const head = rows[pivot]!;
    if (!(Math.abs(head[column]!) > 1e-300)) return null;
    rows[pivot] = rows[column]!;
    rows[column] = head;
    for (let i = 0; i < size; i += 1) {
      if (i === column) continue;
      const row = rows[i]!;
      const factor = row[column]! / head[column]!;
      for (let j = column; j <= size; j += 1) row[j] = row[j]! - factor * head[j]!;
    }
  }
  const solution = rows.map((row, i) => row[size]! / row[i]!);
  return solution.every(Number.isFinite) ? solution : null;
}

/** Diagonal of the inverse; null where the matrix is singular. */
export function inverseDiagonal(matrix: Matrix): readonly number[] | null {
  const diagonal: number[] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const column = solveLinear(
      matrix,
      matrix.map((_, j) => (j === i ? 1 : 0)),
    );
    if (column === null) return null;
    diagonal.push(column[i]!);
  }
  return diagonal;
}
