import { describe, expect, it } from 'vitest';
import { csvCellOf } from '#shared/domain/csv-text.ts';

describe('a text as a cell of CSV', () => {
  it.each([
    ['Calder Sound', 'Calder Sound'],
    ['a, "b"', '"a, ""b"""'],
    ['two\nlines', '"two\nlines"'],
    ['1 - 2 = -1', '1 - 2 = -1'],
  ])('%j stays what it is', (text, cell) => expect(csvCellOf(text)).toBe(cell));

  it.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['\uff1d1', "'\uff1d1"],
    ['\t=1', '"\'\t\'=1"'],
    ['x;=1+1', "x;'=1+1"],
    ['a,b\n=1+1', '"a,b\n\'=1+1"'],
    ['x; @SUM(A1);+2', "x; '@SUM(A1);'+2"],
  ])('%j cannot run as a formula', (text, cell) => expect(csvCellOf(text)).toBe(cell));
});
