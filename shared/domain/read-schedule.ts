import { addressProblem, scheduledOnce } from './chain-address.ts';
import { choiceAt, mustBeInFile } from './choices.ts';
import { readCsv } from './csv-table.ts';
import { type ScheduledAsset, scheduledAssetSchema } from './deal-content.ts';
import { fieldLabel } from './field-words.ts';
import { formatNumber } from './format-number.ts';
import type { RatingModel } from './rating-model.ts';

/** What is wrong with a line of a table, by its number in the text. */
export interface LineFault {
  readonly line: number;
  readonly sentence: string;
}

export type ScheduleReading =
  | { readonly ok: true; readonly lines: readonly ScheduledAsset[] }
  | { readonly ok: false; readonly faults: readonly LineFault[] };

/** Far above a schedule of so many lines. */
export const MOST_SCHEDULE_BYTES = 2_000_000;
export const MOST_SCHEDULE_LINES = 2000;

/** The columns in their order, each with the titles that it is known by. */
const COLUMNS = {
  kind: ['kind', 'type'],
  chain: ['chain', 'network', 'blockchain'],
  address: ['address', 'address or vault'],
  label: ['label', 'used for', 'use', 'name', 'description'],
  part: ['part', 'coverage part', 'cover'],
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as readonly Column[];

/** Spreadsheets paste tabs, and write semicolons where a comma is a decimal point. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (first.includes('\t')) return '\t';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}

const columnOf = (title: string): Column | undefined =>
  NAMES.find((name) => (COLUMNS[name] as readonly string[]).includes(title.trim().toLowerCase()));

/** A part by its id or its label. */
const partOf = (written: string, { coverageParts }: RatingModel): string | undefined => {
  const sought = written.toLowerCase();
  return coverageParts.find(({ id, label }) => id === sought || label.toLowerCase() === sought)?.id;
};

/** What a column takes where something is chosen in it, for whoever wrote another thing. */
function chosen(column: 'kind' | 'part', given: string, model: RatingModel): string {
  const choice = choiceAt(['schedule', column], model);
  return choice === null ? 'is not known' : mustBeInFile(choice, given);
}

/** A line of a table as one of the schedule, or the ends of the sentences about it, each with its field. */
function readLine(
  cells: Readonly<Partial<Record<Column, string>>>,
  model: RatingModel,
): { readonly line: ScheduledAsset } | { readonly wrong: readonly (readonly [Column, string])[] } {
  const { kind = '', chain = '', address = '', label = '', part = '' } = cells;
  const known = part === '' ? undefined : partOf(part, model);
  if (part !== '' && known === undefined) return { wrong: [['part', chosen('part', part, model)]] };
  const parsed = scheduledAssetSchema.safeParse({
    kind: kind === '' ? 'wallet' : kind.toLowerCase(),
    ...(chain === '' ? {} : { chain }),
    address,
    ...(label === '' ? {} : { label }),
    ...(known === undefined ? {} : { part: known }),
  });
  if (!parsed.success)
    return {
      wrong: parsed.error.issues.map(({ path, message }) => {
        const field = (path[0] ?? 'address') as Column;
        return [field, field === 'kind' ? chosen('kind', kind, model) : message] as const;
      }),
    };
  const problem = addressProblem(parsed.data);
  return problem === null ? { line: parsed.data } : { wrong: [[problem.field, problem.complaint]] };
}

/**
 * Reads lines of a schedule from a table, pasted from a spreadsheet or of a CSV file: kind, chain, address, use and part, in
 * this order or under these titles. Every bad line is named by its number in the text; one that is bad refuses all. `before`
 * are the lines that stand already: none may be there twice. Total.
 */
export function readSchedule(
  text: string,
  before: readonly ScheduledAsset[],
  model: RatingModel,
): ScheduleReading {
  const fault = (line: number, sentence: string): ScheduleReading => ({
    ok: false,
    faults: [{ line, sentence }],
  });
  const read = readCsv(text, separatorOf(text));
  if (!read.ok) return fault(read.line, `Line ${read.line}: ${read.sentence}.`);
  const [first, ...rest] = read.records;
  if (first === undefined) return fault(1, 'There is nothing in it.');
  const titles = first.cells.map(columnOf);
  const hasTitles = titles.includes('address');
  const columns = hasTitles ? titles : NAMES;
  const records = (hasTitles ? rest : read.records).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  if (records.length === 0) return fault(1, 'There are titles in it, and no lines.');
  if (before.length + records.length > MOST_SCHEDULE_LINES) {
    const most = formatNumber(MOST_SCHEDULE_LINES);
    return fault(
      1,
      `A schedule holds at most ${most} lines; with these it would be ${formatNumber(before.length + records.length)}.`,
    );
  }
  const once = scheduledOnce();
  for (const line of before) once.place(line);
  const lines: ScheduledAsset[] = [];
  const faults: LineFault[] = [];
  for (const { line: number, cells } of records) {
    const say = (field: Column, complaint: string) => {
      const name = fieldLabel(['schedule', field], model).toLowerCase();
      faults.push({ line: number, sentence: `Line ${number}: the ${name} ${complaint}.` });
    };
    const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    const given = Object.fromEntries(
      columns.flatMap((column, i) => (column === undefined ? [] : [[column, (cells[i] ?? '').trim()]])),
    );
    const made = readLine(given, model);
    if (extra)
      faults.push({ line: number, sentence: `Line ${number} has more cells than there are columns.` });
    else if ('wrong' in made) for (const [field, complaint] of made.wrong) say(field, complaint);
    else if (once.place(made.line) !== undefined) say('address', 'is in the schedule already');
    else lines.push(made.line);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, lines };
}
