import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FitChart } from '#renderer/charts/fit-chart.tsx';
import { byYear, causeView, yearView } from '#renderer/charts/library-view.ts';
import { answerCalibration, type CalibrationAnswer } from '#renderer/features/library/calibration-jobs.ts';
import { EffectTable } from '#renderer/features/library/effect-table.tsx';
import { LIBRARY_COLUMNS } from '#renderer/features/library/library-columns.tsx';
import { filterRows, isFiltering, noFilter } from '#renderer/features/library/library-filter.ts';
import { LibraryFitsView } from '#renderer/features/library/library-fits-view.tsx';
import { libraryRows, withOwnRows } from '#renderer/features/library/library-row.ts';
import { libraryFits } from '#shared/calibration/library-fits.ts';
import { libraryOf, packTexts, recipe } from '../calibration/library.ts';
import { day } from '../support/branded.ts';

const library = libraryOf(packTexts('pack-2'));
const result = libraryFits(library, recipe);
if (!result.ok) throw new Error('pack 2 must be sound');
const { fits } = result;
const [first] = library.incidents;
if (first === undefined) throw new Error('the library has rows');
const own = [
  {
    ...first,
    id: 'own-1',
    subject: 'Northwind',
    date: day('2026-05-01'),
    gross_loss_usd: 4e8,
    assets_at_risk_usd: 5e8,
  },
];
const rows = libraryRows(library, own, fits.uses);
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the rows of the library', () => {
  it('are those of the pack and one’s own, newest first, each with its use', () => {
    expect(rows).toHaveLength(763);
    expect(rows.every(({ row }, i) => i === 0 || row.date <= (rows[i - 1]?.row.date ?? ''))).toBe(true);
    expect(rows.find(({ isOwn }) => isOwn)).toMatchObject({ use: null, assetsUsd: 5e8 });
    expect(rows.find(({ row }) => row.id === 'bitfinex-201608')).toMatchObject({ assetsUsd: 2e8 });
  });

  it.each([
    ['type', { type: 'bridge' as const }, ({ row }: (typeof rows)[number]) => row.subject_type === 'bridge'],
    ['cause', { cause: 'insider' as const }, ({ row }: (typeof rows)[number]) => row.cause === 'insider'],
    ['actor', { actor: 'state' as const }, ({ row }: (typeof rows)[number]) => row.actor === 'state'],
    ['nobody named', { actor: 'not-named' as const }, ({ row }: (typeof rows)[number]) => row.actor === null],
    [
      'confidence',
      { confidence: 'low' as const },
      ({ row }: (typeof rows)[number]) => row.confidence === 'low',
    ],
    [
      'years',
      { fromYear: '2022', toYear: '2023' },
      ({ year }: (typeof rows)[number]) => year === 2022 || year === 2023,
    ],
    [
      'size',
      { size: '10m' as const },
      ({ row }: (typeof rows)[number]) => row.gross_loss_usd >= 1e7 && row.gross_loss_usd < 1e8,
    ],
    ['one’s own', { rows: 'own' as const }, ({ isOwn }: (typeof rows)[number]) => isOwn],
    ['use', { rows: 'not-used' as const }, ({ use }: (typeof rows)[number]) => use?.isUsed === false],
    ['words', { text: 'ronin bridge' }, ({ row }: (typeof rows)[number]) => /ronin/i.test(row.subject)],
  ])('can be filtered by %s', (_name, change, holds) => {
    const left = filterRows(rows, { ...noFilter, ...change });
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(holds)).toBe(true);
    expect(left).toHaveLength(rows.filter(holds).length);
    expect(isFiltering({ ...noFilter, ...change })).toBe(true);
  });

  it('go out as a table with source, use and whose they are', () => {
    const exported = LIBRARY_COLUMNS.flatMap((column) => column.exported);
    const mine = rows.find(({ isOwn }) => isOwn);
    if (mine === undefined) throw new Error('it stands there');
    const cells = Object.fromEntries(exported.map(({ title, value }) => [title, value(mine)]));
    expect(cells).toMatchObject({ Id: 'own-1', 'Own row': 'yes', 'Used for': 'Yours: not in the fits' });
    expect(cells.Source).not.toBe('');
  });
});

describe('counts and losses', () => {
  const incidents = rows.map(({ row, year }) => ({ year, cause: row.cause, lossUsd: row.gross_loss_usd }));
  it('add up by year and by cause, the table crossing both', () => {
    const years = byYear(incidents);
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(763);
    const { table } = yearView(incidents, 'count');
    const exact = (cell: unknown) =>
      typeof cell === 'object' && cell !== null && 'exact' in cell ? Number(cell.exact) : 0;
    for (const row of table.rows) {
      const [, all, ...causes] = row;
      expect(causes.reduce<number>((sum, cell) => sum + exact(cell), 0)).toBe(exact(all));
    }
    const losses = causeView(incidents, 'loss').table.rows.reduce((sum, row) => sum + exact(row[2]), 0);
    expect(losses).toBeCloseTo(
      rows.reduce((sum, { row }) => sum + row.gross_loss_usd, 0),
      0,
    );
  });

  it('say so when the filter leaves nothing', () => {
    expect(yearView([], 'loss').title).toBe('No incident is left by the filter');
    expect(causeView([], 'count').table.rows).toEqual([]);
  });
});

describe('the fits', () => {
  it('are drawn on paper with every loss as a dot', () => {
    for (const plot of [...fits.lossPlots, ...fits.sharePlots]) {
      const markup = renderToStaticMarkup(<FitChart plot={plot} medium="paper" />);
      const key = 1 + Number(plot.points.values.some(({ isAtLeast }) => isAtLeast));
      expect(markup.match(/<circle/g)).toHaveLength(plot.points.values.length + key);
      expect(markup).not.toContain('NaN');
      expect(markup).toContain(plot.title);
    }
  });

  it('name the pack that the model is fitted to, and each figure with its error or interval', () => {
    const text = textOf(
      renderToStaticMarkup(
        <LibraryFitsView
          fits={{ phase: 'done', pack: 'pack-2', value: fits }}
          packs={[{ id: 'pack-1', title: '', isBundled: true, isCalibrated: true }]}
          packId="pack-2"
        />,
      ),
    );
    expect(text).toContain('the rating model is fitted to pack-1 and does not move with what is shown here');
    expect(text).toContain('SE 0.143');
  });
});

describe('the effect of a change on the fits', () => {
  const answerOf = (after: typeof library): CalibrationAnswer =>
    answerCalibration({ kind: 'compare', before: library, after }, recipe, () => undefined);

  it('is each figure before, after and by how much', () => {
    const answer = answerOf(withOwnRows(library, own));
    if (answer.kind !== 'compare') throw new Error('it can be compared');
    const text = textOf(renderToStaticMarkup(<EffectTable figures={answer.figures} />));
    expect(text).toMatch(/\d+ of the 41 fitted figures move\./);
    expect(text).toMatch(/[+−]\d[\d.,]* \(0\.\d+ SE\)/);
  });

  it('is none for the same library, and a library that cannot be fitted says why', () => {
    const same = answerOf(library);
    if (same.kind !== 'compare') throw new Error('it can be compared');
    expect(textOf(renderToStaticMarkup(<EffectTable figures={same.figures} />))).toContain(
      'None of the 41 fitted figures moves.',
    );
    expect(answerOf({ ...library, lossShares: [] })).toMatchObject({
      kind: 'refused',
      sentences: [expect.stringContaining('loss_share.csv'), expect.anything(), expect.anything()],
    });
  });
});
