import { describe, expect, it } from 'vitest';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { buildQuoteDocument, type Designation } from '#shared/quote/quote-document.ts';
import { quoteWording } from '#shared/quote/quote-wording.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';

const model = bundledModel;
const example = model.testCases.find((testCase) => testCase.kind === 'quote')?.content;
if (example === undefined) throw new Error('The model carries no worked example');
const content: AssessmentContent = example;
const withTerms = (terms: Partial<QuoteTerms>): AssessmentContent => ({
  ...content,
  terms: { ...content.terms, ...terms },
});
const onlyParts = (...parts: string[]) =>
  withTerms({ parts: content.terms.parts.filter(({ part }) => parts.includes(part)) });

describe('the wording of a quote', () => {
  it('has the quoted parts and the exclusions that apply to them', () => {
    const wording = quoteWording(onlyParts('specie-offline'), model);
    expect(wording.parts.map(({ part }) => part)).toEqual(['specie-offline']);
    expect(wording.parts[0]?.insures).toMatch(/offline key media/);
    expect(wording.exclusions.map(({ id }) => id)).toContain('ex-online');
    expect(wording.exclusions.map(({ id }) => id)).not.toContain('ex-governance');
    expect(wording.exclusions.every(({ parts }) => parts.join() === 'specie-offline')).toBe(true);
  });

  it('keeps a bought-back exclusion in its place, with the reason', () => {
    const buyBacks = [{ exclusionId: 'ex-voluntary', reason: 'Extension bought' }];
    const { exclusions } = quoteWording(withTerms({ buyBacks }), model);
    expect(exclusions.find(({ id }) => id === 'ex-voluntary')?.boughtBack).toBe('Extension bought');
    expect(exclusions.filter(({ boughtBack }) => boughtBack !== null)).toHaveLength(1);
  });

  it('resolves subjectivities, and shows an unknown one by its id', () => {
    const { subjectivities } = quoteWording(
      withTerms({
        subjectivities: [
          { id: 'sj-pentest', dueOn: day('2027-01-31') },
          { id: 'sj-gone', dueOn: null },
        ],
        ownSubjectivities: [{ text: 'Visit the vault.', dueOn: null }],
      }),
      model,
    );
    expect(subjectivities.map(({ text }) => text)).toEqual([
      'Penetration test and retest letter under 12 months old',
      'sj-gone',
      'Visit the vault.',
    ]);
    expect(subjectivities[0]?.dueOn).toBe('2027-01-31');
  });

  const responseTo = (code: string, of: AssessmentContent) =>
    quoteWording(of, model).causes.find((cause) => cause.code === code);

  it('says for each cause which quoted part answers', () => {
    expect(responseTo('key-hot', content)).toMatchObject({ response: 'covered', parts: ['crime-online'] });
    expect(responseTo('key-hot', onlyParts('specie-offline'))).toMatchObject({
      response: 'not-covered',
      parts: [],
    });
    expect(responseTo('third-party', content)).toMatchObject({
      response: 'contingent',
      parts: ['crime-online'],
    });
    expect(responseTo('rug', content)).toMatchObject({ response: 'not-covered' });
    expect(responseTo('unknown', content)).toMatchObject({ response: 'refer', parts: [] });
    expect(quoteWording(content, model).causes).toHaveLength(model.causes.length);
  });

  it('follows the terms on a signer who is tricked', () => {
    const at = (signingWording: QuoteTerms['signingWording']) =>
      responseTo('signing-flow', withTerms({ signingWording }));
    expect(at('crime-online')).toMatchObject({ response: 'covered', parts: ['crime-online'] });
    expect(at('social-engineering')).toMatchObject({ response: 'covered', parts: ['social-engineering'] });
    expect(at('excluded')).toMatchObject({ response: 'not-covered', parts: [] });
    expect(at(null)).toMatchObject({ response: 'refer' });
  });
});

