import { describe, expect, it } from 'vitest';
import { repriceBatch } from '#renderer/features/portfolio/reprice-batch.ts';
import type { RepriceJob, RepriceResult } from '#renderer/features/portfolio/reprice-jobs.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { bundledModel, quotableExample } from '#test/models/bundled-model.ts';
import { judged } from '#test/underwriting/judged.ts';
import { draftContent } from './content.ts';

const resultsOf = (items: RepriceJob['items']) => {
  const told: RepriceResult[] = [];
  repriceBatch({ items, today: quotableExample.asOf }, bundledModel, (result) => told.push(result));
  return told;
};

describe('a batch in the worker', () => {
  it('gives the premium of the full grid in the order asked, and why there is none', () => {
    const told = resultsOf([
      { id: 'empty', content: draftContent() },
      { id: 'example', content: quotableExample },
    ]);
    const { price, score } = judged(quotableExample, { grid: 'full' });
    expect(told).toMatchObject([
      {
        id: 'empty',
        outcome: { kind: 'repriced', result: { quotedMinor: null, failure: { field: 'terms.parts' } } },
      },
      {
        id: 'example',
        outcome: {
          kind: 'repriced',
          result: {
            quotedMinor: price.ok && price.value.quotedMinor,
            grade: score.outcome.grade,
            outcome: 'graded',
            failure: null,
            decision: 'quote',
          },
        },
      },
    ]);
  });

  it('blames a fault of the engine on the one assessment that meets it', () => {
    const broken = { ...quotableExample, answers: null } as unknown as AssessmentContent;
    const told = resultsOf([
      { id: 'broken', content: broken },
      { id: 'example', content: quotableExample },
    ]);
    expect(told).toMatchObject([
      {
        id: 'broken',
        outcome: { kind: 'faulty', why: expect.stringContaining('failed on this assessment') },
      },
      { id: 'example', outcome: { kind: 'repriced' } },
    ]);
  });
});
