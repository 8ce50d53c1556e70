import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes 68..71 of every workbook: "BLST". Tells a workbook from any other SQLite file. */
export const APPLICATION_ID = 0x424c5354;
export const WORKBOOK_EXTENSION = '.ballast';

/** What a file is by its first bytes, without opening it in SQLite. */
type FileKind = 'empty' | 'not-a-database' | 'foreign' | 'workbook';

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const APPLICATION_ID_OFFSET = 68;
const HEADER_BYTES = 100;

/**
 * Tells a workbook from other files by its SQLite header (magic at 0, application id at 68; sqlite.org/fileformat2.html,
 * section 1.3). Opening a foreign file with SQLite could leave side files beside it. Throws what the file system throws.
 */
export function fileKind(path: string): FileKind {
  // Files of the system that say they hold nothing may never answer when they are read.
  if (statSync(path).size === 0) return 'empty';
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  let length = 0;
  try {
    length = readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  if (length === 0) return 'empty';
  if (length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return 'not-a-database';
  return header.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID ? 'workbook' : 'foreign';
}
