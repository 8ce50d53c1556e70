import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BundledModel, loadBundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { readLibraryFolder } from '../../scripts/calibration/library-folder.ts';
import { day } from '../support/branded.ts';
import { host, resources, value } from './handlers-host.ts';

let model: BundledModel;
beforeAll(() => {
  model = value(loadBundledModel(resources));
}, 300_000);

const TITLES =
  'id,subject,subject_type,date,chain_or_venue,gross_loss_usd,recovered_usd,cause,audited_before_loss,users_made_whole,confidence,source,assets_at_risk_usd';
const SOUND = {
  id: 'north-202603',
  subject: 'Northwind',
  subject_type: 'exchange',
  date: '2026-03-02',
  chain_or_venue: '',
  gross_loss_usd: '2500000',
  recovered_usd: '',
  cause: 'insider',
  audited_before_loss: 'unknown',
  users_made_whole: 'unknown',
  confidence: 'high',
  source: 'Claim file',
  assets_at_risk_usd: '9000000',
};
type Row = typeof SOUND;

/** Each with what is wrong with the row, the field and the words of its sentence. */
const BAD: readonly (readonly [string, Partial<Row>, string, RegExp])[] = [
  ['an unknown cause', { cause: 'hacked' }, 'cause', /must be one of .*; it is “hacked”/],
  [
    'a loss above the assets',
    { assets_at_risk_usd: '1000000' },
    'assets_at_risk_usd',
    /is below the incident's loss: 2500000 was lost of 1000000/,
  ],
  ['a date of the future', { date: '2027-01-01' }, 'date', /lies in the future: 2027-01-01 is after/],
  ['text in a figure', { gross_loss_usd: '2.5m' }, 'gross_loss_usd', /must be an amount .*; it is “2\.5m”/],
  ['a doubled id', { id: 'mt-gox-201402' }, 'id', /.*/],
];

describe('incidents that cannot be used', () => {
  let folder: string;
  let at: ReturnType<typeof host>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-bad-'));
    at = host(folder, model);
  });
  afterEach(() => {
    at.session.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { library } = handlers;
  const line = (change: Partial<Row>) => Object.values({ ...SOUND, ...change }).join(',');

  /** Pack 1 with one more row, its manifest true to it: what is wrong is in the row alone. */
  function packWith(change: Partial<Row>): string {
    const pack = join(folder, 'pack-9');
    cpSync(join(resources, 'library', 'pack-1'), pack, { recursive: true });
    const file = join(pack, 'incidents.csv');
    const [titles = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
    const { assets_at_risk_usd: assets, ...row } = { ...SOUND, ...change };
    writeFileSync(file, [`${titles}`, ...rows, Object.values(row).join(',')].join('\n'));
    const shares = join(pack, 'loss_share.csv');
    const share = `${row.id},${assets},All assets,high\n`;
    if (row.id === SOUND.id) writeFileSync(shares, `${readFileSync(shares, 'utf8').trimEnd()}\n${share}`);
    const manifest = JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8'));
    manifest.id = 'pack-9';
    for (const name of ['incidents.csv', 'loss_share.csv'])
      manifest.files[name] = sha256Hex(readFileSync(join(pack, name), 'utf8'));
    writeFileSync(join(pack, 'manifest.json'), JSON.stringify(manifest));
    return pack;
  }

  it('a sound row more is taken by window and command line', async () => {
    const pack = packWith({});
    at.answers.open = join(pack, 'manifest.json');
    expect(value(await library.choosePack(at.context, undefined))?.manifest.id).toBe('pack-9');
    expect(readLibraryFolder(pack, day('2026-11-29')).ok).toBe(true);
  });

  it.each(BAD)(
    'a pack with %s is refused whole by row and field, and nothing of it is kept',
    async (_, change, field, why) => {
      const pack = packWith(change);
      at.answers.open = join(pack, 'manifest.json');
      const looked = await library.choosePack(at.context, undefined);
      expect(looked).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
      const message = looked.ok ? '' : looked.failure.message;
      const id = change.id ?? SOUND.id;
      expect(message).toMatch(/nothing was loaded/);
      expect(message).toMatch(new RegExp(`, line \\d+ \\(${id}\\): ${field} ${why.source}`));
      expect((await library.keepPack(at.context, { id: 'pack-9' })).ok).toBe(false);
      expect(value(await library.packs(at.context, undefined)).map((one) => one.id)).toEqual([
        'pack-1',
        'pack-2',
      ]);
      expect(readdirSync(folder)).not.toContain('Library');
      // The command line reads the same folder by the same rules.
      const reading = readLibraryFolder(pack, day('2026-11-29'));
      expect(!reading.ok && reading.faults.map((fault) => fault.field)).toEqual([field]);
    },
  );

  it.each(BAD)(
    'a file of one’s own with %s is refused whole by line and field, and none of its rows is kept',
    async (_, change, field, why) => {
      at.answers.open = join(folder, 'own.csv');
      writeFileSync(at.answers.open, [TITLES, line({ id: 'first' }), line(change)].join('\n'));
      const refused = await library.importOwn(at.context, undefined);
      const message = refused.ok ? '' : refused.failure.message;
      expect(message).toMatch(new RegExp(`line 3 \\(${change.id ?? SOUND.id}\\): ${field} ${why.source}`));
      expect(value(await library.own(at.context, undefined))).toEqual([]);
    },
  );
});
