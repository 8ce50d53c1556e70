import { PDFArray, PDFDict, PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { name, readPaperFacts } from '../ua/read-paper.ts';
import { type Drawing, drawingsOf } from './drawn-glyphs.ts';

export interface ArchiveFacts {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly xmp: string | null;
  readonly fonts: readonly PDFDict[];
  readonly drawings: readonly Drawing[];
  /** Every dictionary, wherever it stands, those of streams among them. */
  readonly dictionaries: readonly PDFDict[];
  readonly streams: readonly PDFRawStream[];
}

export interface ArchiveRule {
  /** Of ISO 19005-3:2012; a letter tells rules of one clause apart. */
  readonly clause: string;
  readonly rule: string;
  readonly check: (facts: ArchiveFacts) => readonly string[];
}

export async function readArchiveFacts(bytes: Uint8Array): Promise<ArchiveFacts> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { xmp } = await readPaperFacts(bytes);
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
  return {
    bytes,
    document,
    xmp,
    fonts: objects.filter(
      (object) => object instanceof PDFDict && object.get(name('Type')) === name('Font'),
    ) as PDFDict[],
    drawings: drawingsOf(document),
    dictionaries: objects.flatMap(dictionariesIn),
    streams: objects.filter((object) => object instanceof PDFRawStream),
  };
}

const dictionariesIn = (object: PDFObject): readonly PDFDict[] => {
  if (object instanceof PDFRawStream) return dictionariesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(dictionariesIn)] : [];
};

export const when = (isWrong: boolean, words: string): readonly string[] => (isWrong ? [words] : []);

/** Whether a dictionary has a key that it may not have. */
export const has =
  (...keys: readonly string[]) =>
  (dict: PDFDict): readonly string[] =>
    keys.filter((key) => dict.has(name(key))).map((key) => `There is a ${key}.`);

export const typed = (facts: ArchiveFacts, key: string, ...values: readonly string[]): readonly PDFDict[] =>
  facts.dictionaries.filter((dict) => values.some((value) => dict.get(name(key)) === name(value)));
