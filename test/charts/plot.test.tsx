import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { curveTip } from '#renderer/charts/curve-tip.ts';
import { labelledTicks, scaleOf } from '#renderer/charts/plot.ts';
import { RowChart } from '#renderer/charts/row-chart.tsx';

const plot = { left: 100, right: 500, top: 10, bottom: 110 };

describe('scales', () => {
  it('map a domain onto pixels, straight or by powers of ten, in either direction', () => {
    const straight = scaleOf('linear', [-10, 30], [0, 400]);
    expect([-10, 0, 30].map(straight)).toEqual([0, 100, 400]);
    const decades = scaleOf('log', [1e-4, 1], [200, 0]);
    for (const [value, place] of [
      [1e-4, 200],
      [0.01, 100],
      [1, 0],
    ] as const)
      expect(decades(value)).toBeCloseTo(place, 9);
  });
});

describe('ticks with a label', () => {
  const format = (value: number) => `${value}00`;

  it('are all where there is room, and always the first and the last', () => {
    const ticks = [0, 1, 2, 3, 4];
    expect(labelledTicks(ticks, (tick) => tick * 100, format, 12)).toEqual(ticks);
    expect(labelledTicks(ticks, (tick) => tick * 16, format, 12)).toEqual([0, 2, 4]);
    expect(labelledTicks(ticks, (tick) => tick, format, 12)).toEqual([0, 4]);
    expect(labelledTicks([], (tick) => tick, format, 12)).toEqual([]);
  });
});

describe('the tip of the curves', () => {
  const points = [
    { loss: 10, aggregate: 0.5 },
    { loss: 1000, occurrence: 0.01 },
  ];
  const at = scaleOf('log', [1, 10_000], [plot.left, plot.right]);

  it('tells of the nearest point, and of nothing outside the plot', () => {
    expect(curveTip(points, 180, at, plot, 'USD')).toMatchObject({
      title: 'More than USD 10',
      lines: ['Aggregate: 50.000%'],
      lineAt: { x: 200, top: 10, height: 100 },
    });
    expect(curveTip(points, 390, at, plot, 'USD')?.lines).toEqual(['Occurrence: 1.000%']);
    expect(curveTip(points, 50, at, plot, 'USD')).toBeNull();
    expect(curveTip([], 180, at, plot, 'USD')).toBeNull();
  });
});

describe('a chart of rows', () => {
  const style = { tone: 'accent', fill: 'solid' } as const;
  const row = { figure: '50', joinAt: 50, detail: [] };
  const markup = renderToStaticMarkup(
    <RowChart
      rows={[
        { ...row, key: 'a', label: 'First', spans: [{ from: 0, to: 50, style }] },
        { ...row, key: 'b', label: 'Second', spans: [{ from: 50, to: 50, style }], figure: '0' },
      ]}
      axis={{ domain: [0, 100], scale: 'linear', ticks: [0, 50, 100], format: (value) => `${value} %` }}
      medium="paper"
      paperWidth={656}
      references={[{ value: 25, label: 'Quarter' }]}
    />,
  );

  it('has its labels, figures, ticks and references as text', () => {
    const texts = [...markup.matchAll(/>([^<>]+)</g)].map(([, text]) => text);
    expect(texts.sort()).toEqual(['0', '0 %', '100 %', '50', '50 %', 'First', 'Quarter', 'Second'].sort());
  });

  it('keeps a step of nothing as a line one pixel wide, and joins rows but the last', () => {
    const bars = [...markup.matchAll(/<rect[^>]*width="([\d.]+)"[^>]*fill="var\(--chart-accent\)"/g)];
    const [first, second] = bars.map(([, width]) => Number(width));
    expect(first).toBeGreaterThan(100);
    expect(second).toBe(1);
    expect(markup.match(/stroke="var\(--chart-quiet\)"/g)).toHaveLength(1);
  });
});
