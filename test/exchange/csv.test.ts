import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '#electron/exchange/csv.ts';

const cellOf = (value: string): string => csvText([[value]]).slice(1, -2);

/** Reads CSV as RFC 4180 says. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (let match = cells.exec(text); match !== null; match = cells.exec(text)) {
    const [, cell = '', end] = match;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (cells.lastIndex === text.length) break;
  }
  return rows;
}

describe('CSV', () => {
  it('begins with a byte order mark, separates with commas, ends rows with CRLF', () => {
    expect(
      csvText([
        ['a', 1, null],
        ['b', -2.5, true],
      ]),
    ).toBe('\ufeffa,1,\r\nb,-2.5,true\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A1'])(
    'makes %j harmless',
    (value) => {
      expect(cellOf(value).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves other text and negative numbers alone', () => {
    for (const value of ['Harbour', 'a=b', '1-2', 'x@y', "'quoted'"]) expect(cellOf(value)).toBe(value);
    expect(csvText([[-1]])).toBe('\ufeff-1\r\n');
  });

  it('quotes what needs it and can be read back, but for the apostrophe', () => {
    expect(cellOf('a "b", c')).toBe('"a ""b"", c"');
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const back = read(csvText(rows).slice(1));
          expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
          for (const [y, row] of rows.entries()) {
            for (const [x, cell] of row.entries()) expect([cell, `'${cell}`]).toContain(back[y]?.[x]);
          }
        },
      ),
    );
  });
});
