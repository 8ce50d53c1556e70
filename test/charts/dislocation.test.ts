import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '#renderer/charts/chart-view.ts';
import { binText, binWidth, dislocationBins, dislocationView } from '#renderer/charts/dislocation-view.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const change = fc.double({ min: -100, max: 1e6, noNaN: true }).filter((value) => Math.abs(value) > 1e-9);

describe('the bins of a dislocation', () => {
  it('are equal and round, with zero as an edge', () => {
    const bins = dislocationBins([3.09, 8.7, -3.85, -2.91]);
    expect(binWidth([3.09, 8.7, -3.85, -2.91])).toBe(2);
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [-10, -8, 0],
      [-8, -6, 0],
      [-6, -4, 0],
      [-4, -2, 2],
      [-2, 0, 0],
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 0],
      [6, 8, 0],
      [8, 10, 1],
    ]);
  });

  it('count an outlier in a tail, so that it hides no shape', () => {
    const bins = dislocationBins([...Array.from({ length: 40 }, (_, i) => (i - 20) / 10 || 0.05), 900]);
    expect(bins.at(-1)).toMatchObject({ tail: 'above', count: 1 });
    expect(binText(bins.at(-1)!)).toBe('+2.5%and above'.replace('%', '% '));
    expect(bins[0]?.tail).toBeNull();
  });

  it('hold each change once, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 60 }), (changes) => {
        const bins = dislocationBins(changes);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(changes.length);
        const beyond = bins.filter(({ tail }) => tail !== null).reduce((sum, { count }) => sum + count, 0);
        expect(beyond).toBeLessThanOrEqual(Math.floor(changes.length * 0.05));
        expect(bins.filter(({ tail }) => tail === null)).toHaveLength(10);
      }),
    );
  });
});

describe('the words of a dislocation', () => {
  it('state how far it goes, what is not drawn, and the same in a table', () => {
    const view = dislocationView({ changes: [-4, 2, 6], reproduced: 409 });
    expect(view.title).toBe('Changes run from −4.00% to +6.00%, +2.00% at the median');
    expect(plain(view.subtitle)).toContain('409 reproduced premiums are not drawn');
    expect(plain(view.summary)).toContain('2 premiums rise and 1 falls.');
    expect(view.table.rows.map((row) => row.map(shownText))).toContainEqual(['No change', '409']);
    expect(dislocationView({ changes: [0.5], reproduced: 0 }).title).toBe('One premium changes, by +0.50%');
  });
});
