import type { Peril } from '../domain/vocabulary.ts';
import type { IncidentRow, LibrarySubjectType } from '../library/library-row.ts';
import { toDecimals } from './numeric/round.ts';
import { sumOf } from './numeric/sum.ts';
import type { Recipe } from './recipe.ts';

/** An incident that enters counts: what is left of it is its year, its kind of subject, its loss and its perils' weights. */
export interface CountedRow {
  readonly year: number;
  readonly subjectType: LibrarySubjectType;
  readonly lossUsd: number;
  readonly weights: Partial<Readonly<Record<Peril, number>>>;
}

/** Whether the recipe leaves an incident out of every count: by its confidence, or by name. */
export const isDropped = ({ id, confidence }: IncidentRow, rows: Recipe['rows']): boolean =>
  rows.droppedConfidence.includes(confidence) ||
  rows.droppedIdPrefixes.some((prefix) => id.startsWith(prefix));

/** Rows without those that the recipe drops, in an order of their own (rows of a file may come in any). */
export function countedRows(
  incidents: readonly IncidentRow[],
  { rows, perilsOfCause }: Recipe,
): readonly CountedRow[] {
  return [...incidents]
    .filter((incident) => !isDropped(incident, rows))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((incident) => ({
      year: yearOf(incident.date),
      subjectType: incident.subject_type,
      lossUsd: incident.gross_loss_usd,
      weights: perilsOfCause[incident.cause] ?? {},
    }));
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Sum of weights over perils and rows; multiples of a quarter in the shipped recipe, so the order cannot matter. */
export const weightOf = (rows: readonly CountedRow[], perils: readonly Peril[]): number =>
  sumOf(rows, ({ weights }) => sumOf(perils, (peril) => weights[peril] ?? 0));

/** Rows of losses at or above an amount, of some kinds of subject. */
export const rowsFrom = (
  rows: readonly CountedRow[],
  types: readonly LibrarySubjectType[],
  leastUsd: number,
): readonly CountedRow[] => rows.filter((row) => row.lossUsd >= leastUsd && types.includes(row.subjectType));

/** How far the library reaches. */
export interface LibraryEnd {
  readonly date: string;
  readonly year: number;
  /** The part of its last year that it covers. */
  readonly fraction: number;
}

/**
 * The greatest date; its year counts in whole and half months: (month - 1) / 12, and 1/12 more from the 15th on, to four
 * places, 1 in December.
 */
export function libraryEnd(incidents: readonly Pick<IncidentRow, 'date'>[]): LibraryEnd {
  const date = incidents.reduce((latest, row) => (row.date > latest ? row.date : latest), '');
  const month = Number(date.slice(5, 7));
  const isLate = Number(date.slice(8, 10)) >= 15;
  const fraction = month === 12 ? 1 : toDecimals((month - 1 + (isLate ? 1 : 0)) / 12, 4);
  return { date, year: yearOf(date), fraction };
}
