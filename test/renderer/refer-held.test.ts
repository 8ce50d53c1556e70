import { describe, expect, it } from 'vitest';
import { notJudgedYet } from '#renderer/editor/draft/judgement-view.ts';
import { missingNames, whyNotReferred } from '#renderer/editor/draft/refer-held.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { quotableExample } from '#test/models/bundled-model.ts';
import { model } from '#test/models/model-2026-2.ts';

const view = (content: AssessmentContent) => ({
  ...notJudgedYet,
  judgement: judge({ content, model, today: content.asOf, grid: 'draft' }),
});
const { terms } = quotableExample;
const lacking = { ...quotableExample, terms: { ...terms, contract: {}, periodStart: null } };
/** Answers seen long ago: a rule that somebody with authority may clear. */
const referred = (content: AssessmentContent): AssessmentContent => ({
  ...content,
  exposures: { ...content.exposures, seenOn: '2024-01-05' as never },
});

describe('what cannot be referred', () => {
  it('is said with what is missing, as the form names it, where nothing needs authority', () => {
    const why = whyNotReferred(view(lacking), model);
    expect(why).toMatch(/^Nothing here needs anybody’s authority, and referring would lock the answers\. /);
    for (const name of ['the start of the period', 'the address of the insured', 'the law of the contract'])
      expect(why).toContain(name);
    expect(why).not.toMatch(/terms\.|periodStart/);
  });

  it('is said of nothing that is complete, nor of what a rule refers', () => {
    expect(whyNotReferred(view(quotableExample), model)).toBeNull();
    expect(whyNotReferred(view(referred(lacking)), model)).toBeNull();
    expect(missingNames(view(referred(lacking)), model)).toContain('the start of the period');
    expect(whyNotReferred(notJudgedYet, model)).toBeNull();
  });
});
