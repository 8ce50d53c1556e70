import { describe, expect, it } from 'vitest';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { bookSoFar, linkedNamesIn } from '#electron/store/book/book-so-far.ts';
import { capacitiesIn, setCapacity } from '#electron/store/book/capacities.ts';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { cents, day } from '../support/branded.ts';
import { auditRows } from './support/audit-rows.ts';
import { checkedNow } from './support/checked.ts';
import { typicalContent } from './support/contents.ts';
import { BY, issued, newDraft, quoteInput } from './support/records.ts';
import { newWorkbook, reopened, valueIn } from './support/workbooks.ts';

const linked = (subject: Partial<AssessmentContent['subject']>): AssessmentContent => {
  const content = typicalContent();
  return { ...content, subject: { ...content.subject, ...subject } };
};
const capacity = { ...BY, field: 'custodians', currency: 'USD' } as const;

describe('capacities', () => {
  it('are kept in the workbook, and the trail tells of each change and binds it', () => {
    const workbook = newWorkbook();
    const { db } = workbook;
    valueIn(setCapacity(db, { ...capacity, amountMinor: cents(500) }));
    const set = valueIn(setCapacity(db, { ...capacity, amountMinor: cents(700) }));
    expect(set).toEqual([{ field: 'custodians', amountMinor: 700, currency: 'USD' }]);
    const entries = auditRows(db).length;
    valueIn(setCapacity(db, { ...capacity, amountMinor: cents(700) }));
    expect(auditRows(db)).toHaveLength(entries);
    expect(auditRows(db)[0]?.detail.replaceAll('\u00a0', ' ')).toBe(
      'Capacity for a custodian: USD 7, before that USD 5.',
    );
    expect(checkedNow(db).isSound).toBe(true);
    db.exec('UPDATE capacities SET amount_minor = 9');
    expect(checkedNow(db).isSound).toBe(false);
    db.exec('UPDATE capacities SET amount_minor = 700');
    expect(valueIn(setCapacity(db, { ...capacity, amountMinor: null }))).toEqual([]);
    expect(checkedNow(db).isSound).toBe(true);
    closeWorkbook(workbook);
    expect(capacitiesIn(reopened(workbook.path).db)).toEqual([]);
  });
});

describe('the papers that count', () => {
  const asOf = day('2026-11-22');
  const setUp = () => {
    const { db } = newWorkbook();
    valueIn(setCapacity(db, { ...capacity, amountMinor: cents(500) }));
    return db;
  };

  it('are those of other cases, with the names of their subjects and their limits', () => {
    const db = setUp();
    const subject = { group: 'Holding', custodians: ['Vault', 'Other'], chains: ['Ethereum'] };
    const first = newDraft(db, linked(subject));
    const quote = issued(db, first);
    const { id } = first.summary;
    expect(valueIn(getAssessment(db, id)).content.subject).toMatchObject(subject);
    expect(valueIn(bookSoFar(db, { assessmentId: id, today: asOf })).papers).toEqual([]);
    const { papers } = valueIn(bookSoFar(db, { assessmentId: null, today: asOf }));
    const limits = first.content.terms.parts.reduce((sum, { limitMinor }) => sum + limitMinor, 0);
    expect(papers).toEqual([
      {
        reference: quote.reference,
        version: 1,
        currency: 'USD',
        limitMinor: limits,
        names: { group: ['Holding'], custodians: ['Vault', 'Other'], chains: ['Ethereum'] },
      },
    ]);
  });

  it('are a quote until its period is over, and an indication while it is valid', () => {
    for (const status of ['quote', 'indication'] as const) {
      const db = setUp();
      const content = linked({ custodians: ['Vault'] });
      const record = newDraft(db, {
        ...content,
        terms: { ...content.terms, periodStart: day('2026-12-01'), periodDays: 100 },
      });
      const input = quoteInput(db, record);
      valueIn(issueQuote(db, { ...input, document: { ...input.document, status } }));
      const countOn = (today: string) =>
        valueIn(bookSoFar(db, { assessmentId: null, today: day(today) })).papers.length;
      const validUntil = input.document.validUntil!;
      expect(countOn(validUntil)).toBe(1);
      expect([status, countOn('2027-03-10')]).toEqual([status, status === 'quote' ? 1 : 0]);
      expect(countOn('2027-03-11')).toBe(0);
    }
  });

  it('are not read while no capacity is set', () => {
    const { db } = newWorkbook();
    issued(db, newDraft(db, linked({ custodians: ['Vault'] })));
    expect(valueIn(bookSoFar(db, { assessmentId: null, today: asOf }))).toEqual({
      capacities: [],
      papers: [],
    });
  });

  it('offer their names to pick from, each once however it is spelled', () => {
    const db = setUp();
    newDraft(db, linked({ custodians: ['Vault', 'Keep'], auditors: ['Bytewise'] }));
    newDraft(db, linked({ custodians: ['VAULT'], auditors: ['Bytewise'] }));
    const names = valueIn(linkedNamesIn(db));
    expect(names.custodians.map((name) => name.toLowerCase())).toEqual(['keep', 'vault']);
    expect(names.auditors).toEqual(['Bytewise']);
  });
});
