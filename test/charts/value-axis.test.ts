import { describe, expect, it } from 'vitest';
import { labelledTicks, linearAxis, logAxis, placeAxis } from '#renderer/charts/value-axis.ts';

describe('a linear axis', () => {
  it('holds zero and has round ticks from end to end', () => {
    expect(linearAxis([1_992_164]).ticks).toEqual([0, 500_000, 1_000_000, 1_500_000, 2_000_000]);
    expect(linearAxis([-4_000, 133_705]).ticks).toEqual([-50_000, 0, 50_000, 100_000, 150_000]);
    expect(linearAxis([100]).ticks).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('is a whole one where there is nothing to show', () => {
    expect(linearAxis([]).scale.domain()).toEqual([0, 1]);
    expect(linearAxis([0, 0]).ticks.length).toBeGreaterThan(2);
  });
});

describe('a logarithmic axis', () => {
  it('spans whole decades with a tick at each', () => {
    expect(logAxis(33_333, 6e9).ticks).toEqual([1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]);
    expect(logAxis(1e-4, 0.087).ticks).toEqual([1e-4, 1e-3, 1e-2, 1e-1]);
  });

  it('has 1, 2 and 5 in a narrow domain, and fewer than its decades in a very wide one', () => {
    expect(logAxis(1e5, 1e6).ticks).toEqual([1e5, 2e5, 5e5, 1e6]);
    expect(logAxis(2, 3).ticks).toEqual([1, 2, 5, 10]);
    const wide = logAxis(0.01, 1e15).ticks;
    expect(wide.length).toBeLessThanOrEqual(9);
    for (const tick of wide) expect(Number.isInteger(Math.log10(tick) / 2)).toBe(true);
  });

  it('is a decade where both ends are the same power of ten', () => {
    expect(logAxis(1e6, 1e6).scale.domain()).toEqual([1e6, 1e7]);
  });
});

describe('an axis laid on pixels', () => {
  it('places values straight or by powers of ten, in either direction', () => {
    expect([0, 40, 100].map(placeAxis(linearAxis([100]), 0, 400))).toEqual([0, 160, 400]);
    const decades = placeAxis(logAxis(1e-4, 1), 200, 0);
    expect(decades(1e-4)).toBeCloseTo(200, 9);
    expect(decades(0.01)).toBeCloseTo(100, 9);
    expect(decades(1)).toBeCloseTo(0, 9);
  });

  it('leaves the axis itself as it was, since charts share it', () => {
    const axis = linearAxis([100]);
    placeAxis(axis, 100, 500);
    expect(placeAxis(axis, 0, 10)(100)).toBe(10);
    expect(axis.scale.range()).toEqual([0, 1]);
  });
});

describe('ticks with a label', () => {
  const format = (value: number) => `${value}00`;
  const ticks = [0, 1, 2, 3, 4];
  const labelled = (pixelsApart: number) =>
    labelledTicks({ ticks, format }, (tick) => tick * pixelsApart, 12);

  it('are all where there is room, else the first, the last and what fits between them', () => {
    expect(labelled(100)).toEqual(ticks);
    expect(labelled(-100)).toEqual(ticks);
    expect(labelled(16)).toEqual([0, 2, 4]);
  });

  it('are never so close that they overlap, however narrow the plot', () => {
    expect(labelled(1)).toEqual([0]);
    expect(labelledTicks({ ticks: [], format }, () => 0, 12)).toEqual([]);
  });
});
