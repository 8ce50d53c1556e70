/** One record of a table, with the line of the file that it starts on (1 is the line of titles). */
interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records of a CSV text, or where it cannot be read as one. */
export type CsvReading =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly line: number; readonly sentence: string };

/**
 * Splits a text into records and cells by RFC 4180: commas, quotes doubled inside quotes, breaks allowed inside quotes,
 * lines ending in CRLF or LF, a byte order mark skipped. Lines without any text are skipped. Another separator may stand in
 * place of the comma.
 */
export function readCsv(text: string, separator = ','): CsvReading {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const endRecord = () => {
    if (cells.length > 1 || cells[0] !== '') records.push({ line: start, cells });
    cells = [];
    start = line;
  };
  while (at <= text.length) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? quotedCell(text, at) : plainCell(text, at, separator);
    if (cell === null)
      return { ok: false, line: start, sentence: 'a quotation mark is opened and never closed' };
    if (isQuoted) line += countBreaks(cell.text);
    cells.push(cell.text);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at < text.length && text[at] !== '\n' && !text.startsWith('\r\n', at)) {
      const sentence = isQuoted
        ? 'text stands behind a closing quotation mark'
        : 'a quotation mark stands inside a cell that does not start with one';
      return { ok: false, line, sentence };
    }
    line += 1;
    endRecord();
    if (at >= text.length) break;
    at += text[at] === '\r' ? 2 : 1;
  }
  return { ok: true, records };
}

interface Cell {
  readonly text: string;
  /** Index behind the cell. */
  readonly end: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '"') end += 1;
  const isBeforeBreak = end === text.length || text[end] === '\n';
  if (isBeforeBreak && end > from && text[end - 1] === '\r') end -= 1;
  return {
    text: text.slice(from, end),
    end: end === text.length - 1 && text[end] === '\r' ? text.length : end,
  };
}

function quotedCell(text: string, from: number): Cell | null {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    if (text[close + 1] !== '"')
      return { text: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
    at = close + 2;
  }
}

const countBreaks = (text: string): number => text.split('\n').length - 1;
