import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diary } from '#shared/deal/diary.ts';
import { offerShown, stateShown, subjectivityShown } from '#shared/deal/state-shown.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { DiaryCase } from '#shared/domain/deal-records.ts';
import { CASE_STATES } from '#shared/domain/deal-states.ts';
import { day } from '../support/branded.ts';

const TODAY = day('2026-11-22');
const YESTERDAY = day('2026-11-21');
const facts = { state: 'quoted', openUntil: TODAY, isAccepted: false, coverUntil: null } as const;

describe('what is shown of a case', () => {
  it('lapses after the last day of its last open offer, and not while one is accepted', () => {
    expect(stateShown(facts, TODAY)).toBe('quoted');
    expect(stateShown({ ...facts, openUntil: YESTERDAY }, TODAY)).toBe('lapsed');
    expect(stateShown({ ...facts, openUntil: YESTERDAY, isAccepted: true }, TODAY)).toBe('quoted');
  });

  it('expires after the last day of the cover', () => {
    const bound = { ...facts, state: 'bound', coverUntil: TODAY } as const;
    expect(stateShown(bound, TODAY)).toBe('bound');
    expect(stateShown({ ...bound, coverUntil: YESTERDAY }, TODAY)).toBe('expired');
  });

  it('is the stored state of everything else, whatever the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASE_STATES), fc.integer({ min: -900, max: 900 }), (state, days) => {
        const shown = stateShown({ ...facts, state, coverUntil: TODAY }, addDays(TODAY, days));
        if (state !== 'quoted' && state !== 'bound') expect(shown).toBe(state);
        else expect(shown).toBe(days <= 0 ? state : state === 'quoted' ? 'lapsed' : 'expired');
      }),
    );
  });

  it('of an offer and of a subjectivity follows from their last day', () => {
    expect(offerShown({ state: 'open', validUntil: TODAY }, TODAY)).toBe('open');
    expect(offerShown({ state: 'open', validUntil: YESTERDAY }, TODAY)).toBe('lapsed');
    expect(offerShown({ state: 'accepted', validUntil: YESTERDAY }, TODAY)).toBe('accepted');
    expect(subjectivityShown({ state: 'open', dueOn: YESTERDAY }, TODAY)).toBe('overdue');
    expect(subjectivityShown({ state: 'open', dueOn: null }, TODAY)).toBe('open');
    expect(subjectivityShown({ state: 'waived', dueOn: YESTERDAY }, TODAY)).toBe('waived');
  });
});

const quoted: DiaryCase = {
  caseId: 'c',
  assessmentId: 'a',
  subjectName: 'Harbour Exchange',
  grade: 'BBB',
  facts: { ...facts, openUntil: day('2026-11-30') },
  judgedOn: null,
  offers: [{ name: 'BAL-2026-0001-K7QX2 version 1', state: 'open', validUntil: day('2026-11-30') }],
  subjectivities: [{ text: 'Signed proposal', dueOn: day('2026-12-01'), state: 'open' }],
};
const bound: DiaryCase = {
  ...quoted,
  assessmentId: 'b',
  subjectName: 'Vault',
  facts: { ...facts, state: 'bound', isAccepted: true, openUntil: null, coverUntil: day('2027-06-30') },
  judgedOn: day('2026-06-10'),
  offers: [],
  subjectivities: [],
};
const intervals = [
  { grade: 'BBB', months: 6 },
  { grade: 'AA', months: 12 },
];
const lines = (cases: readonly DiaryCase[], today = TODAY) =>
  diary(cases, { today, intervals }).map(({ kind, on, subjectName }) => `${on} ${kind} ${subjectName}`);

describe('the diary', () => {
  it('tells what lapses and falls due, the earliest first', () => {
    expect(lines([bound, quoted])).toEqual([
      '2026-11-30 lapses Harbour Exchange',
      '2026-12-01 due Harbour Exchange',
      '2026-12-10 review Vault',
    ]);
  });

  it('keeps what is past until something is done about it', () => {
    expect(lines([quoted, bound], day('2027-01-15'))).toEqual([
      '2026-11-30 lapsed Harbour Exchange',
      '2026-12-01 overdue Harbour Exchange',
      '2026-12-10 review-due Vault',
    ]);
    const done: DiaryCase = {
      ...quoted,
      offers: [{ ...quoted.offers[0]!, state: 'superseded' }],
      subjectivities: [{ ...quoted.subjectivities[0]!, state: 'met' }],
    };
    expect(lines([done], day('2027-01-15'))).toEqual([]);
  });

  it('tells what expires, reviews nothing after that, and no case that waits for binding lapses', () => {
    expect(lines([{ ...bound, grade: 'AA' }], day('2027-06-01'))).toEqual([
      '2027-06-10 review Vault',
      '2027-06-30 expires Vault',
    ]);
    expect(lines([bound], day('2027-07-01'))).toEqual([]);
    expect(lines([{ ...quoted, subjectivities: [], facts: { ...quoted.facts, isAccepted: true } }])).toEqual(
      [],
    );
    const late = { ...bound, judgedOn: day('2027-02-01') };
    expect(lines([late], day('2027-06-01'))).toEqual(['2027-06-30 expires Vault']);
  });

  it('shows nothing before its time', () => {
    expect(lines([quoted], day('2026-10-01'))).toEqual([]);
  });
});
