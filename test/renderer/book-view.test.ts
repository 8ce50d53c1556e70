import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookLine, type LineOutcome } from '#renderer/features/portfolio/book-line.ts';
import { bookSummary } from '#renderer/features/portfolio/book-summary.ts';
import { findingOf } from '#renderer/features/portfolio/finding.ts';
import { BOOK_LINE_STATES, type BookEntry, bookLineSchema } from '#shared/domain/book.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { cents } from '../support/branded.ts';
import { BASIS, entry, result } from './book-entries.ts';

const repriced = (change: Parameters<typeof result>[0] = {}, isAsIssued: boolean | null = true) =>
  ({ kind: 'repriced', result: result(change), isAsIssued }) as const;
const line = (of: BookEntry, outcome: LineOutcome) => bookLine(of, outcome, BASIS);

describe('a line of the book', () => {
  it('is reproduced when the premium is the same to the cent, and changed by one cent', () => {
    expect(line(entry(1, {}), repriced())).toMatchObject({
      line: 'reproduced',
      changeMinor: cents(0),
      changePercent: 0,
      isOtherBasis: false,
      remarks: [],
    });
    const changed = line(entry(1, {}), repriced({ quotedMinor: cents(100_001) }));
    expect(changed).toMatchObject({ line: 'changed', changeMinor: cents(1), changePercent: 0.001 });
    expect(changed.remarks).toEqual([
      'Same model, engine and inputs: it should not have changed. Verify this quote.',
    ]);
  });

  it('names the model and engine of the day of issue where they are not those of today', () => {
    const other = entry(1, { engineVersion: 'engine-1', modelId: 'older', modelHash: 'b'.repeat(64) });
    expect(line(other, repriced({ quotedMinor: cents(90_000), grade: 'BBB' }))).toMatchObject({
      line: 'changed',
      changeMinor: cents(-10_000),
      changePercent: -10,
      isOtherBasis: true,
      remarks: ['Issued with model older.', 'Issued with engine engine-1.', 'It was issued with grade A.'],
    });
    const edition = line(entry(1, { modelHash: 'b'.repeat(64) }), repriced());
    expect(edition.remarks).toEqual([
      'Issued with another edition of model digital-asset-2026.1 (bbbbbbbb).',
    ]);
  });

  it('compares no draft, and nothing whose content is not the one that was issued', () => {
    expect(line(entry(1), repriced({}, null))).toMatchObject({ line: 'not-issued', changeMinor: null });
    expect(line(entry(1, {}), repriced({ quotedMinor: cents(5) }, false))).toMatchObject({
      line: 'inputs-altered',
      quotedMinor: cents(5),
      changeMinor: null,
      changePercent: null,
      remarks: [
        'The inputs are no longer those that were issued: the file was changed outside Ballast. Verify this quote.',
      ],
    });
  });

  it('says why it cannot be priced, and when it has gone', () => {
    const failure = { code: 'not-ready', message: 'Add a part of cover.' } as const;
    const none = repriced({ quotedMinor: null, technicalMinor: null, verdict: null, failure });
    expect(line(entry(1, {}), none)).toMatchObject({
      line: 'cannot-be-priced',
      grade: 'A',
      quotedMinor: null,
      changeMinor: null,
      remarks: ['Add a part of cover.'],
    });
    expect(line(entry(1), { kind: 'gone' })).toMatchObject({
      line: 'gone',
      remarks: ['It was moved to the bin or removed after the run began.'],
    });
    expect(line(entry(1), { kind: 'unreadable', message: 'Torn.' })).toMatchObject({
      line: 'cannot-be-priced',
      remarks: ['Torn.'],
    });
    expect(line(entry(1), { kind: 'faulty', why: 'It failed.' }).line).toBe('cannot-be-priced');
  });

  it('warns of what was issued and would not go out today', () => {
    const knocked = line(entry(1, {}), repriced({ outcome: 'knocked-out', grade: 'D', verdict: 'fail' }));
    expect(knocked.isKnockedOut).toBe(true);
    expect(knocked.remarks).toEqual([
      'It was issued with grade A.',
      'Knocked out now: priced for information only.',
      'The check of the calculation fails: this price could not be issued.',
    ]);
  });

  it('of a premium of nothing has no change in per cent', () => {
    expect(line(entry(1, { quotedMinor: cents(0) }), repriced({ quotedMinor: cents(5) }))).toMatchObject({
      changeMinor: cents(5),
      changePercent: null,
    });
  });
});

