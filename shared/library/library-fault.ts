/** The tables of a library, by the names of their files. */
export const LIBRARY_FILES = {
  incidents: 'incidents.csv',
  exposure: 'exposure.csv',
  lossShare: 'loss_share.csv',
} as const;
export type LibraryFile = (typeof LIBRARY_FILES)[keyof typeof LIBRARY_FILES];

/** What is wrong with a library: which file, line and column, and one sentence for a reader. */
export interface LibraryFault {
  readonly file: LibraryFile;
  /** Line of the file, 1 being its titles; null where the fault is the file's as a whole. */
  readonly line: number | null;
  /** The row's own id or year, where it can be read. */
  readonly row: string | null;
  readonly field: string | null;
  readonly sentence: string;
}

/** "incidents.csv, line 12 (mt-gox-201402): cause must be ...; it is ...". */
export function libraryFault(
  file: LibraryFile,
  what: string,
  where: { readonly line?: number; readonly row?: string; readonly field?: string } = {},
): LibraryFault {
  const { line = null, row = null, field = null } = where;
  const place = `${file}${line === null ? '' : `, line ${line}`}${row === null ? '' : ` (${row})`}`;
  const sentence = `${place}: ${field === null ? what : `${field} ${what}`}.`;
  return { file, line, row, field, sentence };
}
