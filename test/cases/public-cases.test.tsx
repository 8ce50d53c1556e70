import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { assessmentFileName } from '#electron/exchange/submission-file.ts';
import { sharedPlace } from '#electron/store/workbook/shared-place.ts';
import { parseDate } from '#renderer/components/format/dates.ts';
import { parseAmount } from '#renderer/components/format/money.ts';
import { PaperPages } from '#renderer/print/paper-pages.tsx';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { daysOfMonths, missedAnniversary } from '#shared/domain/calendar-terms.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { PAPER_KINDS, paperOf } from '#shared/quote/paper.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { withAllNeeded } from '#test/models/contract-terms.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { day } from '../support/branded.ts';

// Faults that people who do this job, or use a neighbouring tool, have reported in public, each with the input on which this
// product once had it, and what is right. The kind of each is held by tests of its own, over every field that it can touch.

const TODAY = day('2026-11-28');
const text = (name: string): string => readFileSync(join(import.meta.dirname, 'inputs', name), 'utf8');

function contentOf(name: string): AssessmentContent {
  const { content, failures } = readSubmission(text(name), model, TODAY);
  if (content === null) throw new Error(failures.map(({ message }) => message).join(' '));
  return content;
}

const judged = (content: AssessmentContent, today = TODAY) => judge({ content, model, today, grid: 'full' });

/** The words of every paper of a content. */
function papersOf(content: AssessmentContent): string {
  const document = buildQuoteDocument({
    rating: rateFully(content, model, { today: TODAY }),
    activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
    designation: { status: 'quote', reference: 'BAL-2026-0001', version: 1 },
    preparation: { paper: 'a4', preparedAt: '2026-11-28T10:00:00.000Z', preparedBy: 'A. Person' },
  });
  return PAPER_KINDS.map((kind) => renderToStaticMarkup(<PaperPages paper={paperOf(document, kind)} />))
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

describe('public cases', () => {
  it('01: cover that can never pay is refused, naming what keeps it from paying', () => {
    const { decision, price } = judged(contentOf('01-input.json'));
    expect(price.ok).toBe(false);
    expect(decision.kind).toBe('refused');
    expect(decision.reasons.join(' ')).toMatch(/retention/i);
  });

  it('02: percentages are printed as they were typed', () => {
    const words = papersOf(contentOf('02-input.json'));
    for (const percent of ['9.975%', '0.175%', '7.125%', '33.333%', '0.125%'])
      expect(words).toContain(percent);
  });

  it('03: a key that stands twice is refused with both lines', () => {
    const { content, failures } = readSubmission(text('03-input.json'), model, TODAY);
    expect(content).toBeNull();
    expect(failures.map(({ message }) => message).join(' ')).toMatch(
      /“incidents” stands twice, in lines \d+ and \d+/,
    );
  });

  it('04: an unknown loss never does better than none, and is named', () => {
    const [unknown, none] = [contentOf('04-a-null.json'), contentOf('04-d-none.json')];
    expect(unknown.incidents[0]?.lossMinor).toBeNull();
    const [worse, better] = [judged(unknown), judged(none)];
    expect(worse.score.overall).toBeLessThan(better.score.overall);
    if (!worse.price.ok || !better.price.ok) throw new Error('both have a price');
    expect(worse.price.value.technicalMinor).toBeGreaterThan(better.price.value.technicalMinor);
    expect(papersOf(unknown)).toContain('Not known');
  });

  it('05: a period that is over is not offered', () => {
    const { decision } = judged(contentOf('05-input.json'));
    expect(decision.kind).toBe('refused');
  });

  it('06: two losses of one day come to one result, whichever stands first', () => {
    const [a, b] = [judged(contentOf('06-a.json')), judged(contentOf('06-b.json'))];
    expect([a.score.overall, a.score.outcome, a.decision.kind]).toEqual([
      b.score.overall,
      b.score.outcome,
      b.decision.kind,
    ]);
  });

  it('07: the name of a file keeps the letters of its script', () => {
    const { subject, asOf } = contentOf('07-input.json');
    const name = assessmentFileName({ subjectName: subject.name, asOf, revision: 1 }, '-not-issued.pdf');
    expect(name).toContain(subject.name.normalize('NFC'));
  });

  it('08: a long name is cut to what a disk takes', () => {
    const { subject, asOf } = contentOf('08-input.json');
    const name = assessmentFileName({ subjectName: subject.name, asOf, revision: 1 }, '-not-issued.pdf');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/-not-issued\.pdf$/);
  });

  it('09: a name is one name in either spelling of Unicode', () => {
    const [nfc, nfd] = [contentOf('09-nfc.json').subject.name, contentOf('09-nfd.json').subject.name];
    expect(nfc).not.toBe(nfd);
    expect(nameKey(nfc)).toBe(nameKey(nfd));
  });

  it.each(['25.000', '1.250', '100.000', '2.500 USD'])('11: %s is refused as an amount', (typed) => {
    expect(parseAmount(typed).kind).toBe('error');
  });

  it('12: an entered rate comes to the exact cent', () => {
    const { price } = judged(contentOf('12-input.json'));
    if (!price.ok) throw new Error(price.failure.message);
    expect(price.value.enteredParts[0]?.premiumMinor).toBe(603_394);
  });

  it('13: twelve months over a leap day end on the anniversary, and a day beside it is pointed out', () => {
    const { periodStart, periodDays } = contentOf('13-input.json').terms;
    expect(daysOfMonths(periodStart!, 12)).toBe(366);
    expect(missedAnniversary(periodStart!, periodDays)).not.toBeNull();
  });

  it('14: a quote says hour and place of both ends, or is none', () => {
    const words = papersOf(quotableExample);
    const { startTime, timePlace } = quotableExample.terms.contract!;
    expect(words).toContain(`From ${startTime} 1 Jan 2027 to `);
    expect(words).toContain(timePlace!.replace('Local', 'local'));
    const { startTime: _start, ...contract } = quotableExample.terms.contract!;
    const without = { ...quotableExample, terms: { ...quotableExample.terms, contract } };
    expect(judged(without).decision.kind).toBe('indication');
  });

  it.each([
    ['/home/a/Acme Dropbox/user/x.ballast', 'Dropbox'],
    ['\\\\nas01\\underwriting\\x.ballast', 'network'],
  ])('16: %s is known as a place of others', (path, words) => {
    const eyes = { namesIn: () => [], textOf: () => '', mounts: () => '', dropboxRoots: () => [] };
    const separator = path.includes('\\') ? '\\' : '/';
    expect(sharedPlace(path, { ...eyes, separator })?.name).toContain(words);
  });

  it('17: without an inception there is no quote, and no month is guessed', () => {
    const { periodStart: _none, ...terms } = quotableExample.terms;
    expect(judged({ ...quotableExample, terms: { ...terms, periodStart: null } }).decision.kind).toBe(
      'indication',
    );
    expect(judged(withAllNeeded(contentOf('17-input.json'), model)).decision.kind).not.toBe('refused');
    for (const typed of ['5 Marzipan 2027', '22 junk 2026', '1 Maybe 2026'])
      expect(parseDate(typed, TODAY).kind).toBe('error');
  });
});
