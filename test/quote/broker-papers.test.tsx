import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PaperPages } from '#renderer/print/paper-pages.tsx';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { formatAmount } from '#shared/domain/format-money.ts';
import { minorOf } from '#shared/domain/money.ts';
import { BROKER_PAPERS, paperOf } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { exampleDocument, fullContent } from '../print/example-documents.ts';
import { insurersFigures, numbersIn, tells } from '../support/insurers-figures.ts';

/** Fields in which an underwriter writes to the file and to nobody else. */
const PRIVATE_TEXTS: readonly string[] = ['note', 'reason', 'scheduleNote', 'words', 'title'];

/** The content with a mark of its own in every text that is private, wherever it stands. */
function marked(content: AssessmentContent): {
  readonly content: AssessmentContent;
  readonly marks: readonly string[];
} {
  const marks: string[] = [];
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    if (!PRIVATE_TEXTS.includes(key) || (value !== null && typeof value !== 'string')) return value;
    const mark = `private-${marks.length}-${key}`;
    marks.push(mark);
    return mark;
  };
  return { content: walk(content, '') as AssessmentContent, marks };
}

const { content, marks } = marked({
  ...fullContent,
  terms: {
    ...fullContent.terms,
    schedulePercent: -5,
    scheduleReason: 'management-quality',
    line: { orderPercent: 50, writtenPercent: 12.5, role: 'follow', leader: 'Another insurer' },
  },
});
const document: QuoteDocument = exampleDocument({ content });

describe.each(BROKER_PAPERS)('the %s', (kind) => {
  const paper = paperOf(document, kind);
  const text = JSON.stringify(paper);
  const shown = renderToStaticMarkup(<PaperPages paper={paper} />);

  it('carries no word that the underwriter wrote for the file', () => {
    expect(marks.length).toBeGreaterThan(20);
    for (const mark of marks) {
      expect(text).not.toContain(mark);
      expect(shown).not.toContain(mark);
    }
  });

  it('carries no figure of the insurer’s working', () => {
    const figures = insurersFigures(document).filter(tells);
    expect(figures.length).toBeGreaterThan(100);
    const carried = new Set(numbersIn(paper));
    const limits = new Set(numbersIn(content.terms));
    // The three pillars are what a risk summary shows.
    const pillars = Object.values(document.score.pillars).map(({ score }) => score);
    for (const figure of figures) {
      if (limits.has(figure) || limits.has(figure * 100) || pillars.includes(figure)) continue;
      expect([figure, carried.has(figure)]).toEqual([figure, false]);
      if (Number.isInteger(figure) && figure > 10_000)
        expect([figure, shown.includes(formatAmount(minorOf(figure)))]).toEqual([figure, false]);
    }
  });
});

describe('the quotation', () => {
  const paper = paperOf(document, 'quotation');
  if (paper.kind !== 'quotation') throw new Error('not a quotation');
  const { quotation } = paper;

  it('says the premium at 100% and at our line, to the cent', () => {
    expect(quotation.premium?.wholeMinor).toBe(document.price?.quotedMinor);
    expect(quotation.premium?.oursMinor).toBe(Math.round((document.price!.quotedMinor * 12.5) / 100));
  });

  it('says the most that is paid for one event: after the limit, less the insured’s share', () => {
    for (const part of quotation.parts)
      expect(part.mostPaidMinor).toBeLessThanOrEqual(
        (part.limitMinor * (100 - part.coinsurancePercent)) / 100,
      );
    const deceived = quotation.parts.find(({ part }) => part === 'social-engineering');
    if (deceived !== undefined) expect(deceived.mostPaidMinor).toBe((deceived.limitMinor * 75) / 100);
  });

  it('names the largest value that lies above a limit', () => {
    const gaps = quotation.parts.map(({ gapMinor }) => gapMinor ?? 0);
    expect(quotation.largestGap?.minor).toBe(Math.max(...gaps));
  });

  it('tells the broker that a referral is open, never which', () => {
    const reason = 'Referred: Online share above 10%. It is 12%.';
    const referred: QuoteDocument = {
      ...document,
      status: 'indication',
      statusReasons: [reason, 'The start of the period is not given; a quote needs it.'],
      score: {
        ...document.score,
        referrals: [
          {
            id: 'rf-hot',
            kind: 'referral',
            label: 'Online share above 10%',
            reason: 'It is 12%.',
            fields: [],
          },
        ],
      },
    };
    const told = paperOf(referred, 'quotation');
    if (told.kind !== 'quotation') throw new Error('not a quotation');
    expect(told.quotation.needsApproval).toBe(true);
    expect(told.quotation.missing).toEqual(['The start of the period is not given; a quote needs it.']);
    expect(JSON.stringify(told)).not.toContain('Online share above');
  });
});
