import { describe, expect, it } from 'vitest';
import { evaluated, exampleWith, lineOf, priced, withTerms } from './quotes.ts';

const entered = (part: string, ratePercent: number, limitMinor: number) => ({
  part,
  limitMinor,
  enteredRate: { ratePercent, reason: 'Agreed with the class lead' },
});

describe('premium build-up', () => {
  it('takes the schedule adjustment of the technical premium, half-up, whatever its sign', () => {
    const up = priced(exampleWith({ schedulePercent: 5 }), 'full');
    const down = priced(exampleWith({ schedulePercent: -5 }), 'full');
    expect(lineOf(up, 'schedule-adjustment')).toBe(9_960_823);
    expect(lineOf(down, 'schedule-adjustment')).toBe(-9_960_823);
  });

  it('tops up to the minimum premium: 25,000, or 0.25 % of the maximum payable for the period', () => {
    const small = withTerms({
      parts: [{ part: 'specie-offline', limitMinor: 100_000_00, retentionMinor: 50_000_000_00 }],
    });
    const price = priced(small);
    expect(price.minimumPremiumMinor).toBe(25_000_00);
    expect(lineOf(price, 'minimum-premium')).toBe(25_000_00 - price.technicalMinor);
    expect(price.quotedMinor).toBe(25_000_00);

    const far = { part: 'specie-offline', limitMinor: 60_000_000_00, retentionMinor: 1_500_000_000_00 };
    const whole = priced(withTerms({ parts: [far] }));
    expect(whole.minimumPremiumMinor).toBe(150_000_00);
    expect(priced(withTerms({ parts: [far], periodDays: 730 })).minimumPremiumMinor).toBe(300_000_00);
    expect(priced(withTerms({ parts: [far], periodDays: 10 })).minimumPremiumMinor).toBe(25_000_00);
  });

  it('rounds the quoted premium half-up to USD 100', () => {
    for (const schedulePercent of [-7, -3.3, 0, 1.7, 12]) {
      const price = priced(exampleWith({ schedulePercent }));
      expect(price.quotedMinor % 10_000).toBe(0);
      const rounding = lineOf(price, 'rounding');
      expect(rounding).toBeGreaterThan(-5_000);
      expect(rounding).toBeLessThanOrEqual(5_000);
    }
  });

  it('adds taxes of the quoted premium, each half-up to the cent', () => {
    const price = priced(
      exampleWith({
        taxes: [
          { jurisdiction: 'A', label: 'Premium tax', ratePercent: 12 },
          { jurisdiction: 'B', label: 'Levy', ratePercent: 0.333 },
        ],
      }),
      'full',
    );
    expect(price.taxes.map((t) => t.amountMinor)).toEqual([22_711_200, 630_236]);
    expect(price.payableMinor).toBe(price.quotedMinor + 22_711_200 + 630_236);
    expect(lineOf(price, 'tax')).toBe(price.taxMinor);
  });

  it('keeps the fixed expense whole for a short period and scales the loss', () => {
    const year = priced(exampleWith({}), 'full');
    const half = priced(exampleWith({ periodDays: 182 }), 'full');
    expect(lineOf(half, 'fixed-expense')).toBe(lineOf(year, 'fixed-expense'));
    expect(half.parts[0]!.frequency / year.parts[0]!.frequency).toBeCloseTo(182 / 365, 12);
    expect(half.rateOnLineAnnual).toBeCloseTo((half.rateOnLine * 365) / 182, 12);
  });
});

describe('parts at an entered rate', () => {
  const depeg = entered('depeg', 4, 2_000_000_00);

  it('cost rate x limit x days / 365, gross of everything, and add to the maximum payable', () => {
    const base = priced(
      withTerms({ parts: [{ part: 'crime-online', limitMinor: 5_000_000_00 }], periodDays: 180 }),
    );
    const price = priced(
      withTerms({ parts: [{ part: 'crime-online', limitMinor: 5_000_000_00 }, depeg], periodDays: 180 }),
    );
    expect(lineOf(price, 'entered-rate-parts')).toBe(Math.floor((8_000_000 * 180) / 365 + 0.5));
    expect(price.technicalMinor - base.technicalMinor).toBe(lineOf(price, 'entered-rate-parts'));
    expect(price.maximumPayableMinor).toBe(7_000_000_00);
    expect(price.enteredParts).toHaveLength(1);
  });

  it('are always a referral', () => {
    const { referrals } = evaluated(withTerms({ parts: [depeg] }));
    expect(referrals.map((r) => r.id)).toContain('rf-override');
  });

  it('can stand alone; the fixed expense then falls to them', () => {
    const price = priced(withTerms({ parts: [depeg, entered('cyber-ir', 3, 1_000_000_00)] }));
    expect(price.loss.mean).toBe(0);
    expect(price.parts).toEqual([]);
    expect(lineOf(price, 'expected-loss')).toBe(0);
    const shares = price.enteredParts.reduce((sum, p) => sum + p.shareOfQuotedMinor, 0);
    expect(shares).toBe(price.quotedMinor);
  });

  it('take a peril without a base rate for the group', () => {
    const price = priced(withTerms({ parts: [entered('slashing', 1, 1_000_000_00)] }));
    expect(price.enteredParts.map((p) => p.part)).toEqual(['slashing']);
  });
});
