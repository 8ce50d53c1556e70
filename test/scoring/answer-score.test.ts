import { describe, expect, it } from 'vitest';
import { type Answer, answerSchema } from '#shared/domain/assessment-content.ts';
import { scoreAnswer } from '#shared/scoring/answer-score.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const factor = (id: string) => bundledModel.factors.find((f) => f.id === id)!;
const answer = (fields: Partial<Answer>): Answer => answerSchema.parse(fields);
const score = (id: string, fields?: Partial<Answer>) =>
  scoreAnswer(factor(id), fields === undefined ? undefined : answer(fields), bundledModel);

describe('evidence caps', () => {
  it.each([
    ['verified', 100],
    ['documented', 90],
    ['asserted', 60],
  ] as const)('caps a level of 100 that is %s at %d', (evidence, expected) => {
    expect(score('cu-backup-recovery', { evidence, level: 'drilled' })).toMatchObject({
      status: 'scored',
      uncapped: 100,
      score: expected,
    });
  });

  it('caps numeric answers too, and leaves lower scores alone', () => {
    expect(score('cu-hot-ratio', { evidence: 'documented', value: 0 }).score).toBe(90);
    expect(score('cu-hot-ratio', { evidence: 'asserted', value: 40 }).score).toBe(10);
  });

  it('names the rule only where it moved the score', () => {
    expect(score('cu-hot-ratio', { evidence: 'asserted', value: 0 }).rules).toEqual([
      { kind: 'evidence-cap', cap: 60 },
    ]);
    expect(score('cu-hot-ratio', { evidence: 'asserted', value: 40 }).rules).toEqual([]);
  });
});

describe('mappings', () => {
  it.each([
    [0, 100],
    [2, 95],
    [6, 76],
    [15, 47.5],
    [60, 0],
    [100, 0],
  ])('hot ratio %d %% scores %d', (value, expected) => {
    expect(score('cu-hot-ratio', { evidence: 'verified', value }).score).toBeCloseTo(expected, 12);
  });
});

describe('what counts as not provided', () => {
  it.each<[string, Partial<Answer> | undefined]>([
    ['no record', undefined],
    ['the state itself, whatever the level', { evidence: 'not-provided', level: 'baseline' }],
    ['a state without a level', { evidence: 'verified' }],
    ['a level the model does not know', { evidence: 'verified', level: 'imaginary' }],
    ['not applicable without a reason', { evidence: 'not-applicable' }],
    ['not applicable with a blank reason', { evidence: 'not-applicable', reason: '  ' }],
  ])('%s', (_, fields) => {
    expect(score('cu-quorum', fields)).toMatchObject({ status: 'not-provided', score: 0, isUnproven: true });
  });

  it('differs from not applicable with a reason', () => {
    expect(score('cu-quorum', { evidence: 'not-applicable', reason: 'No privileged key' })).toMatchObject({
      status: 'not-applicable',
      score: null,
      isUnproven: false,
    });
  });
});

describe('named rules', () => {
  it('floors code unchanged since the review at 70, before the evidence cap', () => {
    const old = { value: 40, isUnchangedSinceReview: true };
    expect(score('au-freshness', { evidence: 'verified', ...old })).toMatchObject({
      uncapped: 70,
      score: 70,
    });
    expect(score('au-freshness', { evidence: 'asserted', ...old })).toMatchObject({
      uncapped: 70,
      score: 60,
    });
    expect(
      score('au-freshness', { evidence: 'verified', value: 3, isUnchangedSinceReview: true }).score,
    ).toBe(100);
  });

  it('caps a halt with socialised losses at 20, before the evidence cap', () => {
    expect(score('ih-service-halt', { evidence: 'verified', value: 0, hasSocialisedLoss: true }).score).toBe(
      20,
    );
    expect(score('ih-service-halt', { evidence: 'verified', value: 90, hasSocialisedLoss: true }).score).toBe(
      0,
    );
  });

  it('leaves other factors alone whatever the ticks say', () => {
    expect(
      score('cu-hot-ratio', { evidence: 'verified', value: 60, isUnchangedSinceReview: true }).score,
    ).toBe(0);
  });
});
