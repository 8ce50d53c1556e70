import { describe, expect, it } from 'vitest';
import {
  type AssessmentContent,
  assessmentContentSchema,
  type Incident,
} from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { withUnprovenAt } from '#shared/scoring/extreme-answers.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents, day } from '#test/support/branded.ts';

const incident = example.incidents[0]!;
const withIncidents = (...incidents: readonly Incident[]): AssessmentContent => ({
  ...example,
  incidents: [...incidents],
});
const score = (content: AssessmentContent) => scoreAssessment(content, model);
const unknown: Incident = {
  ...incident,
  lossMinor: null,
  recoveredMinor: null,
  assetsAtTimeMinor: null,
  usersMadeWholePercent: null,
  disclosureHours: null,
};
const workingOf = (content: AssessmentContent) => score(content).incidentWorking.incidents[0]!;

describe('what is not known of an incident', () => {
  it('counts at its worst sensible value: assets of today, a tenth of them lost, nothing recovered', () => {
    expect(workingOf(withIncidents(unknown))).toMatchObject({
      loss: 200_000_000,
      recovered: 0,
      lossShare: 0.1,
    });
  });

  it('is USD 5m where a tenth of the assets is less, and no less than what was recovered', () => {
    const small = { ...unknown, assetsAtTimeMinor: cents(1_000_000_000) };
    expect(workingOf(withIncidents(small))).toMatchObject({ loss: 5_000_000, lossShare: 0.5 });
    const recovered = { ...unknown, recoveredMinor: cents(30_000_000_000) };
    expect(workingOf(withIncidents(recovered))).toMatchObject({ loss: 300_000_000, recovered: 300_000_000 });
  });

  it('takes the loss for the assets, and USD 5m for both, where nothing is declared', () => {
    const bare = {
      ...example,
      exposures: { ...example.exposures, onlinePeakMinor: null, offlineMinor: null },
    };
    expect(workingOf({ ...bare, incidents: [unknown] })).toMatchObject({ loss: 5_000_000, lossShare: 1 });
    const known = { ...unknown, lossMinor: cents(77_000_000) };
    expect(workingOf({ ...bare, incidents: [known] })).toMatchObject({ loss: 770_000, lossShare: 1 });
  });

  it('is the least material loss at best, whole and disclosed at once, and widens the range of the score', () => {
    const content = withIncidents(unknown);
    const best = withUnprovenAt('best', content, model).incidents[0]!;
    expect(best).toMatchObject({
      lossMinor: cents(10_000_000),
      recoveredMinor: cents(10_000_000),
      usersMadeWholePercent: 100,
      disclosureHours: 0,
      assetsAtTimeMinor: cents(200_000_000_000),
    });
    const { range, overall } = score(content);
    const known = score(withIncidents(incident)).range;
    expect(range.high).toBeGreaterThan(overall);
    expect(range.high - range.low).toBeGreaterThan(known.high - known.low);
  });

  it('is refused by a model that has no rule for it, field by field', () => {
    const refused = checkContentAgainstModel({ content: withIncidents(unknown), model: earlier });
    expect(refused.map(({ field }) => field)).toEqual([
      'incidents.0.lossMinor',
      'incidents.0.recoveredMinor',
      'incidents.0.assetsAtTimeMinor',
      'incidents.0.usersMadeWholePercent',
    ]);
    expect(refused[0]?.message).toMatch(/must be given: model 2026\.1 has no rule for what is not known/);
    expect(checkContentAgainstModel({ content: withIncidents(unknown), model })).toEqual([]);
  });
});

