import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityLeft } from '#shared/domain/accumulation.ts';
import { ourShareMinor } from '#shared/domain/our-share.ts';
import { GRADES } from '#shared/domain/vocabulary.ts';
import { type LineFacts, suggestedLine } from '#shared/underwriting/suggested-line.ts';
import { walkAwayMinor } from '#shared/underwriting/walk-away.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const amount = fc.integer({ min: 0, max: 10 ** 13 }).map(cents);
const facts = fc.record<LineFacts>({
  wholeMinor: fc.integer({ min: 1, max: 10 ** 13 }).map(cents),
  authorityMinor: fc.option(amount),
  capacityLeftMinor: fc.option(fc.integer({ min: -(10 ** 12), max: 10 ** 13 }).map(cents)),
  grade: fc.option(fc.constantFrom(...GRADES)),
  currency: fc.constant('USD'),
});

describe('the suggested line', () => {
  it('is the smallest bound, and names it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { amountMinor, binding, bounds, percent } = suggestedLine(given, model);
        expect(amountMinor).toBe(Math.min(...bounds.map((bound) => bound.amountMinor)));
        expect(binding.amountMinor).toBe(amountMinor);
        expect(amountMinor).toBeGreaterThanOrEqual(0);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(Math.floor((given.wholeMinor * percent) / 100)).toBeLessThanOrEqual(amountMinor + 1);
      }),
    );
  });

  it('does not fall when authority, capacity or grade rise', () => {
    fc.assert(
      fc.property(facts, amount, (given, more) => {
        const line = (of: LineFacts) => suggestedLine(of, model).amountMinor;
        const { authorityMinor, capacityLeftMinor, grade } = given;
        if (authorityMinor !== null)
          expect(line({ ...given, authorityMinor: cents(authorityMinor + more) })).toBeGreaterThanOrEqual(
            line(given),
          );
        if (capacityLeftMinor !== null)
          expect(
            line({ ...given, capacityLeftMinor: cents(capacityLeftMinor + more) }),
          ).toBeGreaterThanOrEqual(line(given));
        if (grade !== null) expect(line({ ...given, grade: 'AAA' })).toBeGreaterThanOrEqual(line(given));
      }),
    );
  });

  it('says what is not known, and never guesses it', () => {
    const whole = cents(10_000_000_00);
    const unknown = suggestedLine(
      { wholeMinor: whole, authorityMinor: null, capacityLeftMinor: null, grade: 'A', currency: 'USD' },
      model,
    );
    expect(unknown).toMatchObject({ amountMinor: whole, percent: 100 });
    expect(unknown.unknown).toEqual([
      'No limit of our line is set in your authority.',
      'No capacity is set for what this risk shares with others.',
    ]);
  });

  it('follows the table of the wording', () => {
    const line = (grade: LineFacts['grade']) =>
      suggestedLine(
        {
          wholeMinor: cents(100_000_000_00),
          authorityMinor: cents(10_000_000_00),
          capacityLeftMinor: null,
          grade,
          currency: 'USD',
        },
        model,
      );
    expect(line('A').amountMinor).toBe(10_000_000_00);
    expect(line('BBB')).toMatchObject({ amountMinor: 7_500_000_00, percent: 7.5 });
    expect(line('BB').amountMinor).toBe(5_000_000_00);
    expect(line('B').binding.sentence.replaceAll('\u00a0', ' ')).toBe(
      'For grade B the appetite is 25% of your authority, USD 2,500,000.',
    );
    expect(line('CCC').amountMinor).toBe(0);
    expect(line(null)).toMatchObject({ amountMinor: 0, binding: { cause: 'appetite' } });
  });
});

describe('shares of a premium', () => {
  it('are exact to the cent, rounded half up once', () => {
    expect(walkAwayMinor(cents(52_429_00), 17.5)).toBe(9_175_08);
    expect(walkAwayMinor(cents(1_000_00), null)).toBeNull();
    expect(ourShareMinor(cents(262_345_00), 2.3)).toBe(6_033_94);
    expect(ourShareMinor(cents(123_45), 100)).toBe(123_45);
  });
});

describe('the capacity left', () => {
  const content = { subject: { ...example.subject, group: 'Calder Holdings' }, currency: 'USD' as const };
  const paper = (limit: number, group: string) => ({
    reference: 'BAL-2026-0001',
    version: 1,
    currency: 'USD',
    limitMinor: cents(limit),
    names: { group: [group] },
  });
  const capacities = [{ field: 'group' as const, amountMinor: cents(100), currency: 'USD' }];

  it('is what other offers of the same name leave', () => {
    expect(
      capacityLeft(content, { capacities, papers: [paper(30, 'Calder Holdings'), paper(50, 'Other')] }),
    ).toBe(70);
    expect(capacityLeft(content, { capacities, papers: [paper(130, 'calder holdings')] })).toBe(-30);
    expect(capacityLeft(content, { capacities: [], papers: [] })).toBeNull();
  });
});
