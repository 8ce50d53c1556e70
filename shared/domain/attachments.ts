import { formatNumber } from './format-number.ts';

// Evidence files: what may be kept in a workbook, said once for form, store and sentences.

const MB = 1_000_000;
/** A file, and all of a workbook's files together. */
export const MOST_FILE_BYTES = 20 * MB;
export const MOST_WORKBOOK_FILE_BYTES = 500 * MB;
/** References of one assessment. */
export const MOST_FILES = 500;

/** The size of a file, rounded up as a folder shows it. */
export const fileSizeWords = (bytes: number): string =>
  bytes < MB ? `${formatNumber(Math.ceil(bytes / 1000))} kB` : `${formatNumber(bytes / MB, 1)} MB`;

export const FILE_LIMITS = `At most ${fileSizeWords(MOST_FILE_BYTES)} a file and ${fileSizeWords(MOST_WORKBOOK_FILE_BYTES)} in a workbook.`;

/** Types that are kept, by the ending of the name: documents, tables, pictures, mail and archives, and nothing that runs. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xml: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  zip: 'application/zip',
};

/** The endings that are taken, for a dialog and for sentences. */
export const FILE_ENDINGS = Object.keys(TYPES);

/** The ending of a file's name in small letters; empty where it has none. */
export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** The type that a file is kept under, by its name; null for one that is not taken. */
export const typeOfFile = (name: string): string | null => TYPES[endingOf(name)] ?? null;

/** How programs begin, whatever they are called: Windows, Linux, macOS, scripts. */
const PROGRAM_STARTS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
];

/** Whether bytes begin as a program does. */
const isProgram = (bytes: Uint8Array): boolean =>
  PROGRAM_STARTS.some((start) => start.every((byte, i) => bytes[i] === byte));

/** Why a file cannot be kept, by its name and bytes, in one sentence; null when it can. */
export function fileProblem(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return `“${name}” is empty, so there is nothing to keep.`;
  if (bytes.length > MOST_FILE_BYTES)
    return `“${name}” has ${fileSizeWords(bytes.length)}; a file may have at most ${fileSizeWords(MOST_FILE_BYTES)}.`;
  if (typeOfFile(name) === null)
    return `“${name}” is not of a kind that is kept as evidence. Take a document, table, picture, mail or ZIP archive.`;
  return isProgram(bytes) ? `“${name}” is a program, whatever its name says, and is not kept.` : null;
}