describe('the quote document', () => {
  const ISSUED = { status: 'quote', reference: 'BAL-2026-0001', version: 1 } as const;
  const document = (of: AssessmentContent, designation: Designation = { status: 'draft' }) =>
    buildQuoteDocument({
      rating: {
        content: of,
        judgement: judge({ content: of, model, today: content.asOf, grid: 'draft' }),
        bridge: null,
        effects: null,
        range: null,
      },
      activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'c'.repeat(64) },
      designation,
      preparation: {
        paper: 'a4',
        preparedAt: '2026-11-22T23:59:59.000Z',
        preparedBy: 'R. Vance',
      },
    });

  describe('says of a signer who is tricked', () => {
    const saysOf = (of: AssessmentContent) => document(of).words.signingWording.text;
    const withAnswer = withTerms({ signingWording: 'social-engineering' });
    const { parts, ...rest } = withAnswer.terms;
    const less = parts.filter(({ part }) => part !== 'social-engineering');
    const { policyAggregateLimitMinor, policyAggregateRetentionMinor } = rest;
    const { schedulePercent, scheduleReason, scheduleNote, riskLoadPrinciple } = rest;
    const own = { policyAggregateLimitMinor, policyAggregateRetentionMinor, schedulePercent };
    const ofOption = { ...own, scheduleReason, scheduleNote, riskLoadPrinciple, parts: less };
    const options: AssessmentContent['options'] = [
      { id: 'A', terms: null, isOffered: true },
      { id: 'B', terms: ofOption, isOffered: true },
    ];
    const notQuoted = /^A transaction .* is not covered: .* is not quoted\.$/;

    it('which part answers, where it is quoted', () => {
      expect(saysOf(withAnswer)).toMatch(/answered by the social engineering extension, within its limit\.$/);
    });

    it('that none does, where that part is not quoted', () => {
      const of = { ...withAnswer, terms: { ...rest, parts: less } };
      expect(saysOf(of)).toMatch(notQuoted);
      expect(document(of).wording.causes.find(({ code }) => code === 'signing-flow')?.response).toBe(
        'not-covered',
      );
    });

    it('that an option without that part does not cover it, and goes out', () => {
      const of = { ...withAnswer, options };
      expect(saysOf(of)).toMatch(
        /within its limit\. An option that does not quote that part does not cover it\.$/,
      );
      const { issues } = judge({ content: of, model, today: of.asOf, grid: 'draft' }).options?.[1] ?? {
        issues: [],
      };
      expect(issues.find(({ id }) => id === 'signing-part-not-quoted')?.severity).toBe('warning');
      const reversed = {
        ...of,
        options: options.map((o) => (o.id === 'A' ? { ...o, isOffered: false } : o)),
      };
      expect(saysOf(reversed)).toMatch(notQuoted);
    });
  });

  it('works out validity and the end of the period', () => {
    const made = document(
      withTerms({ periodStart: day('2028-01-15'), periodDays: 366, validityDays: 30 }),
      ISSUED,
    );
    expect(made).toMatchObject({ validUntil: '2026-12-22', periodEnd: '2029-01-15' });
    expect(document(withTerms({ periodStart: null })).periodEnd).toBeNull();
  });

  it('has no validity where nothing is offered', () => {
    expect(document(withTerms({ validityDays: 30 })).validUntil).toBeNull();
    expect(document(withTerms({ parts: [] }), ISSUED).validUntil).toBeNull();
  });

  it('has neither reference nor version where it was not issued', () => {
    expect(document(content)).toMatchObject({ status: 'draft', reference: 'Draft', version: null });
    const onFile = document(withTerms({ parts: [] }), { status: 'not-quotable' });
    expect(onFile).toMatchObject({ status: 'not-quotable', reference: 'Not issued', version: null });
    expect(onFile.statusReasons).toEqual(['Choose at least one coverage part.']);
    expect(document(content, ISSUED)).toMatchObject(ISSUED);
  });

  it('carries the model, every declaration and the scale of the grades', () => {
    const made = document({ ...content, declarations: { 'ko-insolvent': 'no' } });
    expect(made.model).toMatchObject({ id: model.id, version: '2026.1', hash: 'a'.repeat(64) });
    expect(made.model.gradeBands).toHaveLength(model.gradeBands.length);
    expect(made.declarations).toHaveLength(model.declarations.length);
    expect(made.declarations.find(({ id }) => id === 'ko-insolvent')?.state).toBe('no');
    expect(made.declarations.find(({ id }) => id === 'rf-growth')?.state).toBe('not-stated');
    expect(made.subjectTypeLabel).toBe('Centralised exchange (spot)');
  });

  it('survives being stored: nothing in it is lost as JSON', () => {
    const lost: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) lost.push(at);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, member] of Object.entries(value)) walk(member, `${at}.${key}`);
    };
    walk(document(content), 'document');
    expect(lost).toEqual([]);
  });
});
