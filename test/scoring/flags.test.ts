import { describe, expect, it } from 'vitest';
import { termsSchema } from '#shared/domain/assessment-content.ts';
import { addDays } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { findReferrals } from '#shared/underwriting/referrals.ts';
import { bundledModel, contentWith, workedExample } from '#test/models/bundled-model.ts';
import { day } from '../support/branded.ts';

const AS_OF = '2026-11-22';
const daysAgo = (days: number) => addDays(day(AS_OF), -days);
const incident = (changes: Record<string, unknown> = {}) => ({
  id: `i-${String(changes.date)}-${String(changes.cause ?? '')}`,
  date: daysAgo(1000),
  cause: 'key-hot',
  lossMinor: 2_000_000_00,
  assetsAtTimeMinor: 1_000_000_000_00,
  fixStatus: 'verified',
  usersMadeWholePercent: 100,
  disclosureHours: 4,
  postmortem: 'full30',
  ...changes,
});
const flags = (changes: Record<string, unknown>) => {
  const content = contentWith(changes);
  const score = scoreAssessment(content, bundledModel);
  const referrals = findReferrals({ ...content, terms: termsSchema.parse({}) }, score, bundledModel);
  return {
    knockOuts: score.knockOuts.map((f) => f.id),
    referrals: referrals.map((f) => f.id),
    raised: referrals,
  };
};
const asType = (type: string) => ({ subject: { name: 'Test', type, liveSince: '2019-01-01' } });
const said = (id: string, level: string) => ({ answers: { [id]: { evidence: 'asserted', level } } });

describe('knock-outs from data', () => {
  it.each<[string, Record<string, unknown>]>([
    ['ko-unaudited', { ...asType('lending'), ...said('au-depth', 'none') }],
    ['ko-single-key', said('cu-quorum', 'single')],
    ['ko-single-key', said('cu-signer-independence', 'one')],
    ['ko-plaintext', said('cu-key-environment', 'plain')],
    ['ko-client-reuse', said('cu-segregation', 'commingled')],
    ['ko-active-event', { incidents: [incident({ date: daysAgo(13) })] }],
    ['ko-active-event', { declarations: { 'ko-active-event': 'yes' } }],
    ['ko-insolvent', { declarations: { 'ko-insolvent': 'yes' } }],
  ])('%s', (id, changes) => {
    expect(flags(changes).knockOuts).toEqual([id]);
  });

  it('does not fire on an answer not provided, a factor that does not apply, or a declaration of no', () => {
    expect(flags({}).knockOuts).toEqual([]);
    expect(
      flags({ answers: { 'cu-quorum': { evidence: 'not-provided', level: 'single' } } }).knockOuts,
    ).toEqual([]);
    expect(flags(said('au-depth', 'none')).knockOuts).toEqual([]);
    expect(flags({ declarations: { 'ko-insolvent': 'no' } }).knockOuts).toEqual([]);
  });

  it('leaves the fourteenth day alone', () => {
    expect(flags({ incidents: [incident({ date: daysAgo(14) })] }).knockOuts).toEqual([]);
  });

  it('asks for reserves above USD 50m: online and offline for custodians, the larger of locked and stake for others', () => {
    const none = said('cu-reserves', 'none');
    const held = (online: number, offline: number) => ({
      exposures: { onlinePeakMinor: online * 100, offlineMinor: offline * 100 },
    });
    expect(flags({ ...none, ...held(20_000_000, 30_000_000) }).knockOuts).toEqual([]);
    expect(flags({ ...none, ...held(20_000_000, 30_000_001) }).knockOuts).toEqual(['ko-reserves']);
    const locked = { exposures: { valueLockedMinor: 50_000_001_00, stakeMinor: 40_000_000_00 } };
    expect(flags({ ...asType('stablecoin'), ...none, ...locked }).knockOuts).toEqual(['ko-reserves']);
    expect(flags({ ...asType('stablecoin'), ...none, ...held(60_000_000, 0) }).knockOuts).toEqual([]);
  });

  describe('chronic', () => {
    const at = (...days: number[]) =>
      days.map((d, n) =>
        incident({ id: `i${n}`, date: daysAgo(d), cause: ['key-hot', 'insider', 'sc-logic'][n] }),
      );
    it('three own incidents in two years', () => {
      expect(flags({ incidents: at(700, 500, 300) }).knockOuts).toEqual(['ko-chronic']);
      expect(flags({ incidents: at(800, 500, 300) }).knockOuts).toEqual([]);
      const affiliate = at(700, 500, 300).map((i, n) => (n === 1 ? { ...i, boundary: 'affiliate' } : i));
      expect(flags({ incidents: affiliate }).knockOuts).toEqual([]);
    });
    it('two of one cause within two years of each other, the later not verified', () => {
      const pair = (first: number, second: number, laterFix: string) => ({
        incidents: [
          incident({ id: 'a', date: daysAgo(first), fixStatus: 'none' }),
          incident({ id: 'b', date: daysAgo(second), fixStatus: laterFix }),
        ],
      });
      expect(flags(pair(1500, 900, 'declared')).knockOuts).toEqual(['ko-chronic']);
      expect(flags(pair(1500, 900, 'verified')).knockOuts).toEqual([]);
      expect(flags(pair(1700, 900, 'declared')).knockOuts).toEqual([]);
      expect(flags(pair(1900, 1300, 'declared')).knockOuts).toEqual([]);
    });
  });
});

