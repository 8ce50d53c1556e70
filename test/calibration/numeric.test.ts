import { describe, expect, it } from 'vitest';
import { increasingRoot } from '#shared/calibration/numeric/increasing-root.ts';
import { inverseDiagonal, solveLinear } from '#shared/calibration/numeric/linear.ts';
import { maximise, maximiseOn, standardErrors } from '#shared/calibration/numeric/maximise.ts';

const hill = ([x, y]: readonly number[]): number => -((x! - 1) ** 2) - 10 * (y! - x! * x!) ** 2;

describe('maximise', () => {
  it('finds the top of a bent hill from far away', () => {
    const { at, value } = maximise(hill, [[-3, 4]]);
    expect(at[0]).toBeCloseTo(1, 6);
    expect(at[1]).toBeCloseTo(1, 6);
    expect(value).toBeCloseTo(0, 12);
  });

  it('stays inside a domain and takes the best of several starts', () => {
    const twoHills = ([x]: readonly number[]): number =>
      x! < 0 ? Number.NEGATIVE_INFINITY : Math.max(1 - (x! - 1) ** 2, 2 - (x! - 5) ** 2);
    expect(maximise(twoHills, [[0.5], [4.5]]).at[0]).toBeCloseTo(5, 7);
  });

  it('gives the errors of a quadratic, none where there is no curvature', () => {
    const errors = standardErrors(([x, y]) => -0.5 * (x! ** 2 / 4 + y! ** 2 / 9), [0, 0]);
    expect(errors[0]).toBeCloseTo(2, 5);
    expect(errors[1]).toBeCloseTo(3, 5);
    expect(standardErrors(([x]) => -(x! ** 2), [0, 0])).toEqual([null, null]);
  });
});

describe('maximiseOn', () => {
  it('finds a top between and at either end', () => {
    expect(maximiseOn({ f: (x) => -((x - 0.3) ** 2), from: -1, to: 1.5 }).at[0]).toBeCloseTo(0.3, 9);
    expect(maximiseOn({ f: (x) => x, from: -1, to: 1.5 }).at[0]).toBe(1.5);
    expect(maximiseOn({ f: (x) => -x, from: -1, to: 1.5 }).at[0]).toBe(-1);
  });
});

describe('linear equations', () => {
  it('are solved with pivots, refused when singular', () => {
    const matrix = [
      [0, 2],
      [3, 1],
    ];
    expect(solveLinear(matrix, [4, 5])).toEqual([1, 2]);
    expect(inverseDiagonal([[4]])).toEqual([0.25]);
    expect(
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});

describe('increasingRoot', () => {
  it('finds the point over many orders of magnitude', () => {
    for (const target of [1e-12, 0.05, 3, 1e9]) {
      expect(increasingRoot((x) => x * x, target, 1) / Math.sqrt(target)).toBeCloseTo(1, 11);
    }
  });
});
