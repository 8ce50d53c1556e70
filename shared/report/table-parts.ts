import { NOTHING, plainNumber } from './plain-number.ts';
import type { Cell } from './report-document.ts';

/** A table that fits a sheet: what one table is split into when it is too wide for it. */
export interface TablePart {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** By column: figures stand to the right and do not break. */
  readonly isFigure: readonly boolean[];
}

/** Letters of the table's type that a line of the sheet holds, and what the space between columns takes of them. */
const LINE = 104;
const BETWEEN = 2;
const LONGEST_TEXT = 34;
const FIGURE = /^[-+−]?[\d.,]+(?: ?%)?(?: \([-+−]?[\d.,]+\))?$/;

const DASH = '–';

/** A cell as it is read: figures with their thousands separated, a dash for nothing. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined || cell === NOTHING) return DASH;
  return typeof cell === 'number' ? plainNumber(cell) : cell;
};

export const isFigureColumn = (rows: readonly (readonly Cell[])[], column: number): boolean =>
  rows.some((row) => FIGURE.test(cellText(row[column]))) &&
  rows.every((row) => cellText(row[column]) === DASH || FIGURE.test(cellText(row[column])));

/** As many columns from the left as tell every row from the others; at most three. */
function namingColumns(titles: readonly string[], rows: readonly (readonly Cell[])[]): number {
  for (let count = 1; count < Math.min(3, titles.length); count += 1) {
    const names = rows.map((row) => JSON.stringify(row.slice(0, count)));
    if (new Set(names).size === names.length) return count;
  }
  return Math.min(3, titles.length);
}

/** Splits the columns so that every part fits a line of the sheet; each part repeats those that name its rows. */
export function tableParts(
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly TablePart[] {
  const widths = titles.map((title, column) => widthOf(title, rows, column));
  const isWhole = widths.reduce((sum, width) => sum + width + BETWEEN, -BETWEEN) <= LINE;
  const naming = Array.from({ length: isWhole ? 1 : namingColumns(titles, rows) }, (_, column) => column);
  const named = naming.reduce((sum, column) => sum + (widths[column] ?? 0) + BETWEEN, 0);
  const groups: number[][] = [[]];
  let used = named;
  for (const [column, width] of widths.entries()) {
    if (column < naming.length) continue;
    const group = groups.at(-1);
    if (group !== undefined && group.length > 0 && used + width > LINE) {
      groups.push([column]);
      used = named + width + BETWEEN;
    } else {
      group?.push(column);
      used += width + BETWEEN;
    }
  }
  return groups.map((group) => {
    const columns = [...naming, ...group];
    return {
      titles: columns.map((column) => titles[column] ?? ''),
      rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
      isFigure: columns.map((column) => column > 0 && isFigureColumn(rows, column)),
    };
  });
}

function widthOf(title: string, rows: readonly (readonly Cell[])[], column: number): number {
  const longestWord = Math.max(...title.split(/\s+/).map((word) => word.length));
  const longest = Math.max(0, ...rows.map((row) => cellText(row[column]).length));
  const cells = column > 0 && isFigureColumn(rows, column) ? longest : Math.min(longest, LONGEST_TEXT);
  return Math.max(longestWord, cells);
}
