import { describe, expect, it } from 'vitest';
import { readCsv } from '#shared/domain/csv-table.ts';

const cells = (text: string): readonly (readonly string[])[] => {
  const reading = readCsv(text);
  if (!reading.ok) throw new Error(reading.sentence);
  return reading.records.map((record) => record.cells);
};

describe('readCsv', () => {
  it('reads commas, quotes, doubled quotes and empty cells', () => {
    expect(cells('a,b,c\n1,"x, ""y""",\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x, "y"', ''],
    ]);
  });

  it.each(['a,b\n1,2\n', 'a,b\r\n1,2\r\n', 'a,b\n1,2', '\ufeffa,b\r\n1,2', 'a,b\n\n1,2\n\n'])(
    'takes any line ending, a byte order mark and empty lines: %j',
    (text) => {
      expect(cells(text)).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ]);
    },
  );

  it('counts lines over breaks inside quotes', () => {
    const reading = readCsv('a\n"x\ny"\nz\n');
    expect(reading.ok && reading.records.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['a\n"x', 2, /never closed/],
    ['a\n"x"y\n', 2, /behind a closing/],
    ['a\nx"y\n', 2, /does not start with one/],
  ])('names the line of what is no CSV: %j', (text, line, sentence) => {
    const reading = readCsv(text);
    expect(reading).toMatchObject({ ok: false, line });
    expect(!reading.ok && reading.sentence).toMatch(sentence);
  });
});
