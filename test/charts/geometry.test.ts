import { describe, expect, it } from 'vitest';
import { hatchPath } from '#renderer/charts/hatch.ts';
import { placeWaterfall } from '#renderer/charts/waterfall.ts';
import { wrapText } from '#renderer/charts/wrap-text.ts';

const coordinates = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('hatchPath', () => {
  const box = { x: 10, y: 20, width: 37, height: 12 };

  it.each(['rising', 'falling'] as const)('keeps %s lines inside the box and at 45 degrees', (direction) => {
    const values = coordinates(hatchPath(box, 4, direction));
    expect(values.length).toBeGreaterThan(20);
    for (let index = 0; index < values.length; index += 4) {
      const [x1, y1, x2, y2] = values.slice(index, index + 4) as [number, number, number, number];
      for (const x of [x1, x2]) expect(x).toSatisfy((v: number) => v >= 10 && v <= 47);
      for (const y of [y1, y2]) expect(y).toSatisfy((v: number) => v >= 20 && v <= 32);
      expect(Math.abs(x2 - x1)).toBeCloseTo(Math.abs(y2 - y1), 1);
      expect(Math.sign(y2 - y1)).toBe(direction === 'rising' ? -1 : 1);
    }
  });

  it('continues across neighbouring boxes', () => {
    const feet = (x: number) =>
      new Set(
        (hatchPath({ ...box, x, width: 20 }, 4, 'falling').match(/M[^L]+/g) ?? []).map((start) => {
          const [startX = 0, startY = 0] = coordinates(start);
          return Math.round((((startX - (startY - box.y)) % 4) + 4) % 4);
        }),
      );
    expect(feet(10)).toEqual(feet(33));
  });

  it('draws nothing in an empty box', () => {
    expect(hatchPath({ ...box, width: 0 }, 4, 'rising')).toBe('');
    expect(hatchPath(box, 0, 'rising')).toBe('');
  });
});

describe('placeWaterfall', () => {
  it('carries the running sum and restates it at totals', () => {
    const spans = placeWaterfall([
      { amountMinor: 100, kind: 'step' },
      { amountMinor: -30, kind: 'step' },
      { amountMinor: 70, kind: 'total' },
      { amountMinor: 5, kind: 'step' },
    ]);
    expect(spans.map((span) => [span.fromMinor, span.toMinor, span.direction])).toEqual([
      [0, 100, 'up'],
      [100, 70, 'down'],
      [0, 70, 'total'],
      [70, 75, 'up'],
    ]);
    expect(spans.every((span) => span.differenceMinor === 0)).toBe(true);
  });

  it('says when a total is not the sum of its steps', () => {
    const spans = placeWaterfall([
      { amountMinor: 100, kind: 'total' },
      { amountMinor: 10, kind: 'step' },
      { amountMinor: 111, kind: 'total' },
    ]);
    expect(spans.map((span) => span.differenceMinor)).toEqual([0, 0, 1]);
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText({ text: 'Withdrawal controls and velocity caps', width: 130, fontSize: 12 })).toEqual([
      'Withdrawal controls',
      'and velocity caps',
    ]);
  });

  it('cuts what does not fit with an ellipsis', () => {
    const [only] = wrapText({ text: 'Pneumonoultramicroscopic', width: 60, fontSize: 12 });
    expect(only).toMatch(/^Pneumon.*…$/);
    expect(
      wrapText({ text: 'one two three four five six', width: 60, fontSize: 12, maximumLines: 2 }).at(-1),
    ).toMatch(/…$/);
  });
});
