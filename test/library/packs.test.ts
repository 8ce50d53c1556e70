import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryManifestSchema } from '#shared/library/library-manifest.ts';
import { libraryOf, packFolder, packTexts } from '../calibration/library.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const manifestOf = (pack: string) =>
  libraryManifestSchema.parse(JSON.parse(readFileSync(join(packFolder(pack), 'manifest.json'), 'utf8')));

function filesOf(pack: string): Readonly<Record<string, string>> {
  const names = readdirSync(packFolder(pack)).filter((name) => name !== 'manifest.json');
  return Object.fromEntries(
    names.sort().map((name) => [name, sha256(readFileSync(join(packFolder(pack), name)))]),
  );
}

describe('library packs', () => {
  it('pack 1 is frozen: model 2026.2 stands on these bytes', () => {
    expect(filesOf('pack-1')).toEqual({
      'exposure.csv': '3c6672a0fb68434482179e7769480cd374cdd8ada9661cb2b2f5b94ec5affd0d',
      'incidents.csv': '006e8d4a034b21829ca344373e040084b0e321f053006fe69f0c08af50c7e33b',
      'loss_share.csv': '577ecdfe893b7561906ebb8a4a290aeb8316eca752601c92262ba00633cdc197',
      'sources.md': 'a2f6f710b4555fecdd95007e2ac169fc55607eca11159b03be2f6c153f25daff',
    });
  });

  it.each(['pack-1', 'pack-2'])(
    'the manifest of %s names its files and is not older than its rows',
    (pack) => {
      const manifest = manifestOf(pack);
      expect(manifest.id).toBe(pack);
      expect(manifest.files).toEqual(filesOf(pack));
      for (const { id, date } of libraryOf(packTexts(pack)).incidents)
        expect(date <= manifest.date, id).toBe(true);
    },
  );

  it('pack 2 holds every row of pack 1 unchanged, and nine more', () => {
    const one = libraryOf(packTexts('pack-1'));
    const two = libraryOf(packTexts('pack-2'));
    const added = ['actor', 'actor_name', 'actor_confidence', 'actor_source', 'vendor', 'event_group'];
    const plain = (row: object) =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([key]) => ![...added, 'first_notice_hours', 'assets_at_risk_usd'].includes(key),
        ),
      );
    const rows = new Map(two.incidents.map((row) => [row.id, plain(row)]));
    for (const row of one.incidents) expect(rows.get(row.id), row.id).toEqual(plain(row));
    expect(two.incidents).toHaveLength(one.incidents.length + 9);
    expect(two.exposure).toEqual(one.exposure);
    expect(two.lossShares).toEqual(one.lossShares);
  });

  it('pack 2 names actors with who says so, and carries the assets of every share', () => {
    const { incidents, lossShares } = libraryOf(packTexts('pack-2'));
    const named = incidents.filter(({ actor }) => actor !== null);
    expect(named.length).toBeGreaterThan(30);
    for (const row of named) {
      expect(row.actor_source, row.id).not.toBeNull();
      expect(row.actor_confidence, row.id).not.toBeNull();
    }
    const held = incidents.filter((row) => row.assets_at_risk_usd !== null);
    expect(held).toHaveLength(lossShares.length);
  });
});
