import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLossCache } from '#shared/actuarial/index.ts';
import { factorEffects, premiumRange } from '#shared/pricing/factor-effects.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import { solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { reprice } from '#shared/underwriting/reprice.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';
import { arbitraryQuote, examplePart, exampleWith, priced, withTerms } from './quotes.ts';

const DRAFT = { grid: 'draft' } as const;
const FULL = { grid: 'full' } as const;
const score = scoreAssessment(workedExample, model);
const value = <T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

describe('premium bridge', () => {
  it('sums to the technical premium in cents, whatever the subject', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const { steps } = value(
          premiumBridge({ content, score: scoreAssessment(content, model), model, options: DRAFT }),
        );
        const end = steps.at(-1)!;
        expect(steps.slice(0, -1).reduce((sum, s) => sum + s.amountMinor, 0)).toBe(end.amountMinor);
        expect(end.amountMinor).toBe(priced(content).technicalMinor);
      }),
      { numRuns: 60 },
    );
  });

  it('starts from the same class average whatever the answers say', () => {
    const start = (content: typeof workedExample) =>
      value(premiumBridge({ content, score: scoreAssessment(content, model), model, options: DRAFT }))
        .steps[0]!.amountMinor;
    expect(start({ ...workedExample, answers: {}, incidents: [] })).toBe(start(workedExample));
  });
});

describe('factor effects', () => {
  const effects = value(factorEffects({ content: workedExample, score, model, options: DRAFT }));

  it('cover every applicable factor once, dearest first', () => {
    const applicable = Object.values(score.pillars)
      .flatMap((p) => p.factors)
      .filter((f) => f.status !== 'not-applicable');
    expect(effects.map((e) => e.factorId).sort()).toEqual(applicable.map((f) => f.factorId).sort());
    const sizes = effects.map((e) => e.effectMinor);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('are nothing for a factor at its best, and what re-pricing with the best answer gives for others', () => {
    const of = (id: string) => effects.find((e) => e.factorId === id)!;
    expect(of('cu-key-environment').effectMinor).toBe(0);
    expect(of('ih-root-cause-fix').effectMinor).toBe(0);
    const present = priced(workedExample).technicalMinor;
    const best = { ...workedExample.answers['cu-quorum']!, level: 'delayed' };
    const changed = priced({ ...workedExample, answers: { ...workedExample.answers, 'cu-quorum': best } });
    expect(of('cu-quorum')).toMatchObject({
      technicalAtBestMinor: changed.technicalMinor,
      effectMinor: present - changed.technicalMinor,
    });
    expect(of('ih-recovery').effectMinor).toBeGreaterThan(0);
  });
});

describe('premium range', () => {
  it('holds the present premium between its ends', () => {
    const { lowMinor, highMinor } = value(premiumRange(workedExample, model, FULL));
    const present = priced(workedExample, 'full').technicalMinor;
    expect(lowMinor).toBeLessThan(present);
    expect(highMinor).toBeGreaterThan(present);
  });

  it('is a point when everything is proven', () => {
    const answers = Object.fromEntries(
      Object.entries(workedExample.answers).map(([id, a]) => [id, { ...a, evidence: 'documented' as const }]),
    );
    const proven = {
      ...workedExample,
      answers: { ...answers, 'au-logs-media': { ...answers['cu-quorum']!, level: 'full' } },
    };
    const { lowMinor, highMinor } = value(premiumRange(proven, model, DRAFT));
    expect(lowMinor).toBe(highMinor);
  });
});

describe('solving backwards', () => {
  const unrounded = (content: typeof workedExample) => priced(content).unroundedMinor;

  it('finds the least retention whose premium is not above the target', () => {
    const target = { part: 'crime-online', targetMinor: cents(150_000_000) } as const;
    const solved = value(solveRetention({ content: workedExample, score, model, target, options: DRAFT }));
    if (solved.kind !== 'solved') throw new Error(solved.reason);
    expect(solved.valueMinor % 100_000).toBe(0);
    const at = (retentionMinor: number) =>
      unrounded(examplePart('crime-online', { retentionMinor: cents(retentionMinor) }));
    expect(at(solved.valueMinor)).toBe(solved.premiumMinor);
    expect(at(solved.valueMinor)).toBeLessThanOrEqual(target.targetMinor);
    expect(at(solved.valueMinor - 100_000)).toBeGreaterThan(target.targetMinor);
    expect(solved.path.length).toBeGreaterThan(5);
    expect(solved.path.at(-1)!.premiumMinor).toBeGreaterThan(0);
  });

  it('finds the largest limit whose premium is not above the target', () => {
    const target = { part: 'specie-offline', targetMinor: cents(210_000_000) } as const;
    const solved = value(solveLimit({ content: workedExample, score, model, target, options: DRAFT }));
    if (solved.kind !== 'solved') throw new Error(solved.reason);
    const at = (limitMinor: number) =>
      unrounded(examplePart('specie-offline', { limitMinor: cents(limitMinor) }));
    expect(at(solved.valueMinor)).toBeLessThanOrEqual(target.targetMinor);
    expect(at(solved.valueMinor + 100_000)).toBeGreaterThan(target.targetMinor);
  });

  it('answers 0 when no retention is needed, the whole value when no limit is too large', () => {
    const dear = { part: 'crime-online', targetMinor: cents(100_000_000_00) } as const;
    expect(
      value(solveRetention({ content: workedExample, score, model, target: dear, options: DRAFT })),
    ).toMatchObject({
      valueMinor: cents(0),
    });
    expect(
      value(solveLimit({ content: workedExample, score, model, target: dear, options: DRAFT })),
    ).toMatchObject({
      valueMinor: cents(120_000_000_00),
    });
  });

  it('says so when no value meets the target, and why', () => {
    const low = { part: 'crime-online', targetMinor: cents(1_000_000_00) } as const;
    const far = value(
      solveRetention({
        content: workedExample,
        score,
        model,
        target: { ...low, targetMinor: cents(10_000_000) },
        options: DRAFT,
      }),
    );
    expect(far).toMatchObject({ kind: 'out-of-reach', nearest: { valueMinor: cents(120_000_000_00) } });
    expect(far.kind === 'out-of-reach' && far.reason).toMatch(/^Even at USD/);

    const floor = withTerms({ parts: [{ part: 'crime-online', limitMinor: cents(1_000_000_00) }] });
    const below = value(
      solveRetention({
        content: floor,
        score,
        model,
        target: { part: 'crime-online', targetMinor: cents(24_000_00) },
        options: DRAFT,
      }),
    );
    expect(below.kind === 'out-of-reach' && below.reason.replaceAll('\u00a0', ' ')).toBe(
      'The minimum premium of USD 25,000 is above the target of USD 24,000.',
    );
  });

  it('refuses a part that is not quoted or stands at an entered rate', () => {
    const refused = solveRetention({
      content: workedExample,
      score,
      model,
      target: { part: 'protocol', targetMinor: cents(1) },
      options: DRAFT,
    });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'terms.parts' } });
    const terms = {
      parts: [
        {
          part: 'depeg',
          limitMinor: cents(100_000_00),
          enteredRate: { ratePercent: 3, reason: 'Quoted by hand' },
        },
      ],
    };
    expect(
      solveLimit({
        content: withTerms(terms),
        score,
        model,
        target: { part: 'depeg', targetMinor: cents(1) },
        options: DRAFT,
      }),
    ).toMatchObject({
      ok: false,
      failure: { message: 'Depeg (parametric) is at an entered rate, which has no loss model to solve on.' },
    });
  });
});

