import { expect, it } from 'vitest';
import { figure } from '#renderer/charts/chart-view.ts';
import { tableToCsv } from '#renderer/charts/table-to-csv.ts';

it('writes exact figures, quotes text and disarms formulas', () => {
  const csv = tableToCsv({
    columns: [
      { label: 'Part', kind: 'text' },
      { label: 'Limit, USD', kind: 'figure' },
    ],
    rows: [
      ['Crime, online', figure('25.0m', 25_000_000)],
      ['=HYPERLINK("x")', figure('1.5', 1.5)],
      ['USD\u00a01', figure('not available', Number.NaN)],
    ],
  });
  expect(csv).toBe(
    'Part,"Limit, USD"\r\n"Crime, online",25000000\r\n"\'=HYPERLINK(""x"")",1.5\r\nUSD 1,not available\r\n',
  );
});
