import { describe, expect, it } from 'vitest';
import { repriceBatch } from '#renderer/features/portfolio/reprice-batch.ts';
import type { RepriceReply } from '#renderer/features/portfolio/reprice-messages.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { evaluate } from '#shared/underwriting/evaluate.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';
import { draftContent } from './content.ts';

const replies = (
  items: Parameters<typeof repriceBatch>[0],
  model = bundledModel as typeof bundledModel | null,
) => {
  const said: RepriceReply[] = [];
  repriceBatch(items, model, (reply) => said.push(reply));
  return said;
};

describe('a batch in the worker', () => {
  it('gives the premium of the full grid in the order asked, and why there is none', () => {
    const said = replies([
      { id: 'empty', content: draftContent() },
      { id: 'example', content: workedExample },
    ]);
    const { price, score } = evaluate(workedExample, bundledModel, 'full');
    expect(said).toMatchObject([
      {
        kind: 'result',
        id: 'empty',
        outcome: { kind: 'repriced', result: { quotedMinor: null, failure: { field: 'terms.parts' } } },
      },
      {
        kind: 'result',
        id: 'example',
        outcome: {
          kind: 'repriced',
          result: {
            quotedMinor: price.ok && price.value.quotedMinor,
            grade: score.outcome.grade,
            outcome: 'graded',
            failure: null,
          },
        },
      },
      { kind: 'batch-done' },
    ]);
  });

  it('blames a fault of the engine on the one assessment that meets it', () => {
    const broken = { ...workedExample, answers: null } as unknown as AssessmentContent;
    const said = replies([
      { id: 'broken', content: broken },
      { id: 'example', content: workedExample },
    ]);
    expect(said).toMatchObject([
      {
        id: 'broken',
        outcome: { kind: 'faulty', why: expect.stringContaining('failed on this assessment') },
      },
      { id: 'example', outcome: { kind: 'repriced' } },
      { kind: 'batch-done' },
    ]);
    expect(replies([{ id: 'a', content: workedExample }], null)[0]).toMatchObject({
      outcome: { kind: 'faulty' },
    });
  });
});
