import { describe, expect, it } from 'vitest';
import { rowAfter } from '#renderer/components/use-row-focus.ts';
import { filterAssessments, filterFrom, noFilter } from '#renderer/features/intake/list/list-filter.ts';
import { listRows, offerStanding } from '#renderer/features/intake/list/list-row.ts';
import { sameNamed } from '#renderer/features/intake/new/same-name.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { assessmentId, cents, day, quoteId } from '../support/branded.ts';
import { assessmentRow as row } from './assessment-row.ts';

const label = (type: string) => (type === 'cex' ? 'Centralised exchange (spot)' : type);

describe('filtering the list', () => {
  const rows = [
    row({ subjectName: 'Kaffée Finance', subjectType: 'lending', grade: null }),
    row({}),
    row({ subjectName: 'Old Harbour', isLatestRevision: false, state: 'finalised' }),
  ];
  const names = (change: Partial<typeof noFilter>) =>
    filterAssessments(listRows(rows), { ...noFilter, ...change }, label).map(
      ({ subjectName }) => subjectName,
    );

  it('shows latest revisions until earlier ones are asked for', () => {
    expect(names({})).toEqual(['Kaffée Finance', 'Harbour Exchange']);
    expect(names({ withEarlierRevisions: true })).toHaveLength(3);
  });
  it('finds every word in name or type, without accents or case', () => {
    expect(names({ text: 'kaffee' })).toEqual(['Kaffée Finance']);
    expect(names({ text: 'harbour centralised' })).toEqual(['Harbour Exchange']);
    expect(names({ text: 'harbour bridge' })).toEqual([]);
  });
  it('by grade, "no grade" included, by type and by state', () => {
    expect(names({ grade: 'none' })).toEqual(['Kaffée Finance']);
    expect(names({ type: 'cex' })).toEqual(['Harbour Exchange']);
    expect(names({ state: 'draft', withEarlierRevisions: true })).toHaveLength(3);
    expect(names({ state: 'quoted' })).toEqual([]);
  });
  it('a remembered filter that makes no sense is no filter', () => {
    expect(filterFrom({ text: 3, state: 'nope', grade: 'ZZ' })).toEqual(noFilter);
  });
});

describe('what was offered or called otherwise in another revision', () => {
  const quote: QuoteSummary = {
    id: quoteId('00000000-0000-4000-8000-0000000000aa'),
    assessmentId: assessmentId('00000000-0000-4000-8000-0000000000bb'),
    reference: 'BAL-2026-0001',
    version: 1,
    status: 'quote',
    offerState: 'open',
    issuedAt: '2026-11-22T12:00:00.000Z',
    issuedBy: 'R. Vance',
    validUntil: day('2026-12-22'),
    quotedMinor: cents(41_250_000),
    currency: 'USD',
    grade: 'A',
    paper: 'a4',
    modelId: 'digital-asset-2026.2',
    modelHash: 'a'.repeat(64),
    inputsHash: 'a'.repeat(64),
    pdfSha256: 'a'.repeat(64),
    pdfBytes: 1000,
  };
  const first = row({
    isLatestRevision: false,
    state: 'finalised',
    legalName: 'Meridian Gate Markets Ltd',
    insured: 'Société Générale de Garde',
    broker: 'ＬＣＢ Partners',
    latestQuote: quote,
  });
  const second = row({ caseId: first.caseId, revision: 2, subjectName: 'Meridian Gate' });
  const list = listRows([second, first, row({ subjectName: 'Northwind' })]);
  const found = (text: string) =>
    filterAssessments(list, { ...noFilter, text }, label).map(({ subjectName }) => subjectName);

  it('finds the latest revision of the case', () => {
    for (const text of ['BAL-2026-0001', 'meridian gate markets', 'generale garde', 'lcb', 'harbour'])
      expect(found(text)).toEqual(['Meridian Gate']);
    expect(found('bal-2026-0002')).toEqual([]);
  });
  it('stands in its row, with how long it is open', () => {
    expect(list[0]?.offer).toEqual(quote);
    expect(list[2]?.offer).toBeNull();
    const deal = {
      state: 'quoted',
      openUntil: day('2099-12-22'),
      isAccepted: false,
      coverUntil: null,
    } as const;
    const withDeal = listRows([{ ...second, deal }, row({})]);
    expect(filterAssessments(withDeal, { ...noFilter, state: 'quoted' }, label)).toHaveLength(1);
    expect(offerStanding({ ...quote, offerState: 'withdrawn' }, day('2026-12-23'))).toBe('withdrawn');
    expect(offerStanding(quote, day('2026-12-22'))).toBe(`until ${formatDate('2026-12-22')}`);
    expect(offerStanding(quote, day('2026-12-23'))).toBe(`lapsed on ${formatDate('2026-12-22')}`);
    expect(offerStanding({ ...quote, status: 'indication' }, day('2026-12-22'))).toBe(
      `indication, until ${formatDate('2026-12-22')}`,
    );
  });
  it('gives way to the newest offer, and an earlier revision keeps its own', () => {
    const newest = { ...quote, version: 2 };
    const [latest, earlier] = listRows([{ ...second, latestQuote: newest }, first]);
    expect(latest?.offer).toEqual(newest);
    expect(earlier?.offer).toEqual(quote);
  });
});

describe('keys in the list', () => {
  it('stop at both ends', () => {
    expect(rowAfter('ArrowDown', 4, 5)).toBe(4);
    expect(rowAfter('ArrowUp', 0, 5)).toBe(0);
    expect(rowAfter('PageDown', 0, 5)).toBe(4);
    expect(rowAfter('End', 0, 5)).toBe(4);
    expect(rowAfter('x', 0, 5)).toBeNull();
  });
});

describe('an earlier record of the same name', () => {
  const rows = [
    row({ subjectName: 'Harbour Exchange Ltd' }),
    row({ subjectName: 'Northwind' }),
    row({ subjectName: 'Harbour', isInBin: true }),
  ];
  it('is found whatever the legal form, case and accents', () => {
    expect(sameNamed('HARBOUR exchange', rows).map(({ subjectName }) => subjectName)).toEqual([
      'Harbour Exchange Ltd',
    ]);
    expect(sameNamed('Harb', rows)).toEqual([]);
    expect(sameNamed('Nörthwind', rows)).toHaveLength(1);
  });
});
