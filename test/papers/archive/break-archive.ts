import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import {
  all,
  type Break,
  broken,
  drawn,
  first,
  fonts,
  layers,
  links,
  map,
  remark,
  removed,
  xmp,
} from '../break-paper.ts';

// Breaks a paper in one place each, so that the checker of PDF/A is seen to find it.

const name = (text: string): PDFName => PDFName.of(text);
const put =
  (found: (document: PDFDocument) => readonly PDFDict[], values: Readonly<Record<string, unknown>>): Break =>
  (document) => {
    for (const [key, value] of Object.entries(values))
      first(found(document)).set(name(key), document.context.obj(value as string));
  };
const catalog = (document: PDFDocument): readonly PDFDict[] => [document.catalog];
const intents = (document: PDFDocument): readonly PDFDict[] => [
  document.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict),
];
const attached = (document: PDFDocument): readonly PDFDict[] =>
  all(document).filter((dict) => dict.has(name('EF')));
const parts = (document: PDFDocument): readonly PDFDict[] => fonts(document, 'CIDFontType2');
const descriptors = (document: PDFDocument): readonly PDFDict[] =>
  parts(document).map((font) => font.lookup(name('FontDescriptor'), PDFDict));
const pages = (document: PDFDocument): readonly PDFDict[] => document.getPages().map(({ node }) => node);
/** A thing that the file holds and nothing names. */
const added =
  (values: Readonly<Record<string, unknown>>): Break =>
  (document) => {
    document.context.register(document.context.obj(values as Record<string, string>));
  };
const addedStream =
  (values: Readonly<Record<string, unknown>>): Break =>
  (document) => {
    document.context.register(document.context.stream('', values as Record<string, string>));
  };
const state = (values: Readonly<Record<string, unknown>>): Break => added({ ExtGState: { G: values } });
const before = (operators: string): Break => drawn((content) => `${operators}\n${content}`);

const BREAKS_BY_OBJECT: Readonly<Record<string, Break>> = {
  '6.1.5': (document) => document.setModificationDate(new Date('2001-01-01T00:00:00Z')),
  '6.1.7.1': addedStream({ F: 'elsewhere' }),
  '6.1.7.2': addedStream({ Filter: 'LZWDecode' }),
  '6.1.12': put(catalog, { Perms: { Other: {} } }),
  '6.1.13': before('q q Q'),
  '6.2.2': before('zz'),
  '6.2.3': removed(intents, 'DestOutputProfile'),
  '6.2.4': before('0 0 0 1 k'),
  '6.2.4.2': (document) => {
    const profile = document.context.register(document.context.stream('none', { N: 3 }));
    document.context.register(document.context.obj([name('ICCBased'), profile]));
  },
  '6.2.5': state({ TR: 'Identity' }),
  '6.2.6': before('/Vivid ri'),
  '6.2.8': addedStream({ Subtype: 'Image', Interpolate: true }),
  '6.2.9': addedStream({ Subtype: 'Form', Ref: {} }),
  '6.2.10': state({ BM: 'Glow' }),
  '6.2.11.2': (document) => first(fonts(document, 'Type0')).set(name('Encoding'), name('UniGB-UCS2-H')),
  '6.2.11.3': removed(parts, 'CIDToGIDMap'),
  '6.2.11.4': removed(descriptors, 'FontFile2'),
  '6.2.11.4.2': put(descriptors, { CIDSet: {} }),
  '6.2.11.5': (document) => first(parts(document)).set(name('W'), document.context.obj([])),
  '6.2.11.7.2': map('0000'),
  '6.2.11.7.3': map('E000'),
  '6.2.11.8': drawn((content) => content.replace(/<[0-9A-Fa-f]{4}([0-9A-Fa-f]*)> ?Tj/, '<0000$1> Tj')),
  '6.3.1': remark('Movie'),
  '6.3.2': removed(links, 'F'),
  '6.3.3': (document) => {
    remark('Stamp')(document);
  },
  '6.4': (document) => {
    const fields = { XFA: [], NeedAppearances: true };
    document.catalog.set(name('AcroForm'), document.context.obj(fields));
  },
  '6.4.3': added({ Type: 'Sig', ByteRange: [0, 10, 20, 30] }),
  '6.5.1': added({ Type: 'Action', S: 'Launch' }),
  '6.5.2': put(pages, { AA: {} }),
  '6.6.2.1': xmp((text) => text.replace('id="W5M0', 'bytes="9" id="W5M0')),
  '6.6.2.3': xmp((text) => text.replace('<pdfaProperty:name>part<', '<pdfaProperty:name>piece<')),
  '6.6.4': xmp((text) => text.replace('<pdfaid:part>3<', '<pdfaid:part>2<')),
  '6.8': removed(attached, 'AFRelationship'),
  '6.9': layers({}),
  '6.10': put(pages, { PresSteps: {} }),
  '6.11': put(catalog, { Requirements: [] }),
};

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** By the clause that has to find it. */
export const ARCHIVE_BREAKS: Readonly<Record<string, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  ...Object.fromEntries(
    Object.entries(BREAKS_BY_OBJECT).map(([clause, breakIt]) => [
      clause,
      (bytes: Uint8Array) => broken(bytes, breakIt),
    ]),
  ),
  '6.1.2': async (bytes) => Buffer.from(latin1(bytes).replace('%PDF-1.7', '%PDF-2.0'), 'latin1'),
  '6.1.3': async (bytes) => Buffer.concat([bytes, Buffer.from('more\n')]),
};
