import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent, Incident } from '#shared/domain/assessment-content.ts';
import { offeredShare } from '#shared/domain/contradictions.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';

const HOT = 'cu-hot-ratio';
const answered = (
  value: number | null,
  change: Record<string, unknown> = {},
  from = example,
): AssessmentContent => ({
  ...from,
  answers: { ...from.answers, [HOT]: { ...from.answers[HOT]!, value, ...change } },
});
const exposed = (content: AssessmentContent, online: number | null, offline: number | null) => ({
  ...content,
  exposures: {
    ...content.exposures,
    onlinePeakMinor: online === null ? null : cents(online),
    offlineMinor: offline === null ? null : cents(offline),
  },
});
const warnings = (content: AssessmentContent, by = model) =>
  judge({ content, model: by, today: content.asOf, grid: 'draft' }).issues.filter(({ id }) =>
    /^(contradicted|not-asked|one-loss)/.test(id),
  );
const hotOf = (content: AssessmentContent, by = model) =>
  scoreAssessment(content, by).pillars.custody.factors.find(({ factorId }) => factorId === HOT)!;
const factor = model.factors.find(({ id }) => id === HOT)!;

describe('an answer that the exposures contradict', () => {
  const flattering = exposed(answered(9), 6_800_000_000, 9_500_000_000);

  it('is pointed out at its field, and offered the share', () => {
    expect(warnings(flattering)).toMatchObject([
      { severity: 'warning', id: `contradicted:${HOT}`, field: `answers.${HOT}` },
    ]);
    expect(warnings(flattering)[0]?.message).toMatch(
      /9% of assets, but the exposures make it 41\.7% of assets/,
    );
    expect(offeredShare(flattering, factor, model)).toBe(41.7);
    expect(warnings(answered(41.7, {}, flattering))).toEqual([]);
    expect(warnings(answered(42, {}, flattering))).toEqual([]);
    // A rounder answer below the share would keep it from a limit between the two.
    expect(warnings(answered(41, {}, flattering))).toHaveLength(1);
    expect(warnings(answered(41.6, {}, flattering))).toHaveLength(1);
  });

  it('gives way under 2026.2, raises the referral of the share and says so; 2026.1 keeps its rule', () => {
    const taken = answered(41.7, {}, flattering);
    expect(hotOf(flattering)).toMatchObject({ answer: 41.7, score: hotOf(taken).score });
    expect(hotOf(flattering).answerText).toContain('answered 9% of assets');
    const raised = (content: AssessmentContent) =>
      judge({ content, model, today: content.asOf, grid: 'draft' }).flags.map(({ id }) => id);
    expect(raised(flattering)).toContain('rf-hot');
    const before = exposed(answered(9, {}, workedExample), 6_800_000_000, 9_500_000_000);
    expect(hotOf(before, bundledModel).answer).toBe(9);
    expect(warnings(before, bundledModel)).toHaveLength(1);
  });

  it('stands where it is the worse one, and where the exposures are not given', () => {
    expect(hotOf(answered(60, {}, flattering)).answer).toBe(60);
    expect(warnings(answered(60, {}, flattering))).toHaveLength(1);
    for (const [online, offline] of [
      [null, 1],
      [1, null],
      [0, 0],
    ] as const) {
      const content = exposed(answered(9), online, offline);
      expect(warnings(content)).toEqual([]);
      expect(hotOf(content).answer).toBe(9);
    }
  });

  it('is offered the share while it is open, and may not be called not applicable', () => {
    const open = { ...flattering, answers: {} };
    expect(offeredShare(open, factor, model)).toBe(41.7);
    expect(warnings(open)).toEqual([]);
    const aside = answered(null, { evidence: 'not-applicable', reason: 'None' }, flattering);
    expect(warnings(aside)[0]?.message).toContain('not applicable');
  });

  it('never scores better than both, whatever is exposed', () => {
    const amount = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), amount, amount, (value, online, offline) => {
        const content = exposed(answered(value), online, offline);
        const plain = exposed(answered(value), null, null);
        expect(hotOf(content).score).toBeLessThanOrEqual(hotOf(plain).score ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});

it('a protocol that declares online balances is told that nothing asks about them', () => {
  const protocol = exposed({ ...example, subject: { ...example.subject, type: 'lending' } }, 950_000_000, 0);
  expect(warnings(protocol)).toMatchObject([
    { severity: 'needs-authority', id: 'not-asked', field: 'exposures.onlinePeakMinor' },
  ]);
  expect(warnings(exposed(protocol, 0, 0))).toEqual([]);
  const noted = (note: string) => ({ ...protocol, exposures: { ...protocol.exposures, note } });
  expect(warnings(noted('n/a'))).toMatchObject([{ severity: 'needs-authority' }]);
  // Once somebody has said in words how it is kept, it is pointed out and no more.
  expect(warnings(noted('In a 4/7 multisig, swept daily'))).toMatchObject([
    { severity: 'warning', id: `not-asked:${HOT}` },
  ]);
});

describe('a loss that may be entered more than once', () => {
  const base = {
    title: null,
    cause: model.causes[0]!.code,
    boundary: 'own',
    recoveredMinor: cents(0),
    assetsAtTimeMinor: cents(1e10),
    fixStatus: 'none',
    usersMadeWholePercent: 0,
    disclosureHours: null,
    postmortem: 'none',
    note: null,
    source: null,
  } as const;
  const loss = (id: string, date: string, amount: number, change: Partial<Incident> = {}): Incident => ({
    ...base,
    id,
    date: day(date),
    lossMinor: cents(amount),
    ...change,
  });
  const asked = (...incidents: readonly Incident[]) =>
    warnings({ ...example, incidents: [...incidents] }).map(({ message }) => message);

  it('is asked about, whatever the order', () => {
    const twice = [loss('a', '2024-03-01', 500), loss('b', '2024-03-02', 500)];
    expect(asked(...twice)).toEqual(asked(...twice.toReversed()));
    expect(asked(...twice)[0]).toMatch(/entered more than once/);
    expect(asked(loss('a', '2024-03-01', 500), loss('b', '2024-03-01', 300))[0]).toMatch(/in pieces/);
    expect(
      asked(loss('a', '2024-03-01', 500), loss('b', '2024-03-01', 300), loss('c', '2024-03-02', 800))[0],
    ).toMatch(/is the sum of the others/);
  });

  it('is not asked about weeks apart, nor of another subject', () => {
    const first = loss('a', '2024-03-01', 500);
    expect(asked(first, loss('b', '2024-03-16', 500))).toEqual([]);
    expect(asked(first, loss('b', '2024-03-01', 500, { boundary: 'affiliate' }))).toEqual([]);
  });
});
