import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { NEEDED_FIELDS, type NeededField } from '#shared/domain/model-wording.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { judge } from '#shared/underwriting/judge.ts';
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

const NAMED = { insurer: 'Harbour Mutual', underwriter: 'R. Vance' };
const OPEN = { insurer: null, underwriter: null };
/** What has to be taken from a full submission for each field of the list to be missing. */
const WITHOUT: Readonly<Record<NeededField, (content: AssessmentContent) => AssessmentContent>> = {
  'subject.legalName': (of) => ({
    ...of,
    subject: { ...of.subject, legalName: null },
    terms: { ...of.terms, insured: null },
  }),
  'terms.insured': (of) => ({ ...of, terms: { ...of.terms, insured: null } }),
  'terms.broker': (of) => ({ ...of, terms: { ...of.terms, broker: null } }),
  'terms.contract.insuredAddress': () => without('insuredAddress'),
  'terms.periodStart': (of) => ({ ...of, terms: { ...of.terms, periodStart: null } }),
  'terms.contract.startTime': () => without('startTime'),
  'terms.contract.endTime': () => without('endTime'),
  'terms.contract.timePlace': () => without('timePlace'),
  'terms.contract.law': () => without('law'),
  'terms.contract.jurisdiction': () => without('jurisdiction'),
  'terms.line.leader': (of) => ({
    ...of,
    terms: { ...of.terms, line: { orderPercent: 100, writtenPercent: 40, role: 'follow' } },
  }),
  schedule: (of) => ({ ...of, terms: { ...of.terms, subjectivities: [] } }),
  'terms.contract.validUntilTime': () => without('validUntilTime'),
  'terms.contract.validityPlace': () => without('validityPlace'),
  declarations: (of) => ({ ...of, declarations: { ...of.declarations, 'ko-insolvent': 'not-stated' } }),
  insurer: (of) => of,
  underwriter: (of) => of,
};

describe('the list of what a firm quote needs', () => {
  it.each(
    [model, bundledModel].flatMap((by) =>
      by.wording.decision!.needed.map(({ field }) => [by.id, field, by] as const),
    ),
  )(
    '%s: without %s it is an indication, and the sentence names the field as the form does',
    (_, field, by) => {
      const full = by === model ? quotableExample : earlierExample;
      const content = WITHOUT[field](full);
      const parties = field in NAMED ? { ...NAMED, [field]: ' ' } : NAMED;
      const { decision } = judge({ content, model: by, today: full.asOf, grid: 'draft', parties });
      expect(decision).toEqual({ kind: 'indication', reasons: [neededForQuote(field, by)] });
      const words = fieldWords(field.split('.'), by).replace(/^The (list of )?/, '');
      expect(decision.reasons[0]?.toLowerCase()).toContain(words.toLowerCase());
      expect(decision.reasons[0]).toMatch(/; a quote needs (it|them|all of them|one of the two)\.$/);
    },
  );

  it('holds every item that a contract has to have', () => {
    for (const by of [model, bundledModel])
      expect(by.wording.decision!.needed.map(({ field }) => field)).toEqual(
        NEEDED_FIELDS.filter((field) => field !== 'terms.insured' && field !== 'terms.broker'),
      );
  });

  it('cannot be cleared: no approval makes up for what is missing', () => {
    const cleared = ['declarations', 'needed:declarations', 'needed:insurer', 'needed:terms.contract.law'];
    const content = WITHOUT.declarations(without('law'));
    const on = { content, model, today: content.asOf, grid: 'draft', parties: OPEN } as const;
    expect(judge({ ...on, cleared }).decision.reasons).toHaveLength(4);
  });

  it('says nothing of who stands on the paper where only the content is judged', () => {
    expect(judged(quotableExample, { model }).decision.kind).toBe('quote');
  });
});

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