describe('referrals from data', () => {
  const base = { ...workedExample, incidents: [] as unknown[] };
  const raised = (changes: Record<string, unknown>) => flags({ ...base, ...changes }).referrals;

  it('none for the worked example', () => expect(raised({})).toEqual([]));

  it.each<[string, Record<string, unknown>]>([
    ['rf-young', { subject: { ...workedExample.subject, liveSince: daysAgo(182) } }],
    ['rf-young', { subject: { ...workedExample.subject, liveSince: null } }],
    ['rf-hot', { answers: { ...base.answers, 'cu-hot-ratio': { evidence: 'verified', value: 10.1 } } }],
    ['rf-assessor', { answers: { ...base.answers, 'au-firm': { evidence: 'verified', level: 'unknown' } } }],
    ['rf-growth', { declarations: { 'rf-growth': 'yes' } }],
    ['rf-evidence', { answers: { ...base.answers, 'cu-quorum': { evidence: 'not-provided' } } }],
    ['rf-recent-loss', { incidents: [incident({ date: daysAgo(365), lossMinor: 1_000_000_00 })] }],
    [
      'rf-recent-loss',
      {
        incidents: [
          incident({ date: daysAgo(300), lossMinor: 500_000_00, assetsAtTimeMinor: 50_000_000_00 }),
        ],
      },
    ],
    ['rf-large-loss', { incidents: [incident({ lossMinor: 250_000_000_00 })] }],
  ])('%s', (id, changes) => expect(raised(changes)).toEqual([id]));

  it('does not fire beside its edges', () => {
    expect(raised({ subject: { ...workedExample.subject, liveSince: daysAgo(183) } })).toEqual([]);
    expect(
      raised({ answers: { ...base.answers, 'cu-hot-ratio': { evidence: 'verified', value: 10 } } }),
    ).toEqual([]);
    expect(raised({ incidents: [incident({ date: daysAgo(366) })] })).toEqual([]);
    expect(raised({ incidents: [incident({ date: daysAgo(300), lossMinor: 999_999_99 })] })).toEqual([]);
    expect(raised({ incidents: [incident({ lossMinor: 249_000_000_00 })] })).toEqual([]);
  });

  it('a repeat in the same cause, also on one day, counted once the pair is at most two years apart', () => {
    const pair = (apart: number) => [
      incident({ id: 'a', date: daysAgo(1000 + apart) }),
      incident({ id: 'b', date: daysAgo(1000) }),
    ];
    expect(raised({ incidents: pair(730) })).toEqual(['rf-repeat']);
    expect(raised({ incidents: pair(0) })).toEqual(['rf-repeat']);
    expect(raised({ incidents: pair(731) })).toEqual([]);
  });

  it('states the facts and the fields to look at', () => {
    const { raised: flagged } = flags({
      ...base,
      incidents: [incident({ id: 'big', lossMinor: 400_000_000_00 })],
    });
    expect(flagged).toEqual([
      {
        id: 'rf-large-loss',
        kind: 'referral',
        label: 'Any own-control loss of 25%+ of assets in 5 years',
        reason: `Own loss of 40% of assets on ${formatDate(daysAgo(1000))}.`,
        fields: ['big'],
      },
    ]);
  });
});
