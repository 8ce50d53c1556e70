import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName } from '#electron/cli/write-paper.ts';
import { assessmentFileName, submissionFileName } from '#electron/exchange/submission-file.ts';
import { temporaryBeside } from '#electron/host/durable-file.ts';
import { cutToBytes, fittingName, nameAsStem } from '#electron/host/file-name.ts';
import { writeFileDurably } from '#electron/host/write-file.ts';
import { backupFileName, listBackups } from '#electron/store/backup/backup-files.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { isWellFormed } from '#shared/domain/well-formed.ts';
import { day } from '../support/branded.ts';

const bytes = (text: string) => Buffer.byteLength(text);
const named = (subjectName: string) => ({ subjectName, asOf: day('2026-11-22'), revision: 1 });
const paper = (name: string) => assessmentFileName(named(name), '-not-issued.pdf');

describe('the name of a file keeps the words of its subject', () => {
  it.each([
    ['ビットバンク東京', 'ビットバンク東京'],
    ['ビットフライヤー', 'ビットフライヤー'],
    ['กระดานเทรดบิทคับ', 'กระดานเทรดบิทคับ'],
    ['हिन्दी एक्सचेंज', 'हिन्दी-एक्सचेंज'],
    ['빗썸코리아', '빗썸코리아'],
    ['Ρόδος', 'ρόδος'],
    ['Биржа Йод', 'биржа-йод'],
    ['بُورصة', 'بُورصة'],
    ['Sàn giao dịch Việt', 'san-giao-dich-viet'],
    ['Börse Zürich', 'borse-zurich'],
    ['Ångström & Co', 'angstrom-co'],
    ['İstanbul Borsası', 'istanbul-borsası'],
    ['ＡＢＣ 取引所', 'abc-取引所'],
  ])('%s', (name, stem) => {
    expect(nameAsStem(name)).toBe(stem.normalize('NFC'));
    expect(nameAsStem(name.normalize('NFD'))).toBe(stem.normalize('NFC'));
    expect(paper(name)).toBe(`${stem.normalize('NFC')}-2026-11-22-not-issued.pdf`);
  });

  it('loses no letter of a script other than Latin', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const letters = (text: string) =>
          [...text.normalize('NFC').toLowerCase().normalize('NFC')].filter(
            (letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter),
          );
        expect(letters(nameAsStem(name))).toEqual(letters(name));
      }),
    );
  });
});

describe('every name fits', () => {
  const chinese = '有限责任公司数字资产交易所'.repeat(20);
  const long = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 0, maxLength: 200 }),
    fc.constantFrom(
      chinese,
      '가'.normalize('NFD').repeat(200),
      '👩‍👩‍👧‍👦'.repeat(60),
      'a'.repeat(500),
      'का'.repeat(200),
    ),
  );

  it('84 Chinese letters get a paper and an export', () => {
    const subject = chinese.slice(0, 84);
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    for (const name of [paper(subject), submissionFileName(named(subject))]) {
      expect(writeFileDurably(freeName(folder, name), 'x').ok).toBe(true);
      expect(writeFileDurably(freeName(folder, name), 'y').ok).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.includes(' (2)'))).toHaveLength(2);
  });

  it('with its number and the hidden name beside it, in whole letters', () => {
    fc.assert(
      fc.property(
        long,
        fc.constantFrom(
          '-2026-11-22-r1234-not-issued.pdf',
          ' salvaged.ballast',
          ' restored.ballast',
          '.json',
        ),
        (stem, ending) => {
          const name = fittingName(stem, ending);
          expect(name.endsWith(ending)).toBe(true);
          const numbered = name.replace(/(\.[^.]+)$/, ' (99)$1');
          expect(bytes(numbered)).toBeLessThanOrEqual(255);
          expect(basename(temporaryBeside(join('/x', numbered)))).toContain(numbered);
          expect(isWellFormed(name)).toBe(true);
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[.\s]|^(con|prn|aux|nul|com\d|lpt\d)\./iu);
        },
      ),
    );
  });

  it.each(['CON', 'nul', 'com1', 'LPT9', 'aux'])('%s is no name on Windows, and gets a mark', (name) =>
    expect(fittingName(name, '.json')).toBe(`_${name}.json`),
  );

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.pdf'],
    ['...hidden', 'hidden.pdf'],
    ['ends in a point. ', 'ends in a point.pdf'],
  ])('%s', (stem, name) => expect(fittingName(stem, '.pdf')).toBe(name));

  it('is cut between letters, never inside one', () => {
    expect(cutToBytes('ééé'.normalize('NFD'), 7)).toBe('éé'.normalize('NFD'));
    expect(cutToBytes('👩‍👩‍👧‍👦!', 20)).toBe('');
    expect(cutToBytes('short', 10)).toBe('short');
  });

  it('a backup of a long workbook name is found again, whoever cut it and however it is spelt', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backups-'));
    const stem = `${'か'.repeat(30)}${'が'.normalize('NFD').repeat(40)}`;
    const workbook = join(folder, `${stem}.ballast`);
    const now = new Date('2026-11-22T10:00:00Z');
    const name = backupFileName(workbook, now);
    expect(bytes(name)).toBeLessThanOrEqual(255 - 22);
    writeFileSync(join(folder, name), '');
    // As the version before cut it: between code points.
    let cut = '';
    for (const letter of stem) {
      if (bytes(cut) + bytes(letter) > 171) break;
      cut += letter;
    }
    writeFileSync(join(folder, `${cut}~${sha256Hex(stem).slice(0, 8)} 2026-11-21 10-00-00.ballast`), '');
    expect(listBackups(workbook, folder).map(({ madeAt }) => madeAt.toISOString().slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-11-21',
    ]);
    const short = join(folder, 'Börse.ballast');
    writeFileSync(join(folder, backupFileName(short, now).normalize('NFD')), '');
    expect(listBackups(short, folder)).toHaveLength(1);
    expect(existsSync(workbook)).toBe(false);
  });
});