describe('the finding', () => {
  const same = (index: number) => line(entry(index, {}), repriced());
  const moved = (index: number) => line(entry(index, {}), repriced({ quotedMinor: cents(110_000) }));
  const gone = (index: number) => line(entry(index, {}), { kind: 'gone' });
  const draft = (index: number) => line(entry(index), repriced({}, null));
  const said = (lines: Parameters<typeof bookSummary>[0], phase: Parameters<typeof findingOf>[1] = 'done') =>
    findingOf(bookSummary(lines), phase);

  it.each([
    [[draft(1)], 'No premium has been issued, so there is nothing to compare'],
    [[same(1), draft(2)], 'The one issued premium is reproduced to the cent'],
    [[same(1), same(2)], 'All 2 issued premiums are reproduced to the cent'],
    [[same(1), moved(2), moved(3)], '2 of 3 issued premiums have changed'],
    [[moved(1)], '1 of 1 issued premium has changed'],
    [
      [same(1), same(2), gone(3)],
      '2 of 3 issued premiums are reproduced to the cent; 1 could not be compared',
    ],
    [[moved(1), gone(2)], '1 of 2 issued premiums has changed; 1 could not be compared'],
  ])('of a whole run %#', (lines, sentence) => expect(said(lines)).toBe(sentence));

  it('of a part says that it is one', () => {
    expect(said([same(1), same(2)], 'running')).toBe(
      'So far: all 2 issued premiums are reproduced to the cent',
    );
    expect(said([moved(1), same(2)], 'cancelled')).toBe(
      'Of those re-priced: 1 of 2 issued premiums has changed',
    );
    expect(said([draft(1)], 'cancelled')).toContain('None of the assessments re-priced');
  });
});

const money = fc.integer({ min: 0, max: 1_000_000_000_00 });
const arbitraryLine = fc
  .record({
    index: fc.integer({ min: 0, max: 999 }),
    issuedMinor: fc.option(money),
    nowMinor: fc.option(money),
    isAsIssued: fc.boolean(),
    grade: fc.constantFrom(...GRADES),
    engineVersion: fc.constantFrom('engine-1', 'engine-2'),
    isGone: fc.boolean(),
  })
  .map(({ index, issuedMinor, nowMinor, isAsIssued, grade, engineVersion, isGone }) =>
    line(
      entry(index, issuedMinor === null ? null : { quotedMinor: cents(issuedMinor), engineVersion }),
      isGone
        ? { kind: 'gone' }
        : repriced(
            { quotedMinor: nowMinor === null ? null : cents(nowMinor), grade },
            issuedMinor === null ? null : isAsIssued,
          ),
    ),
  );

describe('the summary', () => {
  it('counts each line once, sums like with like, and every line can cross the boundary', () => {
    fc.assert(
      fc.property(fc.array(arbitraryLine, { maxLength: 30 }), (lines) => {
        const summary = bookSummary(lines);
        expect(BOOK_LINE_STATES.reduce((sum, state) => sum + summary.counts[state], 0)).toBe(lines.length);
        expect(summary.changed + summary.reproduced + summary.notCompared).toBe(summary.issued);
        const compared = lines.filter(({ changeMinor }) => changeMinor !== null);
        const [total] = summary.totals;
        expect(total?.count ?? 0).toBe(compared.length);
        expect(total?.changeMinor ?? 0).toBe(
          compared.reduce((sum, { changeMinor }) => sum + (changeMinor ?? 0), 0),
        );
        for (const each of lines) expect(bookLineSchema.parse(each)).toEqual(each);
      }),
    );
  });

  it('gives no sum that a double cannot hold, rather than a wrong one', () => {
    const huge = line(entry(1, { quotedMinor: cents(Number.MAX_SAFE_INTEGER) }), repriced());
    expect(bookSummary([huge, huge]).totals[0]).toMatchObject({ issuedMinor: null, changeMinor: null });
  });

  it('keeps currencies apart', () => {
    const lines = ['USD', 'EUR', 'USD'].map((currency, i) => line(entry(i, {}, { currency }), repriced()));
    expect(bookSummary(lines).totals.map(({ currency, count }) => [currency, count])).toEqual([
      ['EUR', 1],
      ['USD', 2],
    ]);
  });
});
