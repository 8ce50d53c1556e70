import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { GRADES, PILLARS } from '#shared/domain/vocabulary.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { arbitraryContent } from '#test/scoring/arbitrary-content.ts';
import { judged } from './judged.ts';

type Judgement = NonNullable<AssessmentContent['judgement']>;
const why = { reason: 'control-underway', words: 'Seen in the contract with the vendor.' };
const withJudgement = (judgement: Judgement): AssessmentContent => ({ ...quotableExample, judgement });
const setting = (id: string, score: number) => withJudgement({ answers: { [id]: { score, ...why } } });
const scoreOf = (content: AssessmentContent) => scoreAssessment(content, model);
const plain = scoreOf(quotableExample);
const own = PILLARS.flatMap((p) => plain.pillars[p].factors).filter(
  ({ factorId, score }) => score !== null && hasOwnAnswer(model.factors.find(({ id }) => id === factorId)!),
);
/** The heaviest question and the lightest, of those with room above. */
const byWeight = own
  .filter(({ score }) => (score ?? 0) <= 75)
  .toSorted((a, b) => a.share * plain.pillars[a.pillar].share - b.share * plain.pillars[b.pillar].share);
const [light] = byWeight;
const override = (content: AssessmentContent, by: RatingModel = model) =>
  judged(content, { model: by }).referrals.find(({ id }) => id === 'rf-override');

