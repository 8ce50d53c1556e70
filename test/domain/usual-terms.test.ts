import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import {
  withoutOwnSubjectivity,
  withoutSubjectivity,
  withSubjectivityTerm,
} from '#shared/domain/subjectivity-terms.ts';
import { withUsualTerms } from '#shared/domain/usual-terms.ts';
import { example, model } from '#test/models/model-2026-2.ts';

const offer = model.wording.contract!;

describe('the usual terms', () => {
  it('fill what is empty with the first words that are offered, and say what they filled', () => {
    const taken = withUsualTerms(example, model)!;
    const { contract } = taken.content.terms;
    expect(contract?.law).toBe(offer.law[0]);
    expect(contract?.claimsDays).toBe(offer.claimsDays[0]);
    expect(contract?.conditions?.map(({ id }) => id)).toEqual(
      offer.conditions.filter(({ isUsual }) => isUsual).map(({ id }) => id),
    );
    expect(taken.filled).toContain('law of the contract');
    expect(taken.filled).toContain('conditions and warranties');
    expect(checkContentAgainstModel({ content: taken.content, model })).toEqual([]);
  });

  it('leave what is written, what is counted as none, and what has no usual words', () => {
    const written = {
      ...example,
      terms: {
        ...example.terms,
        contract: {
          law: 'Japan',
          waitingHours: 0,
          conditions: [{ kind: 'warranty' as const, text: 'Own words' }],
        },
      },
    };
    const { content, filled } = withUsualTerms(written, model)!;
    expect(content.terms.contract).toMatchObject(written.terms.contract);
    expect(filled).not.toContain('law of the contract');
    for (const field of ['insuredAddress', 'umr', 'retroactiveDate', 'pooling', 'subLimits', 'fees'] as const)
      expect(content.terms.contract?.[field]).toBeUndefined();
    expect(content.answers).toBe(written.answers);
  });

  it('have nothing to fill twice, nor under a wording that offers none', () => {
    const once = withUsualTerms(example, model)!.content;
    expect(withUsualTerms(once, model)).toBeNull();
    expect(withUsualTerms(example, { ...model, wording: { ...model.wording, contract: null } })).toBeNull();
  });
});

describe('who owes what for a subjectivity', () => {
  const own = ['one', 'two', 'three'].map((text) => ({ text, dueOn: null }));
  const base: AssessmentContent = {
    ...example,
    terms: { ...example.terms, subjectivities: [{ id: 'sj-pentest', dueOn: null }], ownSubjectivities: own },
  };
  const owing = ['own-1', 'own-2', 'own-3', 'sj-pentest'].reduce(
    (content, id) => withSubjectivityTerm(content, id, { key: 'from', value: id }),
    base,
  );
  const sha256 = 'a'.repeat(64);
  const withFile: AssessmentContent = {
    ...owing,
    files: ['own-3', 'own-2'].map((id) => ({
      sha256,
      name: 'a.pdf',
      size: 1,
      about: 'subjectivity' as const,
      id,
    })),
  };

  it('goes with it, and moves up with those behind it', () => {
    const left = withoutOwnSubjectivity(withFile, 1);
    expect(left.terms.subjectivityTerms).toEqual({
      'own-1': { from: 'own-1' },
      'own-2': { from: 'own-3' },
      'sj-pentest': { from: 'sj-pentest' },
    });
    expect(left.files?.map(({ id }) => id)).toEqual(['own-2']);
    expect(checkContentAgainstModel({ content: left, model })).toEqual([]);
    const bare = withoutSubjectivity(left, 'sj-pentest');
    expect(bare.terms.subjectivityTerms?.['sj-pentest']).toBeUndefined();
  });

  it('leaves nothing behind once all is emptied', () => {
    const one = withSubjectivityTerm(base, 'own-1', { key: 'to', value: 'The insurer' });
    expect(withSubjectivityTerm(one, 'own-1', { key: 'to', value: undefined })).toEqual(base);
  });
});
