import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLED_SHEETS, bundledFaces, withoutSpareFaces } from '../../scripts/faces/bundled-faces.ts';
import { lettersModule, lettersOf } from '../../scripts/faces/letters.ts';
import { facesLicences } from '../../scripts/faces/licences.ts';

const stored = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const lettersOfSheet = (pack: string, sheet: string): readonly number[] =>
  bundledFaces(pack, sheet)
    .flatMap(lettersOf)
    .toSorted((a, b) => a - b);

describe('the bundled faces', () => {
  it('draw what the list of their letters says', () => {
    expect(stored('shared/domain/bundled-letters.ts')).toBe(lettersModule());
  });

  it('have their licences beside them', () => {
    expect(stored('resources/fonts/licences.txt')).toBe(facesLicences());
    for (const [pack] of BUNDLED_SHEETS) expect(facesLicences()).toContain(`@fontsource/${pack} `);
  });

  it.each(['inter', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-devanagari', 'noto-sans-thai'])(
    'draw the same letters in each weight and slant of %s',
    (pack) => {
      const sheets = BUNDLED_SHEETS.filter(([one]) => one === pack).map(([, sheet]) => sheet);
      expect(sheets.length).toBeGreaterThan(1);
      for (const sheet of sheets) expect(lettersOfSheet(pack, sheet)).toEqual(lettersOfSheet(pack, '400'));
    },
  );

  it('are each one file, for the letters of its own script', () => {
    const sheet = [
      "@font-face { src: url(./files/noto-sans-thai-thai-400-normal.woff2) format('woff2'), url(./files/noto-sans-thai-thai-400-normal.woff) format('woff'); }",
      "@font-face { src: url(./files/noto-sans-thai-latin-400-normal.woff2) format('woff2'); }",
      "@font-face { src: url(./files/inter-latin-400-normal.woff2) format('woff2'); }",
    ].join('');
    expect(withoutSpareFaces(sheet)).toBe(
      [
        "@font-face { src: url(./files/noto-sans-thai-thai-400-normal.woff2) format('woff2'); }",
        "@font-face { src: url(./files/inter-latin-400-normal.woff2) format('woff2'); }",
      ].join(''),
    );
  });
});
