import { describe, expect, it } from 'vitest';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent, Incident, PartTerms } from '#shared/domain/assessment-content.ts';
import { premiumRange } from '#shared/pricing/factor-effects.ts';
import { ratingBasisOf } from '#shared/pricing/frequency.ts';
import { periodLoss } from '#shared/pricing/period-loss.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { modelTestMismatches } from '#shared/underwriting/model-test-cases.ts';
import { quotableExample as example, model } from '#test/models/model-2026-2.ts';
import { cents, day } from '#test/support/branded.ts';

const incident = example.incidents[0]!;
const withParts = (change: (part: PartTerms) => PartTerms): AssessmentContent => ({
  ...example,
  terms: { ...example.terms, parts: example.terms.parts.map(change) },
});
const withIncidents = (...incidents: readonly Incident[]): AssessmentContent => ({
  ...example,
  incidents: [...incidents],
});
/** Means and deviations hold to 1e-7, so that a premium printed off another lattice may differ by cents. */
const LATTICE_CENTS = 2;

const judged = (content: AssessmentContent) => judge({ content, model, today: example.asOf, grid: 'full' });
const second: Incident = {
  ...incident,
  id: 'i2',
  lossMinor: cents(90_000_000),
  recoveredMinor: cents(0),
  fixStatus: 'none',
};
const unknown: Incident = {
  ...incident,
  lossMinor: null,
  recoveredMinor: null,
  assetsAtTimeMinor: null,
  usersMadeWholePercent: null,
  disclosureHours: null,
};

describe('the worked example of model 2026.2', () => {
  it('comes out figure by figure, as the model itself asks', () => {
    expect(modelTestMismatches(model)).toEqual([]);
  });

  it('exhausts the shared limit with the printed probability', () => {
    const { terms } = readTerms(example, model);
    const basis = ratingBasisOf(scoreAssessment(example, model), example.subject.type, model);
    const loss = periodLoss({ terms: terms!, basis, gridName: 'full', cache: makeLossCache(), model });
    expect(loss.ok && loss.value.shared?.probabilityExhausted).toBeCloseTo(0.026824, 6);
  });

  it('passes its certificate and can be quoted without a referral', () => {
    const { price, decision, flags } = judged(example);
    expect(price.ok && price.value.certificate.verdict).toBe('pass');
    expect(decision.kind).toBe('quote');
    expect(flags).toEqual([]);
  });

  it('ranges as printed over its unproven answers', () => {
    const range = premiumRange(example, model, { grid: 'full' });
    if (!range.ok) throw new Error(range.failure.message);
    expect(Math.abs(range.value.lowMinor - 208_878_834)).toBeLessThanOrEqual(LATTICE_CENTS);
    expect(Math.abs(range.value.highMinor - 249_898_543)).toBeLessThanOrEqual(LATTICE_CENTS);
  });

  it.each<[string, AssessmentContent, number, number, number, number, readonly string[]]>([
    [
      'over 730 days',
      { ...example, terms: { ...example.terms, periodDays: 730 } },
      ...([81.8054, 0.369652, 1.158003, 449_334_143, []] as const),
    ],
    [
      'with an average clause on crime-online and specie',
      withParts((p) =>
        p.part === 'crime-online' || p.part === 'specie-offline' ? { ...p, hasAverageClause: true } : p,
      ),
      ...([81.8054, 0.369652, 1.158003, 149_311_377, []] as const),
    ],
    [
      'with a second loss of the day, listed after the first',
      withIncidents(incident, second),
      ...([72.7116, 0.694907, 1.356794, 261_879_781, ['ko-chronic', 'one-loss', 'rf-repeat']] as const),
    ],
    [
      'with a second loss of the day, listed before the first',
      withIncidents(second, incident),
      ...([72.7116, 0.694907, 1.356794, 261_879_781, ['ko-chronic', 'one-loss', 'rf-repeat']] as const),
    ],
    [
      'with nothing known of the incident but that it was',
      withIncidents(unknown),
      ...([50, 0.535607, 1.251898, 261_069_735, ['grade', 'assets-not-known', 'loss-not-known']] as const),
    ],
    [
      'with the incident at an affiliate',
      withIncidents({ ...incident, boundary: 'affiliate' }),
      ...([83.2824, 0.184826, 1.043855, 214_177_014, []] as const),
    ],
  ])('%s', (_, content, pillar, m, z, technicalMinor, flags) => {
    const { score, price, flags: raised } = judged(content);
    if (!price.ok) throw new Error(price.failure.message);
    const experience = price.value.parts.find(({ part }) => part === 'crime-online')!.ownExperience;
    expect(score.pillars.incidents.score).toBeCloseTo(pillar, 4);
    expect(experience.m).toBeCloseTo(m, 6);
    expect(experience.z).toBeCloseTo(z, 6);
    expect(Math.abs(price.value.technicalMinor - technicalMinor)).toBeLessThanOrEqual(LATTICE_CENTS);
    expect(price.value.maximumPayableMinor).toBe(8_600_000_000);
    expect(raised.map(({ id }) => id)).toEqual(flags);
  });

  it('refuses a retention at the exposed value, naming part and term', () => {
    const { price } = judged(
      withParts((p) => (p.part === 'specie-offline' ? { ...p, retentionMinor: cents(90_000_000_000) } : p)),
    );
    expect(price).toMatchObject({ ok: false, failure: { field: 'terms.parts.3.retentionMinor' } });
    expect(price.ok ? '' : price.failure.message).toMatch(
      /can pay nothing: its retention of USD\s900,000,000/,
    );
  });

  it('refers own losses that raise a quoted peril above one and a half times', () => {
    const losses = [0, 1, 2].map((back) => ({
      ...incident,
      id: `i${back}`,
      date: day(`${2025 - back}-05-22`),
      lossMinor: cents(500_000_000),
      recoveredMinor: cents(0),
      assetsAtTimeMinor: cents(100_000_000_000),
    }));
    const { flags } = judged(withIncidents(...losses));
    expect(flags.map(({ id }) => id)).toContain('rf-experience');
  });
});

describe('own losses of USD 5m a year, of one cause, on crime-online 25m xs 1.25m alone', () => {
  const alone: AssessmentContent = {
    ...example,
    terms: {
      ...example.terms,
      parts: example.terms.parts.filter(({ part }) => part === 'crime-online'),
      policyAggregateLimitMinor: null,
    },
  };
  const withLosses = (count: number) => {
    const losses = Array.from({ length: count }, (_, back) => ({
      ...incident,
      id: `i${back}`,
      date: day(`${2025 - back}-05-22`),
      lossMinor: cents(500_000_000),
      recoveredMinor: cents(0),
      assetsAtTimeMinor: cents(100_000_000_000),
    }));
    const { price } = judged({ ...alone, incidents: losses });
    if (!price.ok) throw new Error(price.failure.message);
    return { ...price.value.parts[0]!.ownExperience, technicalMinor: price.value.technicalMinor };
  };
  const none = withLosses(0).technicalMinor;

  it.each([
    [0, 0, 0.93, 0],
    [1, 0.52, 1.25, 27],
    [2, 1.18, 1.66, 61],
    [3, 1.71, 1.98, 87],
    [4, 2.13, 2.24, 106],
    [6, 2.73, 2.61, 133],
  ])('%i losses: m %f, Z %f, %i%% dearer', (count, m, z, percent) => {
    const found = withLosses(count);
    expect(found.m).toBeCloseTo(m, 2);
    expect(found.z).toBeCloseTo(z, 2);
    expect(Math.round((found.technicalMinor / none - 1) * 100)).toBe(percent);
  });
});
