import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactProduct, exactRest } from '#shared/domain/exact-cents.ts';
import { shareOfPercent } from '#shared/domain/minor-share.ts';
import { model } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { evaluated, exampleWith, lineOf, priced } from './quotes.ts';

describe('brokerage of a deal', () => {
  it('takes the place of the model’s, to the cent, and says so', () => {
    const ofModel = priced(exampleWith({}), 'full');
    const agreed = priced(exampleWith({ brokeragePercent: 15 }), 'full');
    const line = agreed.buildUp.find(({ id }) => id === 'brokerage');
    expect(line?.basis).toBe("15% of gross premium, agreed for this deal (the model's is 17.5%)");
    const net = ['expected-loss', 'claims-handling', 'risk-load', 'fixed-expense'] as const;
    const netMinor = net.reduce((sum, id) => sum + lineOf(agreed, id), 0);
    const gross = Math.round(netMinor / (1 - 0.12 - 0.15 - 0.05));
    expect(Math.abs(lineOf(agreed, 'brokerage') - gross * 0.15)).toBeLessThanOrEqual(1);
    expect(agreed.technicalMinor).toBeLessThan(ofModel.technicalMinor);
    expect(agreed.loss.mean).toBe(ofModel.loss.mean);
  });

  it('the model’s own, entered, gives the model’s premium', () => {
    const ofModel = priced(exampleWith({}), 'full');
    const entered = priced(exampleWith({ brokeragePercent: 17.5 }), 'full');
    expect(entered.payableMinor).toBe(ofModel.payableMinor);
    expect(entered.buildUp.map(({ amountMinor }) => amountMinor)).toEqual(
      ofModel.buildUp.map(({ amountMinor }) => amountMinor),
    );
  });

  it('adds up whatever is agreed, and each loading is its share of the gross premium', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (thousandths) => {
        const brokeragePercent = thousandths / 1000;
        const content = exampleWith({ brokeragePercent });
        const { price } = judged(content, { grid: 'draft', model });
        if (!price.ok) throw new Error(price.failure.message);
        const lines = price.value.buildUp;
        const at = (id: string) => lines.find((line) => line.id === id)?.amountMinor ?? Number.NaN;
        const above = lines.slice(
          0,
          lines.findIndex(({ id }) => id === 'technical-premium'),
        );
        expect(above.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(at('technical-premium'));
        const netMinor = above.slice(0, 4).reduce((sum, line) => sum + line.amountMinor, 0);
        const { internalExpenseShare, marginShare } = model.pricing.buildUp;
        const share = shareOfPercent(brokeragePercent);
        const gross = exactProduct([netMinor], [exactRest([internalExpenseShare, share, marginShare])]);
        expect(at('brokerage')).toBe(exactProduct([gross, brokeragePercent], [100]));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused where it leaves nothing for the risk', () => {
    const greedy = {
      ...model,
      pricing: { ...model.pricing, buildUp: { ...model.pricing.buildUp, marginShare: 0.28 } },
    };
    const { issues } = judged(exampleWith({ brokeragePercent: 60 }), { model: greedy });
    expect(issues.find(({ id }) => id === 'brokerage-too-high')).toMatchObject({
      severity: 'cannot-price',
      field: 'terms.brokeragePercent',
      message:
        'The brokerage must be below 60%: beside expense and margin it would leave nothing of the premium for the risk.',
    });
  });

  it('moves the explanations with it: the bridge ends at the technical premium', () => {
    const { price, issues } = evaluated(exampleWith({ brokeragePercent: 22.5 }), 'full');
    expect(price.ok).toBe(true);
    expect(issues.some(({ severity }) => severity === 'cannot-price')).toBe(false);
  });
});
