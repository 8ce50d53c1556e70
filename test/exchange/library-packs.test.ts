import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibraryPacks } from '#electron/exchange/library-packs.ts';
import type { Result } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { day } from '#test/support/branded.ts';

const bundled = resolve(import.meta.dirname, '../../resources/library');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const messageOf = (result: Result<unknown>) => (result.ok ? 'loaded' : result.failure.message);

/** A pack like pack 1 with one more line, its manifest true to it. */
function madePack(line: string, id = 'pack-9'): string {
  const pack = join(folder, 'made', id);
  cpSync(join(bundled, 'pack-1'), pack, { recursive: true });
  appendFileSync(join(pack, 'incidents.csv'), line);
  const manifest = JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8'));
  manifest.id = id;
  manifest.files['incidents.csv'] = sha256Hex(readFileSync(join(pack, 'incidents.csv'), 'utf8'));
  writeFileSync(join(pack, 'manifest.json'), JSON.stringify(manifest));
  return join(pack, 'manifest.json');
}
const LINE = 'new-202611,New,exchange,2026-11-01,Bitcoin,5000000,,insider,unknown,no,medium,Test\n';

describe('library packs', () => {
  const open = () => openLibraryPacks(bundled, join(folder, 'kept'), () => day('2026-11-29'));

  it('that ship are read, also under a clock that runs behind them', () => {
    const packs = openLibraryPacks(bundled, join(folder, 'kept'), () => day('2020-01-01'));
    expect(packs.ids()).toEqual([
      { id: 'pack-1', isBundled: true },
      { id: 'pack-2', isBundled: true },
    ]);
    const pack = packs.read('pack-2');
    expect(pack.ok && pack.value.library.incidents.length).toBe(762);
  });

  it('are looked at first and kept whole on demand', () => {
    const packs = open();
    const looked = packs.look(madePack(LINE));
    expect(looked.ok && looked.value.library.incidents.length).toBe(754);
    expect(existsSync(join(folder, 'kept'))).toBe(false);
    expect(packs.keep('pack-9').ok).toBe(true);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['pack-9']);
    expect(open().read('pack-9').ok).toBe(true);
  });

  it.each([
    ['an unknown cause', LINE.replace('insider', 'hacked'), /line 755 \(new-202611\): cause must be one of/],
    ['text in a figure', LINE.replace('5000000', '5m'), /gross_loss_usd must be an amount/],
    ['an id twice', LINE.replace('new-202611', 'mt-gox-201402'), /\(mt-gox-201402\): id stands on line/],
    ['a date of the future', LINE.replace('2026-11-01', '2026-12-24'), /date lies in the future/],
  ])('with %s are refused, and nothing is held or kept', (_name, line, sentence) => {
    const packs = open();
    expect(messageOf(packs.look(madePack(line)))).toMatch(sentence);
    expect(messageOf(packs.keep('pack-9'))).toMatch(/not held any more/);
    expect(existsSync(join(folder, 'kept'))).toBe(false);
  });

  it('whose file was changed after closing are refused', () => {
    const manifest = madePack(LINE);
    appendFileSync(join(manifest, '..', 'incidents.csv'), '\n');
    expect(messageOf(open().look(manifest))).toMatch(
      /incidents\.csv is not the file that the manifest names/,
    );
  });

  it('cannot take the place of another, nor be any file', () => {
    const packs = open();
    expect(packs.look(madePack(LINE, 'pack-1')).ok).toBe(true);
    expect(messageOf(packs.keep('pack-1'))).toMatch(/a library pack pack-1 already/);
    writeFileSync(join(folder, 'manifest.json'), '{}');
    expect(messageOf(packs.look(join(folder, 'other.json')))).toMatch(
      /not that of an incident library|There is no file/,
    );
    expect(messageOf(packs.read('../pack-1'))).toMatch(/no such library pack/);
  });
});
