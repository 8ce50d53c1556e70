import type { PartTerms, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { prepared, type WorkbookDatabase } from '../../connection/database.ts';
import {
  DELETE_BUY_BACKS,
  DELETE_OWN_SUBJECTIVITIES,
  DELETE_PART_TERMS,
  DELETE_SUBJECTIVITIES,
  DELETE_TAXES,
  INSERT_BUY_BACK,
  INSERT_OWN_SUBJECTIVITY,
  INSERT_PART_TERMS,
  INSERT_SUBJECTIVITY,
  INSERT_TAX,
  PUT_TERMS,
} from '../terms-statements.ts';

/** A list of the terms that has a table of its own. */
interface TermsList {
  readonly field: 'parts' | 'taxes' | 'subjectivities' | 'ownSubjectivities' | 'buyBacks';
  readonly clear: string;
  readonly insert: string;
}

const LISTS: readonly TermsList[] = [
  { field: 'parts', clear: DELETE_PART_TERMS, insert: INSERT_PART_TERMS },
  { field: 'taxes', clear: DELETE_TAXES, insert: INSERT_TAX },
  { field: 'subjectivities', clear: DELETE_SUBJECTIVITIES, insert: INSERT_SUBJECTIVITY },
  { field: 'ownSubjectivities', clear: DELETE_OWN_SUBJECTIVITIES, insert: INSERT_OWN_SUBJECTIVITY },
  { field: 'buyBacks', clear: DELETE_BUY_BACKS, insert: INSERT_BUY_BACK },
];

/** Writes what differs from `before` (null: all) and returns the fields; order within each list is kept. */
export function writeTerms(
  db: WorkbookDatabase,
  assessmentId: string,
  before: QuoteTerms | null,
  terms: QuoteTerms,
): readonly string[] {
  const changed: string[] = [];
  const row = termsRow(terms);
  if (before === null || canonicalJson(termsRow(before)) !== canonicalJson(row)) {
    changed.push('terms');
    prepared(db, PUT_TERMS).run({ assessmentId, ...row });
  }
  for (const { field, clear, insert } of LISTS) {
    const rows = listRows(terms, field);
    if (before !== null && canonicalJson(listRows(before, field)) === canonicalJson(rows)) continue;
    if (before !== null || rows.length > 0) changed.push(`terms.${field}`);
    prepared(db, clear).run(assessmentId);
    for (const [position, item] of rows.entries()) {
      prepared(db, insert).run({ assessmentId, position, ...item });
    }
  }
  return changed;
}

function termsRow(terms: QuoteTerms): Readonly<Record<string, unknown>> {
  const { parts, taxes, subjectivities, ownSubjectivities, buyBacks, ...row } = terms;
  return row;
}

function listRows(
  terms: QuoteTerms,
  field: TermsList['field'],
): readonly Readonly<Record<string, unknown>>[] {
  return field === 'parts' ? terms.parts.map(partRow) : terms[field];
}

function partRow(part: PartTerms): Readonly<Record<string, unknown>> {
  const { enteredRate, isShared, ...row } = part;
  return {
    ...row,
    isShared: Number(isShared),
    enteredRatePercent: enteredRate?.ratePercent ?? null,
    enteredRateReason: enteredRate?.reason ?? null,
  };
}