describe('an incident at an affiliate or fork', () => {
  const affiliate: Incident = { ...incident, boundary: 'affiliate' };
  const large: Incident = { ...affiliate, lossMinor: cents(60_000_000_000), usersMadeWholePercent: 0 };

  it('counts half in the frequency of losses', () => {
    const own = score(withIncidents(incident)).incidentWorking.rate;
    expect(score(withIncidents(affiliate)).incidentWorking.rate).toBeCloseTo(own / 2, 12);
    expect(scoreAssessment(withIncidents(affiliate), earlier).incidentWorking.rate).toBeCloseTo(own, 12);
  });

  it('trips no cap of the pillar', () => {
    expect(score(withIncidents(large)).incidentWorking.caps).toEqual([]);
    expect(score(withIncidents({ ...large, boundary: 'own' })).incidentWorking.caps).toHaveLength(2);
    expect(scoreAssessment(withIncidents(large), earlier).incidentWorking.caps).toHaveLength(1);
  });

  it('of a subject that is not yet live is the worst frequency, however small', () => {
    const small = { ...affiliate, lossMinor: cents(10_000_000), recoveredMinor: cents(0) };
    const content = {
      ...withIncidents(small),
      subject: { ...example.subject, liveSince: example.asOf },
    };
    const frequency = score(content).pillars.incidents.factors.find((f) => f.factorId === 'ih-frequency');
    expect(frequency?.score).toBe(0);
  });
});

describe('losses of one cause on one day', () => {
  const other: Incident = {
    ...incident,
    id: 'i2',
    lossMinor: cents(90_000_000),
    recoveredMinor: cents(0),
    fixStatus: 'none',
  };

  it('score the same in any order: all but the least is a repeat', () => {
    const [one, two] = [score(withIncidents(incident, other)), score(withIncidents(other, incident))];
    expect(one.overall).toBe(two.overall);
    expect(one.incidentWorking.load).toBe(two.incidentWorking.load);
    const repeats = one.incidentWorking.incidents.filter(({ isRepeat }) => isRepeat);
    expect(repeats).toHaveLength(1);
    const once = one.incidentWorking.incidents.find(({ isRepeat }) => !isRepeat)!;
    expect(repeats[0]!.load / 1.5).toBeGreaterThanOrEqual(once.load);
  });

  it('are chronic unless both are verified', () => {
    const verified = { ...other, fixStatus: 'verified' as const };
    const chronic = (...incidents: Incident[]) =>
      score(withIncidents(...incidents)).knockOuts.map(({ id }) => id);
    expect(chronic(incident, other)).toEqual(['ko-chronic']);
    expect(chronic(other, incident)).toEqual(['ko-chronic']);
    expect(chronic(incident, verified)).toEqual([]);
  });

  it('are all repeats after a loss of an earlier day', () => {
    const before: Incident = { ...incident, id: 'i0', date: day('2023-03-10') };
    const { incidents } = score(withIncidents(incident, before, other)).incidentWorking;
    expect(incidents.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true]);
  });
});

describe('the freshness of a review of other code', () => {
  const answered = (match: unknown) =>
    assessmentContentSchema.parse({
      subject: { name: 'Test subject', type: 'lending', liveSince: '2021-01-01' },
      asOf: '2026-11-22',
      answers: {
        'au-freshness': { evidence: 'verified', value: 48, isUnchangedSinceReview: true },
        ...(match === null ? {} : { 'au-deployed-match': match }),
      },
    });
  const freshness = (match: unknown, by = model) =>
    scoreAssessment(answered(match), by).pillars.audits.factors.find((f) => f.factorId === 'au-freshness')!;

  it('is at most 40 where the match scores below 50, or is not provided', () => {
    expect(freshness({ evidence: 'verified', value: 40 })).toMatchObject({ score: 40 });
    expect(freshness({ evidence: 'verified', value: 40 }).rules.map(({ kind }) => kind)).toContain(
      'other-code-cap',
    );
    expect(freshness(null).score).toBe(40);
  });

  it('stands where the match is good, does not apply, or the model has no such rule', () => {
    expect(freshness({ evidence: 'verified', value: 85 }).score).toBe(70);
    expect(freshness({ evidence: 'not-applicable', reason: 'No code of its own' }).score).toBe(70);
    expect(freshness({ evidence: 'verified', value: 40 }, earlier).score).toBe(70);
  });
});
