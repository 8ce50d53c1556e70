import { describe, expect, it } from 'vitest';
import { findProblems } from '#renderer/editor/draft/find-problems.ts';
import { noPriceYet, type PriceView } from '#renderer/editor/draft/price-view.ts';
import { issueDecision } from '#renderer/editor/draft/quote-standing.ts';
import { evaluate } from '#shared/underwriting/evaluate.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';

const { score } = evaluate(workedExample, model, 'draft');
const message = 'Crime cannot be priced: too many events; look at pricing.perils of the rating model.';
const view: PriceView = {
  ...noPriceYet,
  problems: [{ message, field: 'pricing.perils' }],
  isCurrent: true,
};

describe('a price that pricing itself comes to say cannot be made', () => {
  it('is listed among the problems, without a field of the window to go to', () => {
    expect(findProblems(workedExample, model, score, view).problems).toEqual([{ path: null, message }]);
  });

  it('keeps a quote from being issued', () => {
    expect(issueDecision(workedExample, model, score, view, [])).toEqual({
      kind: 'refused',
      reasons: [message],
    });
  });

  it('is not said of newer input', () => {
    const stale = { ...view, isCurrent: false };
    expect(findProblems(workedExample, model, score, stale).problems).toEqual([]);
    expect(issueDecision(workedExample, model, score, stale, []).kind).toBe('quote');
  });
});
