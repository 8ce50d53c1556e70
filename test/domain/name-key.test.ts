import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, searchKey, searchWords } from '#shared/domain/name-key.ts';
import { sourceFiles } from '#test/boundaries/read-imports.ts';

const root = resolve(import.meta.dirname, '..', '..');

describe('two spellings of one name', () => {
  it.each([
    ['Crédit Börse', 'Crédit Börse'.normalize('NFD')],
    ['ビットバンク', 'ビットバンク'.normalize('NFD')],
    ['ﾋﾞｯﾄﾊﾞﾝｸ', 'ビットバンク'],
    ['ＡＢＣ　Exchange', 'abc exchange'],
    ['빗썸', '빗썸'.normalize('NFD')],
    ['STRASSE', 'Straße'],
    ['Istanbul', 'ISTANBUL'],
    ['İSTANBUL', 'istanbul'],
    ['ıstanbul', 'Istanbul'],
    ['ΡΟΔΟΣ', 'ροδος'],
    ['Ρόδος', 'ΡΌΔΟΣ'],
    ['  Harbour \u00a0 Exchange\t', 'harbour exchange'],
    ['Har\u00adbour', 'Harbour'],
    ['ﬁnance', 'Finance'],
    ['БИРЖА', 'биржа'],
  ])('%s is %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['Börse', 'Borse'],
    ['ヒットバンク', 'ビットバンク'],
    ['Harbour Exchange', 'Harbourexchange'],
    ['กระดาน', 'กระดน'],
    ['Exchange 1', 'Exchange 2'],
  ])('%s is not %s', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it('has one key in every Unicode form, and its key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const key = nameKey(name);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(nameKey(name.normalize(form))).toBe(key);
        expect(nameKey(key)).toBe(key);
        expect(nameKey(name.toUpperCase())).toBe(key);
        expect(nameKey(`  ${name}\u3000`)).toBe(key);
        expect(searchKey(searchKey(name))).toBe(searchKey(name));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds without accents what is Latin, and keeps the marks of other scripts', () => {
    expect(searchWords('borse ZÜRICH')).toEqual(['borse', 'zurich']);
    expect(searchKey('Börse Zürich')).toBe('borse zurich');
    expect(searchKey('ヒット')).not.toBe(searchKey('ビット'));
  });
});

it('no other file has a normaliser of names of its own', () => {
  const own = ['shared', 'electron', 'renderer'].flatMap((room) =>
    sourceFiles(root, room).filter((file) =>
      /\.normalize\(|useFilter\(/.test(readFileSync(join(root, file), 'utf8')),
    ),
  );
  expect(own.sort()).toEqual([
    // The letters that a paper says a glyph stands for.
    'electron/documents/mend-letters.ts',
    // The names of files, which keep what a name says, and of backups as the disk spells them.
    'electron/host/file-name.ts',
    // A passphrase, which is compared with nothing but itself.
    'electron/host/passphrase.ts',
    'electron/store/backup/backup-files.ts',
    'shared/domain/name-key.ts',
    // The letters that a face draws, and whether a text says anything at all: neither compares names.
    'shared/domain/printable-letters.ts',
    'shared/domain/says-something.ts',
    // An identifier of plain letters, which is not compared with a name.
    'shared/library/own-incidents.ts',
  ]);
});
