import { describe, expect, it } from 'vitest';
import { type BookSoFar, type CountedPaper, sharedBook } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { LINK_FIELDS, type LinkField } from '#shared/domain/links.ts';
import { accumulation } from '#shared/underwriting/accumulation.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const MILLION = 100_000_000;
const ownLimit = quotableExample.terms.parts.reduce((sum, { limitMinor }) => sum + limitMinor, 0);

/** The worked example with a name in every field by which losses may come together. */
const content: AssessmentContent = {
  ...quotableExample,
  subject: {
    ...quotableExample.subject,
    group: 'Börse Holding',
    custodians: ['Vault & Sons'],
    vendors: ['Keyworks'],
    chains: ['Ethereum', 'Solana'],
    auditors: ['Bytewise'],
  },
};
const paper = (names: CountedPaper['names'], millions: number, currency = 'USD'): CountedPaper => ({
  reference: 'BAL-2026-0007',
  version: 2,
  currency,
  limitMinor: cents(millions * MILLION),
  names,
});
const book = (
  capacities: Partial<Record<LinkField, number>>,
  papers: readonly CountedPaper[] = [],
): BookSoFar => ({
  capacities: Object.entries(capacities).map(([field, millions]) => ({
    field: field as LinkField,
    amountMinor: cents(millions * MILLION),
    currency: 'USD',
  })),
  papers: [...papers],
});
const flagOf = (of: BookSoFar, by = content) => accumulation(by, model, of).flags[0];
const plain = (text = '') => text.replaceAll('\u00a0', ' ');
const notesOf = (of: BookSoFar, by = content) =>
  accumulation(by, model, of).issues.map(({ message }) => plain(message));

describe('accumulation', () => {
  it('refers an offer that takes a shared name above its capacity, with the names and the sums', () => {
    for (const field of LINK_FIELDS) {
      const name = field === 'group' ? 'Börse Holding' : content.subject[field]![0]!;
      const most = ownLimit / MILLION + 100;
      const at = book({ [field]: most }, [paper({ [field]: [name] }, 100)]);
      expect(flagOf(at)).toBeUndefined();
      const over = book({ [field]: most }, [paper({ [field]: [name] }, 101)]);
      expect(flagOf(over)).toMatchObject({ id: 'rf-accumulation', fields: [`subject.${field}`] });
      expect(plain(flagOf(over)?.reason)).toContain(
        `“${name}”: limits of USD ${most + 1},000,000 each event with this offer and 1 other paper of the workbook, above the capacity of USD ${most},000,000.`,
      );
    }
  });

  it('counts the offer at the written line', () => {
    const line = { orderPercent: 100, writtenPercent: 10, role: 'follow' } as const;
    const written = { ...content, terms: { ...content.terms, line } };
    expect(flagOf(book({ group: ownLimit / MILLION / 10 }), written)).toBeUndefined();
    expect(flagOf(book({ group: ownLimit / MILLION / 10 - 1 }), written)?.id).toBe('rf-accumulation');
  });

  it('compares names by the one key, in any order of the papers', () => {
    const spelled = 'BO\u0308RSE  holding';
    const papers = [
      paper({ group: [spelled] }, 60),
      paper({ group: ['Another'] }, 500),
      paper({ group: ['börse holding'] }, 60),
    ];
    const over = book({ group: ownLimit / MILLION + 119 }, papers);
    expect(plain(flagOf(over)?.reason)).toContain('2 other papers');
    expect(accumulation(content, model, { ...over, papers: papers.toReversed() })).toEqual(
      accumulation(content, model, over),
    );
    const twice = { ...content, subject: { ...content.subject, chains: ['Ethereum', 'ETHEREUM'] } };
    expect(notesOf(book({ chains: 900 }), twice).filter((text) => text.includes('limits of'))).toHaveLength(
      1,
    );
  });

  it('never counts as passed what it cannot compute', () => {
    expect(notesOf(book({}))).toEqual([
      'Accumulation not computed: no capacity set for groups, custodians, technology vendors, chains and auditors.',
    ]);
    const unnamed = { ...content, subject: quotableExample.subject };
    expect(notesOf(book({ custodians: 900, auditors: 900 }), unnamed)).toEqual([
      'Accumulation not computed: no capacity set for groups, technology vendors and chains.',
      'Accumulation not computed: the subject names no custodians and auditors.',
    ]);
    const { issues } = judge({ content, model, today: content.asOf, grid: 'draft' });
    expect(issues.map(({ id }) => id)).toContain('not-computed:rf-accumulation');
  });

  it('names what is in another currency, and does not sum it', () => {
    const papers = [paper({ group: ['Börse Holding'] }, 900, 'EUR')];
    const of = book({ group: 900 }, papers);
    expect(flagOf(of)).toBeUndefined();
    expect(notesOf(of)).toContain(
      'Accumulation not computed in full: Group “Börse Holding” is shared by BAL-2026-0007 v2, not in USD as its capacity is, and so not summed.',
    );
  });

  it('is part of the decision, and leaves offers without a part alone', () => {
    const of = book({ chains: 1 });
    const { decision, flags } = judge({ content, model, today: content.asOf, grid: 'draft', book: of });
    expect(decision.kind).toBe('indication');
    expect(flags.find(({ id }) => id === 'rf-accumulation')?.reason).toContain('“Solana”');
    const bare = { ...content, terms: { ...content.terms, parts: [] } };
    expect(accumulation(bare, model, of)).toEqual({ flags: [], issues: [] });
  });

  it('says the same of the part of a book that is sent to where it is judged', () => {
    const whole = book({ group: 200, chains: 200 }, [
      paper({ group: ['Börse Holding'], chains: ['solana'] }, 150),
      paper({ chains: ['Tron'] }, 150),
      paper({ auditors: ['Bytewise'] }, 150),
    ]);
    const part = sharedBook(content, whole);
    expect(part.papers).toHaveLength(1);
    expect(accumulation(content, model, part)).toEqual(accumulation(content, model, whole));
  });
});
