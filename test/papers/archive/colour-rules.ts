import { PDFArray, PDFBool, PDFDict, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { name } from '../ua/read-paper.ts';
import { type ArchiveFacts, type ArchiveRule, has, typed, when } from './archive-facts.ts';
import { decoded } from './drawn-glyphs.ts';

/** The operators of ISO 32000-1, Annex A, but those of images inside the content, which a paper has none of. */
const OPERATORS = new Set(
  `b B b* B* BDC BMC BT c cm CS cs d d0 d1 Do DP EMC ET f F f* G g gs h i j J l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(
    ' ',
  ),
);
const DEEPEST = 28;
const BLENDS = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'
    .split(' ')
    .map((mode) => `/${mode}`),
);
const INTENTS = new Set(
  ['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'].map((intent) => `/${intent}`),
);
/** Colours that the profile of a paper says nothing of. */
const OTHER_COLOURS = /\/(?:DeviceCMYK|CalCMYK|Separation|DeviceN|Lab|CalRGB|CalGray)\b/;

const graphicStates = ({ dictionaries }: ArchiveFacts): readonly PDFDict[] =>
  dictionaries.flatMap((dict) => {
    const states = dict.lookup(name('ExtGState'));
    return states instanceof PDFDict
      ? states.keys().flatMap((key) => {
          const state = states.lookup(key);
          return state instanceof PDFDict ? [state] : [];
        })
      : [];
  });

const images = (facts: ArchiveFacts): readonly PDFDict[] => typed(facts, 'Subtype', 'Image');

const HEADER = 128;
/** The parts of a colour by its space. */
const PARTS: Readonly<Record<string, number>> = { 'RGB ': 3, GRAY: 1 };

function profileFaults(profile: PDFRawStream, spaces: readonly string[]): readonly string[] {
  const bytes = decoded(profile);
  if (bytes.byteLength < HEADER) return ['It is no profile.'];
  const at = (from: number): string => bytes.toString('latin1', from, from + 4);
  const count = profile.dict.lookup(name('N'));
  const parts = count instanceof PDFNumber ? count.asNumber() : 0;
  return [
    ...when(at(36) !== 'acsp' || bytes.readUInt32BE(0) !== bytes.byteLength, 'It is no profile.'),
    ...when(bytes.readUInt16BE(8) > 0x0420, 'It is newer than PDF 1.7 knows.'),
    ...when(!['mntr', 'prtr', 'scnr', 'spac'].includes(at(12)), 'It is of something else than colours seen.'),
    ...when(!spaces.includes(at(16)), `It is of ${at(16)}.`),
    ...when(parts !== PARTS[at(16)], `It has ${parts} parts.`),
  ];
}

/** Of what is drawn, and in which colours. */
export const COLOUR_RULES: readonly ArchiveRule[] = [
  {
    clause: '6.1.13',
    rule: 'States of drawing are kept no deeper than 28, and each that is kept is taken back.',
    check: ({ drawings }) =>
      drawings.flatMap(({ where, steps }) => {
        let depth = 0;
        let deepest = 0;
        for (const { operator } of steps) {
          depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0;
          deepest = Math.max(deepest, depth);
        }
        return when(depth !== 0 || deepest > DEEPEST, `${where}: ${deepest} deep, and ${depth} at its end.`);
      }),
  },
  {
    clause: '6.2.2',
    rule: 'A page draws by known operators, and with nothing that it does not name itself.',
    check: ({ drawings }) =>
      drawings.flatMap(({ where, steps, resources }) => [
        ...steps.flatMap(({ operator }) => when(!OPERATORS.has(operator), `${where}: ${operator}.`)),
        ...when(resources === undefined, `${where} names nothing.`),
      ]),
  },
  {
    clause: '6.2.3',
    rule: 'One profile, of red, green and blue, says what the colours are.',
    check: ({ document }) => {
      const intents = document.catalog.lookup(name('OutputIntents'));
      if (!(intents instanceof PDFArray) || intents.size() !== 1) return ['There is not one.'];
      const intent = intents.lookup(0, PDFDict);
      const profile = intent.lookup(name('DestOutputProfile'));
      if (!(profile instanceof PDFRawStream)) return ['There is no profile.'];
      return [
        ...when(intent.get(name('S')) !== name('GTS_PDFA1'), 'It is not one of PDF/A.'),
        ...when(!intent.has(name('OutputConditionIdentifier')), 'It has no name.'),
        ...when(intent.has(name('DestOutputProfileRef')), 'It stands in another file.'),
        ...profileFaults(profile, ['RGB ']),
      ];
    },
  },
  {
    clause: '6.2.4',
    rule: 'Colours are red, green and blue, or grey.',
    check: ({ document, drawings }) => [
      ...drawings.flatMap(({ where, steps }) =>
        steps.flatMap(({ operator, operands }) =>
          when(
            ['k', 'K'].includes(operator) || (/^(?:cs|CS)$/.test(operator) && OTHER_COLOURS.test(operands)),
            `${where} has another.`,
          ),
        ),
      ),
      ...document.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          when(
            OTHER_COLOURS.test(object instanceof PDFRawStream ? object.dict.toString() : object.toString()),
            'An object has another.',
          ),
        ),
    ],
  },
  {
    clause: '6.2.4.2',
    rule: 'A profile of a picture is of red, green and blue or of grey, and one that PDF 1.7 knows.',
    check: ({ document }) =>
      document.context.enumerateIndirectObjects().flatMap(([, object]) => {
        const written = object instanceof PDFRawStream ? object.dict.toString() : object.toString();
        return [...written.matchAll(/\/ICCBased (\d+) (\d+) R/g)].flatMap(([, number, generation]) => {
          const profile = document.context.lookup(PDFRef.of(Number(number), Number(generation)));
          return profile instanceof PDFRawStream
            ? profileFaults(profile, Object.keys(PARTS))
            : ['There is none.'];
        });
      }),
  },
  {
    clause: '6.2.5',
    rule: 'No state of drawing turns colours into others, or prescribes a screen.',
    check: (facts) =>
      graphicStates(facts).flatMap((state) => {
        const second = state.get(name('TR2'));
        return [
          ...has('TR', 'HT', 'HTP')(state),
          ...when(second !== undefined && second !== name('Default'), 'There is a TR2.'),
        ];
      }),
  },
  {
    clause: '6.2.6',
    rule: 'How colours are brought onto paper is one of four ways.',
    check: (facts) =>
      [
        ...[...graphicStates(facts), ...images(facts)].flatMap((dict) =>
          ['RI', 'Intent'].flatMap((key) => dict.get(name(key)) ?? []),
        ),
        ...facts.drawings.flatMap(({ steps }) =>
          steps.filter(({ operator }) => operator === 'ri').map(({ operands }) => operands),
        ),
      ].flatMap((intent) => when(!INTENTS.has(String(intent).trim()), `It is ${String(intent)}.`)),
  },
  {
    clause: '6.2.8',
    rule: 'Images stand in the file, have no other versions, and are not smoothed by the reader.',
    check: (facts) =>
      images(facts).flatMap((image) => [
        ...has('Alternates', 'OPI')(image),
        ...when(image.lookup(name('Interpolate')) === PDFBool.True, 'One is smoothed.'),
      ]),
  },
  {
    clause: '6.2.9',
    rule: 'No form stands in another file or is a program.',
    check: (facts) => [
      ...typed(facts, 'Subtype', 'Form').flatMap(has('OPI', 'PS', 'Ref', 'Subtype2')),
      ...typed(facts, 'Subtype', 'PS').map(() => 'There is a program.'),
    ],
  },
  {
    clause: '6.2.10',
    rule: 'What shines through does so in a way that the standard of PDF names.',
    check: (facts) =>
      graphicStates(facts).flatMap((state) => {
        const mode = state.lookup(name('BM'));
        return when(mode !== undefined && !BLENDS.has(String(mode)), `By ${String(mode)}.`);
      }),
  },
];
