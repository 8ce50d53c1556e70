import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DislocationChart } from '#renderer/charts/dislocation-chart.tsx';
import { dislocationBins } from '#renderer/charts/dislocation-view.ts';
import { ExceedanceChart } from '#renderer/charts/exceedance-chart.tsx';
import { FactorContributionChart } from '#renderer/charts/factor-contribution-chart.tsx';
import { LayerChart } from '#renderer/charts/layer-chart.tsx';
import { ModelWordsProvider } from '#renderer/charts/model-words.tsx';
import { PillarChart } from '#renderer/charts/pillar-chart.tsx';
import { PremiumBridgeChart } from '#renderer/charts/premium-bridge-chart.tsx';
import { placedSteps } from '#renderer/charts/premium-bridge-view.ts';
import { PremiumBuildUpChart } from '#renderer/charts/premium-build-up-chart.tsx';
import { placedLines } from '#renderer/charts/premium-build-up-view.ts';
import { ScoreGauge } from '#renderer/charts/score-gauge.tsx';
import { TornadoChart } from '#renderer/charts/tornado-chart.tsx';
import { estimateWidth } from '#renderer/charts/wrap-text.ts';
import { modelWords } from '#shared/domain/model-words.ts';
import { model } from '../print/worked-example.ts';
import { bridges, dislocations, effects, prices, scores } from './drawn-values.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

const elements = (markup: string, name: string): readonly Attributes[] =>
  [...markup.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag));

const numbers = (text: string): number[] => (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);

const around = (xs: readonly number[], ys: readonly number[]): Box => ({
  left: Math.min(...xs),
  right: Math.max(...xs),
  top: Math.min(...ys),
  bottom: Math.max(...ys),
});

function boxOfText(attributes: Attributes, text: string): Box {
  const [x, y, size] = [Number(attributes.x), Number(attributes.y), Number(attributes['font-size'])];
  const width = estimateWidth(text, size);
  const left = { start: x, middle: x - width / 2, end: x - width }[attributes['text-anchor'] ?? 'start'] ?? x;
  return { left, right: left + width, top: y, bottom: y };
}

/** Labels line by line; a line has what its text has, unless it says otherwise. */
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/g)].flatMap(([, own = '', content = '']) =>
    [
      ...(content.startsWith('<') ? content : `<tspan>${content}</tspan>`).matchAll(
        /<tspan([^>]*)>([^<]*)</g,
      ),
    ].map(([, line = '', text = '']) => {
      const attributes = { ...attributesOf(own), ...attributesOf(line) };
      return { attributes, box: boxOfText(attributes, text) };
    }),
  );

/** Every mark, line and label of a drawing; curves are clipped by the page and are left out. */
function boxesIn(svg: string): readonly Box[] {
  const lines = elements(svg, 'line').map((l) =>
    around([Number(l.x1), Number(l.x2)], [Number(l.y1), Number(l.y2)]),
  );
  const rectangles = [
    ...elements(svg, 'rect'),
    ...elements(svg, 'path').filter(({ class: name }) => name?.includes('recharts-rectangle')),
  ].map((r) => {
    const [x, y] = [Number(r.x), Number(r.y)];
    return around([x, x + Number(r.width)], [y, y + Number(r.height)]);
  });
  const hatches = elements(svg, 'path')
    .filter(({ class: name, d = '' }) => name === undefined && d !== '')
    .map(({ d = '' }) => {
      const all = numbers(d);
      return around(
        all.filter((_, index) => index % 2 === 0),
        all.filter((_, index) => index % 2 === 1),
      );
    });
  return [...lines, ...rectangles, ...hatches, ...textsIn(svg).map(({ box }) => box)];
}

/** Labels of ticks by the axis that they stand on. */
const tickLabels = (svg: string, anchor: 'middle' | 'end'): readonly Box[] =>
  textsIn(svg)
    .filter(({ attributes }) => attributes.class?.includes('recharts-text') === true)
    .filter(({ attributes }) => attributes['text-anchor'] === anchor)
    .map(({ box }) => box);

