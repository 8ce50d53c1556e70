import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { NEEDED_FIELDS } from '#shared/domain/model-wording.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { bundledModel, quotableExample as earlierExample } from '#test/models/bundled-model.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { judged } from './judged.ts';

type Contract = NonNullable<AssessmentContent['terms']['contract']>;
const { contract, ...bare } = quotableExample.terms;
const decisionOn = (content: AssessmentContent) => judged(content, { model }).decision;
const without = (field: keyof Contract): AssessmentContent => {
  const { [field]: _, ...rest } = contract!;
  return { ...quotableExample, terms: { ...bare, contract: rest } };
};

describe('a firm quote', () => {
  it('stands with everything given, under either model', () => {
    expect(decisionOn(quotableExample)).toEqual({ kind: 'quote', reasons: [] });
    expect(judged(earlierExample, { model: bundledModel }).decision.kind).toBe('quote');
  });

  it.each(Object.keys(contract!) as (keyof Contract)[])('is an indication without %s', (field) => {
    const { kind, reasons } = decisionOn(without(field));
    expect(kind).toBe('indication');
    expect(reasons).toEqual([neededForQuote(`terms.contract.${field}`, model)]);
  });

  it('is an indication without a name, blank ones among them, and without a schedule or the call for one', () => {
    const nameless = {
      ...quotableExample,
      subject: { ...quotableExample.subject, legalName: null },
      terms: { ...quotableExample.terms, insured: '  ' },
    };
    expect(decisionOn(nameless).reasons).toEqual([neededForQuote('subject.legalName', model)]);
    const open = { ...quotableExample, terms: { ...quotableExample.terms, subjectivities: [] } };
    expect(decisionOn(open).reasons).toEqual([neededForQuote('schedule', model)]);
    const scheduled: AssessmentContent = {
      ...open,
      schedule: [{ kind: 'vault', address: 'Vault 1, Geneva' }],
    };
    expect(decisionOn(scheduled).kind).toBe('quote');
  });

  it('asks for nothing more under a wording of before, nor while no part is chosen', () => {
    const before = { ...model, wording: { ...model.wording, decision: null } };
    expect(judged({ ...quotableExample, terms: bare }, { model: before }).decision.kind).toBe('quote');
    const empty = { ...quotableExample, terms: { ...bare, parts: [] } };
    expect(judged(empty, { model }).issues.some(({ severity }) => severity === 'needed')).toBe(false);
  });

  it('is asked only for fields that the code knows', () => {
    for (const { field } of model.wording.decision!.needed) expect(NEEDED_FIELDS).toContain(field);
  });
});
