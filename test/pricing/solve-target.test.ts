import { describe, expect, it } from 'vitest';
import type { MinorUnits } from '#shared/domain/money.ts';
import { solveLimit, solveRetention } from '#shared/pricing/solve.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';

const score = scoreAssessment(workedExample, model);
const DRAFT = { grid: 'draft' } as const;

describe('a target premium that is none', () => {
  const targets: readonly (readonly [string, unknown])[] = [
    ['not a number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['negative', -5],
    ['zero', 0],
    ['a fraction of a cent', 100.5],
    ['beyond what integers hold', 2 ** 60],
    ['text', '150000000'],
    ['missing', undefined],
    ['null', null],
  ];

  it.each(targets)('%s is refused in words', (_, targetMinor) => {
    // What reaches the engine from a message is checked by no compiler.
    const target = { part: 'crime-online', targetMinor: targetMinor as MinorUnits } as const;
    for (const solve of [solveRetention, solveLimit]) {
      expect(solve({ content: workedExample, score, model, target, options: DRAFT })).toEqual({
        ok: false,
        failure: {
          code: 'invalid-input',
          message: 'The target premium must be an amount above zero, in whole cents.',
        },
      });
    }
  });

  it('one cent is a target, which nothing meets', () => {
    const target = { part: 'crime-online', targetMinor: cents(1) } as const;
    expect(solveRetention({ content: workedExample, score, model, target, options: DRAFT })).toMatchObject({
      ok: true,
      value: { kind: 'out-of-reach', targetMinor: cents(1) },
    });
  });
});