function expectSoundDrawing(element: ReactElement): void {
  const markup = renderToStaticMarkup(
    <ModelWordsProvider value={modelWords(model)}>{element}</ModelWordsProvider>,
  );
  expect(markup).not.toMatch(/NaN|Infinity|undefined|null/);
  const [svg = ''] = /<svg [^>]*aria-hidden.*?<\/svg>/.exec(markup) ?? [];
  if (svg === '') {
    expect(markup).not.toContain('<path');
    return;
  }
  const { width, height } = attributesOf(svg.slice(0, svg.indexOf('>')));
  expect(Number(width)).toBeGreaterThan(0);
  // Lines at the very edge have half of their own width outside.
  const boxes = boxesIn(svg);
  expect(boxes.length).toBeGreaterThan(1);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      !(left >= -1 && right <= Number(width) + 1 && top >= -1 && bottom <= Number(height) + 1),
  );
  expect(outside).toEqual([]);
  const across = tickLabels(svg, 'middle').toSorted((a, b) => a.left - b.left);
  across.slice(1).forEach((label, index) => {
    expect(label.left).toBeGreaterThanOrEqual(across[index]?.right ?? 0);
  });
  const rows = tickLabels(svg, 'end').map(({ top }) => top);
  rows.slice(1).forEach((y, index) => {
    expect(Math.abs(y - (rows[index] ?? 0))).toBeGreaterThanOrEqual(10);
  });
}

const paper = { medium: 'paper' } as const;
const WIDTHS = [400, 656, 1_000];
const cases = <T,>(values: Readonly<Record<string, T>>) =>
  Object.entries(values).flatMap(([name, value]) =>
    WIDTHS.map((paperWidth) => ({ name, value, paperWidth })),
  );

describe('a drawing lies within its box, with no label on another and no figure that is none', () => {
  it.each(cases(prices))('price, $name, $paperWidth wide', ({ value, paperWidth }) => {
    expectSoundDrawing(<PremiumBuildUpChart price={value} {...paper} paperWidth={paperWidth} />);
    expectSoundDrawing(<LayerChart price={value} {...paper} paperWidth={paperWidth} />);
    expectSoundDrawing(<ExceedanceChart price={value} {...paper} paperWidth={paperWidth} />);
  });

  it.each(cases(bridges))('bridge, $name, $paperWidth wide', ({ value, paperWidth }) => {
    expectSoundDrawing(<PremiumBridgeChart bridge={value} {...paper} paperWidth={paperWidth} />);
  });

  it.each(cases(effects))('effects, $name, $paperWidth wide', ({ value, paperWidth }) => {
    expectSoundDrawing(<TornadoChart effects={value} {...paper} paperWidth={paperWidth} />);
  });

  it.each(cases(scores))('score, $name, $paperWidth wide', ({ value, paperWidth }) => {
    expectSoundDrawing(<PillarChart score={value} {...paper} paperWidth={paperWidth} />);
    expectSoundDrawing(<FactorContributionChart score={value} {...paper} paperWidth={paperWidth} />);
    expectSoundDrawing(
      <ScoreGauge score={value} bands={model.gradeBands} {...paper} paperWidth={paperWidth} />,
    );
  });

  it.each(Object.entries(dislocations))('dislocation, %s', (_, changes) => {
    expectSoundDrawing(<DislocationChart changes={changes} reproduced={0} {...paper} />);
  });
});

/** How many filled marks each row of a chart of rows has. */
function marksByRow(element: ReactElement): readonly number[] {
  const markup = renderToStaticMarkup(
    <ModelWordsProvider value={modelWords(model)}>{element}</ModelWordsProvider>,
  );
  const rows = markup.split('<g class="chart-row">').slice(1);
  return rows.map((row) => row.split('recharts-rectangle').length - 1);
}