describe('a score set by judgement', () => {
  it('counts after the evidence cap, with the score as computed beside it', () => {
    const { factorId, score, pillar } = light!;
    const to = (score ?? 0) + 3;
    const changed = scoreOf(setting(factorId, to));
    const factor = changed.pillars[pillar].factors.find((f) => f.factorId === factorId);
    expect(factor).toMatchObject({ score: to, original: score });
    expect(factor?.rules.at(-1)).toEqual({
      kind: 'judgement',
      from: score,
      to,
      reason: 'A control under way, seen in a contract or a test',
      words: why.words,
    });
    expect(changed.pillars[pillar].original).toBe(plain.pillars[pillar].score);
    expect(changed.original).toEqual({ overall: plain.overall, grade: plain.ungatedGrade });
    expect(changed.overall).toBeGreaterThan(plain.overall);
  });

  it('leaves a result without judgement as it was, key by key', () => {
    expect(JSON.stringify(plain)).not.toContain('original');
    const { judgement: _, ...without } = setting(light!.factorId, 1);
    expect(contentHash(without)).toBe(contentHash(quotableExample));
  });

  it('is no referral within the bounds, and is one beyond them', () => {
    const { factorId, score, label } = light!;
    expect(override(setting(factorId, (score ?? 0) + 20))).toBeUndefined();
    expect(override(setting(factorId, (score ?? 0) + 20.5))?.reason).toContain(`“${label}” is set from`);
    expect(override(setting(factorId, (score ?? 0) + 20.5))).toMatchObject({
      label: 'A score set far from its answer by judgement',
      fields: [factorId],
    });
  });

  it('is a referral from five points of the overall score, exactly then', () => {
    const bandless = {
      ...model,
      gradeBands: model.gradeBands.map((b, i, all) => ({
        ...b,
        minimumScore: i === all.length - 1 ? 0 : 101,
      })),
    };
    const all = (points: number) =>
      withJudgement({
        answers: Object.fromEntries(
          own.map(({ factorId, score }) => [factorId, { score: Math.max(0, (score ?? 0) - points), ...why }]),
        ),
      });
    for (const points of [1, 3, 5, 7, 9, 11, 13, 15]) {
      const content = all(points);
      const moved = Math.abs(scoreOf(content).overall - plain.overall);
      const found = override(content, bandless);
      expect([points, found !== undefined]).toEqual([points, moved >= 5 - 1e-9]);
      if (found !== undefined) expect(found.reason).toContain('5 points or more');
    }
  });

  it('never leaves 0 to 100, in any of the scores, and never moves a knock-out', () => {
    const ids = model.factors.filter(hasOwnAnswer).map(({ id }) => id);
    fc.assert(
      fc.property(
        arbitraryContent(),
        fc.dictionary(fc.constantFrom(...ids), fc.double({ min: 0, max: 100, noNaN: true }), { maxKeys: 12 }),
        fc.option(fc.constantFrom(...GRADES), { nil: undefined }),
        (content, scores, grade) => {
          const answers = Object.fromEntries(
            Object.entries(scores).map(([id, score]) => [id, { score, ...why }]),
          );
          const judgement: Judgement = {
            answers,
            ...(grade === undefined ? {} : { grade: { grade, ...why } }),
          };
          const before = scoreOf(content);
          const after = scoreOf({ ...content, judgement });
          const all = [
            after.overall,
            after.range.low,
            after.range.high,
            ...PILLARS.flatMap((p) => [
              after.pillars[p].score,
              ...after.pillars[p].factors.map((f) => f.score ?? 0),
            ]),
          ];
          for (const score of all) expect(score >= 0 && score <= 100).toBe(true);
          expect(after.knockOuts).toEqual(before.knockOuts);
          expect(after.evidenceGap).toBe(before.evidenceGap);
          if (before.outcome.kind !== 'graded') expect(after.outcome).toEqual(before.outcome);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a grade set by judgement', () => {
  const from = plain.ungatedGrade;
  const better = GRADES[GRADES.indexOf(from) - 1]!;
  const grading = (grade: Judgement['grade']) => withJudgement({ grade });

  it('takes the place of the computed one, which stays beside it, and is a referral', () => {
    const content = grading({ grade: better, ...why });
    expect(scoreOf(content).outcome).toMatchObject({
      kind: 'graded',
      grade: better,
      judged: { original: from, words: why.words },
    });
    expect(override(content)?.reason).toBe(`The grade is ${better} by judgement; without it, it is ${from}.`);
    expect(judged(content, { model }).decision.kind).toBe('indication');
  });

  it('of two steps says that it is beyond the bounds', () => {
    const two = GRADES[GRADES.indexOf(from) + 2]!;
    expect(override(grading({ grade: two, ...why }))?.reason.replaceAll('\u00a0', ' ')).toContain(
      'more than 1 step',
    );
  });

  it('that is the computed one is no referral', () =>
    expect(override(grading({ grade: from, ...why }))).toBeUndefined());

  it('does not lift a knock-out, and is told to have no effect', () => {
    const knocked: AssessmentContent = {
      ...grading({ grade: 'AAA', ...why }),
      declarations: { ...quotableExample.declarations, [model.declarations[0]!.id]: 'yes' },
    };
    const { score, warnings } = judged(knocked, { model });
    if (score.outcome.kind === 'knocked-out')
      expect(warnings.map(({ id }) => id)).toContain('idle-judgement:grade');
    else expect(score.outcome.kind).toBe('graded');
  });
});

describe('judgement that cannot be', () => {
  const told = (judgement: Judgement, by: RatingModel = model) =>
    checkContentAgainstModel({ content: withJudgement(judgement), model: by }).map(({ message }) => message);
  const ofRegister = model.factors.find((factor) => !hasOwnAnswer(factor))!;

  it('is of the register, without words, for an unknown reason, or under a wording without rules', () => {
    expect(told({ answers: { [ofRegister.id]: { score: 1, ...why } } })).toEqual([
      `The judgement of “${ofRegister.label}” is of a factor that is computed from the incident register; correct the register.`,
    ]);
    const { factorId, label } = light!;
    expect(told({ answers: { [factorId]: { score: 1, ...why, words: ' ' } } })).toEqual([
      `The reason in words of the judgement of “${label}” must say why.`,
    ]);
    expect(told({ grade: { grade: 'A', ...why, reason: 'because' } })[0]).toContain(
      'The reason of the grade set by judgement is “because”, which is no reason for a judgement; it must be “',
    );
    const silent = { ...earlier, wording: { ...earlier.wording, decision: null } };
    expect(told({ grade: { grade: 'A', ...why } }, silent)[0]).toContain('must be left out');
  });
});
