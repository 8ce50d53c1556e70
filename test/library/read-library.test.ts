import { describe, expect, it } from 'vitest';
import { type LibraryTexts, readLibrary } from '#shared/library/read-library.ts';
import { packTexts } from '../calibration/library.ts';
import { day } from '../support/branded.ts';

const TODAY = '2026-11-28';
const pack = packTexts('pack-1');

type File = keyof LibraryTexts;

/** The sentences about pack 1 with one text replaced by another in one file. */
function sentences(file: File, from: string, to: string, today = TODAY): readonly string[] {
  const text = pack[file];
  expect(text.includes(from), from).toBe(true);
  const reading = readLibrary({ ...pack, [file]: text.replace(from, to) }, day(today));
  if (reading.ok) return [];
  expect('library' in reading).toBe(false);
  return reading.faults.map(({ sentence }) => sentence);
}

describe('a library is read whole or not at all', () => {
  it('pack 1 is sound; a loss a little above its assets is noted', () => {
    const reading = readLibrary(pack, day(TODAY));
    if (!reading.ok) throw new Error('pack 1 must be sound');
    const { incidents, lossShares, exposure, notes } = reading.library;
    expect([incidents.length, lossShares.length, exposure.length]).toEqual([753, 77, 15]);
    expect(notes).toEqual([expect.stringMatching(/^origin-protocol-202011: .*counts as all of them/)]);
  });

  it.each<[string, File, string, string, RegExp]>([
    [
      'an unknown cause',
      'incidents',
      '473000000,115000000,hot-wallet-compromise',
      '473000000,115000000,hot wallet',
      /^incidents\.csv, line \d+ \(mt-gox-201402\): cause must be one of .*; it is “hot wallet”\.$/,
    ],
    [
      'text in a figure',
      'incidents',
      ',473000000,',
      ',473m,',
      /^incidents\.csv, line \d+ \(mt-gox-201402\): gross_loss_usd must be an amount .* it is “473m”\.$/,
    ],
    [
      'a figure with separators',
      'incidents',
      ',473000000,',
      ',"473,000,000",',
      /\(mt-gox-201402\): gross_loss_usd must be .* it is “473,000,000”/,
    ],
    ['a negative figure', 'incidents', ',473000000,', ',-5,', /\(mt-gox-201402\): gross_loss_usd .*“-5”/],
    ['an empty figure', 'incidents', ',473000000,', ',,', /\(mt-gox-201402\): gross_loss_usd .*it is empty/],
    [
      'a loss of nothing',
      'incidents',
      ',473000000,',
      ',0,',
      /\(mt-gox-201402\): gross_loss_usd must be above 0/,
    ],
    [
      'text in a recovery',
      'incidents',
      ',473000000,115000000,',
      ',473000000,some,',
      /\(mt-gox-201402\): recovered_usd must be an amount .*“some”/,
    ],
    [
      'a date that is none',
      'incidents',
      '2014-02-24',
      '2014-02-30',
      /\(mt-gox-201402\): date must be a calendar date written YYYY-MM-DD; it is “2014-02-30”/,
    ],
    [
      'a date of the future',
      'incidents',
      '2026-10-01',
      '2026-11-29',
      /\(near-intents-202610\): date lies in the future: 2026-11-29 is after 2026-11-28/,
    ],
    [
      'a doubled id',
      'incidents',
      'bitcoin7-201110',
      'mt-gox-201106',
      /line 5 \(mt-gox-201106\): id stands on line 2 already/,
    ],
    [
      'an unknown kind of subject',
      'incidents',
      'Mt. Gox,exchange,2014',
      'Mt. Gox,bank,2014',
      /subject_type must be one of/,
    ],
    [
      'a loss above assets',
      'lossShare',
      'mt-gox-201402,473000000',
      'mt-gox-201402,47300000',
      /^loss_share\.csv, line \d+ \(mt-gox-201402\): assets_at_risk_usd is below the incident's loss/,
    ],
    [
      'a doubled share',
      'lossShare',
      'bitstamp-201501',
      'poloniex-201403',
      /loss_share\.csv.*id stands on line 2 already/,
    ],
    [
      'a share without an incident',
      'lossShare',
      'bitstamp-201501',
      'nobody-201501',
      /id is no incident of incidents\.csv/,
    ],
    [
      'assets of nothing',
      'lossShare',
      'mt-gox-201402,473000000',
      'mt-gox-201402,0',
      /assets_at_risk_usd must be above 0/,
    ],
    [
      'text in a number of subjects',
      'exposure',
      '2023,160,',
      '2023,many,',
      /^exposure\.csv, line 13 \(2023\): cex_active_n must be a number/,
    ],
    ['a doubled year', 'exposure', '\r\n2024,', '\r\n2023,', /\(2023\): year stands on line 13 already/],
    [
      'a middle below its low end',
      'exposure',
      '2023,160,110',
      '2023,100,110',
      /cex_active_low is above cex_active_n/,
    ],
    [
      'more large protocols than all',
      'exposure',
      ',865,354,80,',
      ',865,3540,80,',
      /defi_protocols_tvl_gt10m_n is above/,
    ],
    ['a missing column', 'incidents', ',cause,', ',reason,', /has no column cause/],
    [
      'an unknown column',
      'incidents',
      ',cause,',
      ',cause,reason,',
      /has a column “reason” that no library has/,
    ],
    ['a missing cell', 'exposure', '2023,160,', '2023,', /has 12 cells under 13 titles/],
    ['a quote that never ends', 'exposure', '"protocol counts', 'x"protocol counts', /quotation mark/],
  ])('%s is named', (_, file, from, to, sentence) => {
    const from2 = pack[file].includes(from) ? from : from.replaceAll('\r\n', '\n');
    expect(sentences(file, from2, to.replaceAll('\r\n', from2.includes('\r\n') ? '\r\n' : '\n'))).toEqual(
      expect.arrayContaining([expect.stringMatching(sentence)]),
    );
  });

  it.each(['160.00000', '160.12345', '160.1', '0.123', '1160.125'])(
    'a number of subjects of %s is read as it stands',
    (figure) => {
      const [low, high] = ['0', '2000'];
      const exposure = pack.exposure.replace('2023,160,110,230', `2023,${figure},${low},${high}`);
      const reading = readLibrary({ ...pack, exposure }, day(TODAY));
      if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence).join('\n'));
      expect(reading.library.exposure.find(({ year }) => year === 2023)?.cex_active_n).toBe(Number(figure));
    },
  );

  it.each(['25.000', '1.160', '160.125'])('%s may be meant for thousands and is refused', (figure) => {
    expect(sentences('exposure', '2023,160,', `2023,${figure},`)).toEqual([
      expect.stringMatching(/cex_active_n must be a number .* not with just three decimals/),
    ]);
  });

  it('the future begins where it is told', () => {
    expect(sentences('incidents', 'near-intents', 'near-intents', '2026-09-30')).toEqual([
      expect.stringMatching(/\(near-intents-202610\): date lies in the future/),
    ]);
  });

  it('every fault of every file is named at once', () => {
    const reading = readLibrary(
      {
        incidents: pack.incidents.replace(',473000000,', ',x,'),
        exposure: pack.exposure.replace('2023,160,', '2023,many,'),
        lossShare: pack.lossShare.replace('bitstamp-201501,44000000', 'bitstamp-201501,y'),
      },
      day(TODAY),
    );
    if (reading.ok) throw new Error('must not be read');
    expect(reading.faults.map(({ file }) => file).sort()).toEqual([
      'exposure.csv',
      'incidents.csv',
      'loss_share.csv',
    ]);
  });

  it('an empty file and one without rows are named', () => {
    const faultsOf = (texts: LibraryTexts) => {
      const reading = readLibrary(texts, day(TODAY));
      return reading.ok ? [] : reading.faults.map(({ sentence }) => sentence);
    };
    expect(faultsOf({ ...pack, exposure: '' })).toEqual(['exposure.csv: is empty.']);
    const titles = pack.exposure.split('\n')[0]!;
    expect(faultsOf({ ...pack, exposure: `${titles}\n` })).toEqual(['exposure.csv: has titles and no rows.']);
  });

  it('assets in the incidents must agree with those in the shares', () => {
    const two = packTexts('pack-2');
    const incidents = two.incidents.replace(',473000000\r\n', ',473000001\r\n');
    expect(incidents).not.toBe(two.incidents);
    const reading = readLibrary({ ...two, incidents }, day(TODAY));
    expect(!reading.ok && reading.faults.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/\(mt-gox-201402\): assets_at_risk_usd is not that of loss_share\.csv/),
    ]);
  });
});