// The library draws nothing, and says nothing, where a place or a width is not a number.
describe('no mark of a chart is left out', () => {
  const drawn = (element: ReactElement, rows: number) => {
    const marks = marksByRow(element);
    expect(marks).toHaveLength(rows);
    expect(marks.filter((count) => count === 0)).toEqual([]);
  };

  it.each(Object.entries(prices))('of the build-up, %s', (_, price) =>
    drawn(<PremiumBuildUpChart price={price} {...paper} />, placedLines(price).length),
  );

  it.each(Object.entries(prices))('of the layers, %s', (_, price) => {
    const marks = marksByRow(<LayerChart price={price} {...paper} />);
    const insuring = price.parts.filter(({ limitMinor }) => limitMinor > 0);
    expect(marks.filter((count) => count > 0).length).toBeGreaterThanOrEqual(insuring.length);
  });

  it.each(Object.entries(bridges))('of the bridge, %s', (_, bridge) =>
    drawn(<PremiumBridgeChart bridge={bridge} {...paper} />, placedSteps(bridge).length),
  );

  it.each(Object.entries(effects))('of the effects, %s', (_, value) => {
    const marks = marksByRow(<TornadoChart effects={value} {...paper} />);
    expect(marks.filter((count) => count === 0)).toEqual([]);
    expect(marks.length > 0).toBe(value.some(({ effectMinor }) => effectMinor !== 0));
  });

  it.each(Object.entries(scores))('of the score, %s', (_, score) => {
    const marks = marksByRow(<FactorContributionChart score={score} {...paper} />);
    expect(marks.filter((count) => count === 0)).toEqual([]);
    const earning = Object.values(score.pillars).filter((pillar) => pillar.score > 0);
    const pillars = marksByRow(<PillarChart score={score} {...paper} />);
    expect(pillars.filter((count) => count > 0).length).toBeGreaterThanOrEqual(earning.length);
  });

  it.each(Object.entries(dislocations))('of the changes, %s', (_, changes) => {
    const markup = renderToStaticMarkup(<DislocationChart changes={changes} reproduced={0} {...paper} />);
    const columns = dislocationBins(changes).filter(({ count }) => count > 0);
    expect(markup.split('recharts-rectangle').length - 1).toBeGreaterThanOrEqual(columns.length);
  });
});

describe('an axis', () => {
  it('keep the labels of retentions and limits clear of the highest tick of the chances', () => {
    const markup = renderToStaticMarkup(<ExceedanceChart price={prices['the worked example']!} {...paper} />);
    const grounds = elements(markup, 'rect').filter(({ fill }) => fill === 'var(--chart-ground)');
    const ticks = tickLabels(markup, 'end');
    expect(grounds.length).toBeGreaterThan(1);
    expect(ticks.length).toBeGreaterThan(1);
    const lowest = Math.max(...grounds.map(({ y, height }) => Number(y) + Number(height)));
    // A tick stands on its middle, and is some 11 high.
    expect(lowest).toBeLessThanOrEqual(Math.min(...ticks.map(({ top }) => top)) - 6);
  });

  it('writes its values under the plot and beside it', () => {
    const markup = renderToStaticMarkup(<ExceedanceChart price={prices['the worked example']!} {...paper} />);
    expect(tickLabels(markup, 'middle')).toHaveLength(5);
    expect(tickLabels(markup, 'end')).toHaveLength(4);
  });
});

describe('curves', () => {
  it('differ by more than their colour, so that a print in grey tells them apart', () => {
    const markup = renderToStaticMarkup(<ExceedanceChart price={prices['the worked example']!} {...paper} />);
    const [under, above] = [...markup.matchAll(/<path[^>]*recharts-curve[^>]*>/g)].map(([tag]) =>
      attributesOf(tag),
    );
    expect(under?.['stroke-dasharray']).toBeDefined();
    expect(above?.['stroke-dasharray']).toBeUndefined();
    expect(Number(under?.['stroke-width'])).toBeGreaterThanOrEqual(2 * Number(above?.['stroke-width']));
  });
});
