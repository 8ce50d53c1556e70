import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RowChart } from '#renderer/charts/row-chart.tsx';
import { linearAxis } from '#renderer/charts/value-axis.ts';

describe('a chart of rows', () => {
  const style = { tone: 'accent', fill: 'solid' } as const;
  const row = { figure: '50', joinAt: 50, detail: [] };
  const markup = renderToStaticMarkup(
    <RowChart
      rows={[
        { ...row, key: 'a', label: 'First', spans: [{ from: 0, to: 50, style }] },
        { ...row, key: 'b', label: 'Second', spans: [{ from: 50, to: 50, style }], figure: '0' },
      ]}
      axis={{ ...linearAxis([100], (value) => `${value} %`), ticks: [0, 50, 100] }}
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
    const bars = [...markup.matchAll(/<path[^>]*fill="var\(--chart-accent\)"[^>]*>/g)];
    const [first, second] = bars.map(([bar]) => Number(/\bwidth="([\d.]+)"/.exec(bar)?.[1]));
    expect(first).toBeGreaterThan(100);
    expect(second).toBe(1);
    expect(markup.match(/stroke="var\(--chart-quiet\)"/g)).toHaveLength(1);
  });
});