describe('a cache between prices', () => {
  it('gives the same price as none, and compounds nothing again when only aggregate terms change', () => {
    const cache = makeLossCache();
    const first = priceAssessment({ content: workedExample, score, model, options: { ...FULL, cache } });
    const entries = [...cache.compounds.keys()];
    for (const changed of [
      exampleWith({ policyAggregateLimitMinor: cents(15_000_000_00) }),
      exampleWith({ policyAggregateRetentionMinor: cents(500_000_00) }),
      examplePart('crime-online', { aggregateLimitMinor: cents(10_000_000_00) }),
      examplePart('crime-online', {
        aggregateRetentionMinor: cents(500_000_00),
        aggregateLimitMinor: cents(20_000_000_00),
      }),
    ]) {
      const kept = value(priceAssessment({ content: changed, score, model, options: { ...FULL, cache } }));
      expect(kept.buildUp).toEqual(
        value(priceAssessment({ content: changed, score, model, options: FULL })).buildUp,
      );
      expect([...cache.compounds.keys()]).toEqual(entries);
    }
    expect(
      value(priceAssessment({ content: workedExample, score, model, options: { ...FULL, cache } })),
    ).toEqual(value(first));
    // Under the policy's limit the part is large beside all that can be paid, and gets a finer lattice.
    const moved = examplePart('specie-offline', { isShared: true });
    expect(
      value(priceAssessment({ content: moved, score, model, options: { ...FULL, cache } })).buildUp,
    ).toEqual(value(priceAssessment({ content: moved, score, model, options: FULL })).buildUp);
  });

  it('stays small', () => {
    const cache = makeLossCache(8);
    for (let n = 0; n < 30; n += 1) {
      priceAssessment({
        content: examplePart('crime-online', { retentionMinor: cents(n * 100_000) }),
        score,
        model,
        options: {
          ...DRAFT,
          cache,
        },
      });
    }
    expect(cache.severities.size).toBeLessThanOrEqual(8);
    expect(cache.compounds.size).toBeLessThanOrEqual(8);
  });

  it('a wider aggregate limit than the kept law saw is compounded afresh', () => {
    const cache = makeLossCache();
    priceAssessment({ content: workedExample, score, model, options: { ...FULL, cache } });
    const wider = examplePart('specie-offline', { aggregateLimitMinor: cents(150_000_000_00) });
    expect(
      value(priceAssessment({ content: wider, score, model, options: { ...FULL, cache } })).buildUp,
    ).toEqual(value(priceAssessment({ content: wider, score, model, options: FULL })).buildUp);
  });
});

describe('re-pricing', () => {
  it('gives the premium of the full grid, and names what keeps one from being made', () => {
    const content = exampleWith({ periodDays: 105 });
    expect(reprice(content, model, content.asOf)).toMatchObject({
      quotedMinor: priced(content, 'full').quotedMinor,
      failure: null,
      // The worked example has neither inception nor declarations.
      decision: 'indication',
    });
    expect(reprice(withTerms({}), model, content.asOf)).toMatchObject({
      quotedMinor: null,
      failure: { field: 'terms.parts' },
      decision: 'refused',
    });
  });
});
