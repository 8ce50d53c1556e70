import { describe, expect, it } from 'vitest';
import { bar, bullets, textTable, wrap } from '#electron/cli/text-table.ts';

describe('text of the terminal', () => {
  it('aligns columns and trims lines', () => {
    const rows = [
      ['Expected loss', '646,913.30'],
      ['Fixed', '7,500.00'],
      ['None', ''],
    ];
    expect(textTable(rows, [{ align: 'left' }, { align: 'right' }])).toEqual([
      '  Expected loss  646,913.30',
      '  Fixed            7,500.00',
      '  None',
    ]);
  });

  it('breaks long cells between words', () => {
    expect(textTable([['one two three', 'x']], [{ align: 'left', most: 8 }, { align: 'left' }], '')).toEqual([
      'one two  x',
      'three',
    ]);
  });

  it('shows no-break spaces as plain ones', () => {
    expect(wrap('USD\u00a01.00 and', 40)).toEqual(['USD 1.00 and']);
  });

  it('draws a bar of constant length', () => {
    expect(bar(0, 4)).toBe('░░░░');
    expect(bar(50, 4)).toBe('██░░');
    expect(bar(100, 4)).toBe('████');
    expect(bar(140, 4)).toBe('████');
  });

  it('hangs sentences under their dash', () => {
    const lines = bullets([`${'word '.repeat(30)}end`]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^ {4}- word/);
    expect(lines[1]).toMatch(/^ {6}word/);
  });
});
