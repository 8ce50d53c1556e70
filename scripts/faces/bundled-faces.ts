import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/paths.ts';

/** A face as a style sheet of Fontsource declares it: one file for the letters of its range. */
export interface Face {
  readonly file: string;
  /** `[first, last]` code points, both included. */
  readonly range: readonly (readonly [number, number])[];
}

/** Packages beside Inter and Source Serif 4, with the weights that are bundled: headings in Han and Hangul stay regular. */
const SCRIPTS: Readonly<Record<string, readonly number[]>> = {
  'noto-sans-arabic': [400, 600],
  'noto-sans-hebrew': [400, 600],
  'noto-sans-devanagari': [400, 600],
  'noto-sans-thai': [400, 600],
  'noto-sans-jp': [400],
  'noto-sans-kr': [400],
  'noto-sans-sc': [400],
  'noto-sans-tc': [400],
};

/** Every style sheet whose faces the application brings, by package and name. */
export const BUNDLED_SHEETS: readonly (readonly [pack: string, sheet: string])[] = [
  ['inter', '400'],
  ['inter', '600'],
  ['inter', '400-italic'],
  ['source-serif-4', '600'],
  ...Object.entries(SCRIPTS).flatMap(([pack, weights]) =>
    weights.map((weight) => [pack, String(weight)] as const),
  ),
];

/** Where the packages of the faces lie. */
export const facesFolder = join(projectRoot, 'node_modules', '@fontsource');

/** Names of the parts of Noto packages that are for their own scripts; Latin and the like come from Inter. */
const OWN_PART = /\/noto-sans-\w+-(?:\d+|arabic|hebrew|devanagari|thai)-\d+-normal\.woff2/;
const SPARE_FORMAT = /,\s*url\([^)]+\.woff\) format\('woff'\)/g;
const FACE = /@font-face \{[^}]*\}/g;

/**
 * A style sheet of Fontsource without what is not needed here: WOFF beside WOFF2, and the letters of a Noto package that
 * Inter brings.
 */
export const withoutSpareFaces = (sheet: string): string =>
  sheet
    .replaceAll(SPARE_FORMAT, '')
    .replaceAll(FACE, (face) => (face.includes('/noto-sans-') && !OWN_PART.test(face) ? '' : face));

/** The faces of a style sheet that are bundled. */
export function bundledFaces(pack: string, sheet: string): readonly Face[] {
  const text = withoutSpareFaces(readFileSync(join(facesFolder, pack, `${sheet}.css`), 'utf8'));
  return (text.match(FACE) ?? []).map((face) => ({
    file: join(facesFolder, pack, /url\(\.\/([^)]+)\)/.exec(face)?.[1] ?? ''),
    range: (/unicode-range: ([^;]+);/.exec(face)?.[1] ?? '').split(',').map((part) => {
      const [first = '', last = first] = part.trim().slice('U+'.length).split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  }));
}
