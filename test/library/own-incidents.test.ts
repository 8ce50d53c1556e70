import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARY_CAUSES } from '#shared/library/library-row.ts';
import {
  readOwnIncident,
  readOwnIncidents,
  suggestedId,
  type TypedIncident,
} from '#shared/library/own-incidents.ts';
import { incidentFromRow } from '#shared/library/to-register.ts';
import { libraryOf, packTexts, recipe } from '../calibration/library.ts';
import { day } from '../support/branded.ts';

const around = { takenIds: new Set(['taken-202501']), today: day('2026-11-29') };
const typed: TypedIncident = {
  id: 'own-northwind-202603',
  subject: 'Northwind',
  subject_type: 'exchange',
  date: '2026-03-02',
  chain_or_venue: '',
  gross_loss_usd: '2500000',
  cause: 'hot-wallet-compromise',
  audited_before_loss: 'unknown',
  users_made_whole: 'full',
  confidence: 'medium',
  source: 'Claim file',
  assets_at_risk_usd: '10000000',
};
const sentences = (change: TypedIncident) => {
  const reading = readOwnIncident({ ...typed, ...change }, around);
  return reading.ok ? [] : reading.faults.map(({ sentence }) => sentence);
};

describe('an incident of one’s own, as it is typed', () => {
  it('is read by the rules of the library', () => {
    const reading = readOwnIncident(typed, around);
    expect(reading).toMatchObject({
      ok: true,
      row: { gross_loss_usd: 2_500_000, recovered_usd: null, actor: null, assets_at_risk_usd: 10_000_000 },
    });
  });

  it.each<[string, TypedIncident, RegExp]>([
    ['an unknown cause', { cause: 'hacked' }, /^Cause must be one of .*; it is “hacked”\.$/],
    [
      'a loss above the assets',
      { assets_at_risk_usd: '2000000' },
      /^Assets at risk, USD is below the incident's loss/,
    ],
    ['an id that is taken', { id: 'taken-202501' }, /^Id is that of another incident already/],
    [
      'a date of the future',
      { date: '2026-11-30' },
      /^Date lies in the future: 2026-11-30 is after 2026-11-29\.$/,
    ],
    ['text in a figure', { gross_loss_usd: '2.5m' }, /^Loss, USD must be an amount .*; it is “2\.5m”\.$/],
    ['no subject', { subject: '' }, /^Subject must be given\.$/],
    ['no day', { date: '2026-02-30' }, /^Date must be a calendar date/],
  ])('%s is refused with one sentence that names the field as the form does', (_name, change, sentence) => {
    expect(sentences(change)).toEqual([expect.stringMatching(sentence)]);
  });

  it('gets an id of its subject and month that nobody has', () => {
    expect(suggestedId('Børse & Söhne', '2026-03-02', new Set())).toBe('own-b-rse-sohne-202603');
    expect(suggestedId('A', '2026-03-02', new Set(['own-a-202603']))).toBe('own-a-202603-2');
  });
});

describe('a file of one’s own incidents', () => {
  const titles = Object.keys(typed).join(',');
  const line = (change: TypedIncident = {}) => Object.values({ ...typed, ...change }).join(',');

  it('is read with the columns of the library', () => {
    const reading = readOwnIncidents([titles, line(), line({ id: 'other' })].join('\n'), around);
    expect(reading).toMatchObject({ ok: true, rows: [{ id: typed.id }, { id: 'other' }] });
  });

  it('is refused whole for one wrong row, each fault named by line and column', () => {
    const text = [titles, line(), line(), line({ id: 'late', date: '2027-01-01' })].join('\n');
    const reading = readOwnIncidents(text, around);
    expect(reading.ok ? [] : reading.faults.map(({ sentence }) => sentence)).toEqual([
      'incidents.csv, line 3 (own-northwind-202603): id is that of another incident already: “own-northwind-202603”.',
      'incidents.csv, line 4 (late): date lies in the future: 2027-01-01 is after 2026-11-29.',
    ]);
  });
});

describe('a row in the register of an assessment', () => {
  const { registerCauseOf: causeOf } = recipe;
  const register = { id: 'incident-1', causes: new Set(['key-hot', 'unknown']), causeOf, takesUnknown: true };
  it('carries its figures in cents, its source, and the worst where nothing is known', () => {
    const row = libraryOf(packTexts('pack-1')).incidents.find(({ id }) => id === 'bitfinex-201608');
    if (row === undefined) throw new Error('the library must have it');
    const incident = incidentFromRow(row, { packId: 'pack-1', assetsUsd: 200_000_000 }, register);
    expect(incident).toMatchObject({
      id: 'incident-1',
      date: row.date,
      lossMinor: row.gross_loss_usd * 100,
      assetsAtTimeMinor: 20_000_000_000,
      fixStatus: 'unknown',
      postmortem: 'none',
    });
    expect(incident.source).toContain('Incident library pack-1, bitfinex-201608');
  });

  it.each(['digital-asset-2026.1', 'digital-asset-2026.2'])(
    'finds each cause of the library in %s',
    (name) => {
      const model = JSON.parse(
        readFileSync(join(import.meta.dirname, '../../resources/models', `${name}.json`), 'utf8'),
      ) as { readonly causes: readonly { readonly code: string }[] };
      const causes = new Set(model.causes.map(({ code }) => code));
      const [row] = libraryOf(packTexts('pack-1')).incidents;
      if (row === undefined) throw new Error('the library must have it');
      const unknown = LIBRARY_CAUSES.filter((cause) => {
        const origin = { packId: 'pack-1', assetsUsd: null };
        return incidentFromRow({ ...row, cause }, origin, { ...register, causes }).cause === 'unknown';
      });
      expect(unknown).toEqual(['other']);
    },
  );

  it('takes the unknown cause where the model has no other, and leaves assets open', () => {
    const reading = readOwnIncident({ ...typed, cause: 'slashing', assets_at_risk_usd: '' }, around);
    if (!reading.ok) throw new Error('it must be sound');
    const incident = incidentFromRow(reading.row, { packId: null, assetsUsd: null }, register);
    expect(incident).toMatchObject({ cause: 'unknown', assetsAtTimeMinor: null, usersMadeWholePercent: 100 });
    expect(incident.source).toMatch(/^Own row of the workbook/);
    // A model without a rule for what is not known has the form ask for them.
    const asked = incidentFromRow(
      reading.row,
      { packId: null, assetsUsd: null },
      { ...register, takesUnknown: false },
    );
    expect(asked.assetsAtTimeMinor).toBe(1);
  });
});
