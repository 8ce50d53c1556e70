import { expect, it } from 'vitest';
import { curveTip } from '#renderer/charts/curve-tip.ts';
import { logAxis, placeAxis } from '#renderer/charts/value-axis.ts';

const plot = { left: 100, right: 500, top: 10, bottom: 110 };
const points = [
  { loss: 10, aggregate: 0.5 },
  { loss: 1000, occurrence: 0.01 },
];
const at = placeAxis(logAxis(1, 10_000), plot.left, plot.right);

it('tells of the nearest point, and of nothing outside the plot', () => {
  expect(curveTip({ points, x: 180, at, plot, currency: 'USD' })).toMatchObject({
    title: 'More than USD 10',
    lines: ['Aggregate: 50.000%'],
    lineAt: { x: 200, top: 10, height: 100 },
  });
  expect(curveTip({ points, x: 390, at, plot, currency: 'USD' })?.lines).toEqual(['Occurrence: 1.000%']);
  expect(curveTip({ points, x: 50, at, plot, currency: 'USD' })).toBeNull();
  expect(curveTip({ points: [], x: 180, at, plot, currency: 'USD' })).toBeNull();
});

it('gives the chance of the other curve at the same loss, on the straight line that is drawn', () => {
  const two = [...points, { loss: 100, occurrence: 0.1 }, { loss: 1000, aggregate: 0.005 }].toSorted(
    (a, b) => a.loss - b.loss,
  );
  // Half way from 10 to 1000 on the axis of losses, half way from 50% to 0.5% on that of chances.
  expect(curveTip({ points: two, x: 300, at, plot, currency: 'USD' })?.lines).toEqual([
    'Aggregate: 5.000%',
    'Occurrence: 10.000%',
  ]);
});
