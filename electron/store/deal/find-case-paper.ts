import type { DealPaperKind } from '#shared/deal/papers/deal-paper.ts';
import type { CaseId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { lastEntryAt } from '../audit/audit.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { casePaper } from './case-papers.ts';

const BY_HASH = `
SELECT case_id AS caseId, sequence, content FROM case_papers WHERE sha256 = ? AND kind = ? LIMIT 1`;
const OF_KIND = `
SELECT case_id AS caseId, sequence, content FROM case_papers WHERE kind = ? ORDER BY at DESC, sequence DESC`;

interface Row {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly content: string;
}

/** A paper of a case as a file says that it is. */
export interface CasePaperSought {
  readonly kind: DealPaperKind;
  readonly sha256: string;
  /** Of earlier states of the file, each the file up to a signature. */
  readonly sha256Before: readonly string[];
  /** What it carries, as canonical JSON. */
  readonly content: string;
  /** Of which quote it says that it is; null where it names none. */
  readonly reference: string | null;
  /** When it says that it was made: ISO date-time, UTC. */
  readonly madeAt: string | null;
  /** Whom it says that it is about, and of which inputs. */
  readonly insured: string | null;
  readonly inputsHash: string | null;
}

/** The paper that the workbook keeps, and by what it was found. */
export type FoundCasePaper =
  /** These very bytes. */
  | { readonly kind: 'same' }
  /** It is the beginning of these bytes. */
  | { readonly kind: 'inside'; readonly pdf: Buffer }
  /** It says the same, in other bytes. */
  | { readonly kind: 'said'; readonly pdf: Buffer }
  /** It was made at the moment that the file names, or else for its case, and says something else. */
  | {
      readonly kind: 'named';
      readonly isOfMoment: boolean;
      readonly sequence: number;
      readonly content: string;
      readonly pdf: Buffer;
    };

/**
 * The paper of a case that a file is or says that it is; null where the workbook keeps none. A paper of one of its cases
 * that says that it was made after all that the workbook knows may come from a newer copy of it, and is not found.
 */
export const findCasePaper = (db: WorkbookDatabase, sought: CasePaperSought): Result<FoundCasePaper | null> =>
  reading(db, () => {
    const file = ({ caseId, sequence }: Row): Buffer => casePaper(db, caseId, sequence).pdf;
    const byHash = (sha256: string) => prepared(db, BY_HASH).get(sha256, sought.kind) as Row | undefined;
    const same = byHash(sought.sha256);
    if (same !== undefined) {
      file(same);
      return { kind: 'same' };
    }
    const inside = sought.sha256Before.flatMap((sha256) => byHash(sha256) ?? [])[0];
    if (inside !== undefined) return { kind: 'inside', pdf: file(inside) };
    const rows = prepared(db, OF_KIND).all(sought.kind) as readonly Row[];
    const said = rows.find(({ content }) => content === sought.content);
    if (said !== undefined) return { kind: 'said', pdf: file(said) };
    const named = namedAmong(rows, sought, lastEntryAt(db));
    if (named === null) return null;
    const { row, isOfMoment } = named;
    return { kind: 'named', isOfMoment, sequence: row.sequence, content: row.content, pdf: file(row) };
  });

interface NamedRow {
  readonly row: Row;
  readonly isOfMoment: boolean;
}

function namedAmong(
  rows: readonly Row[],
  { reference, madeAt, insured, inputsHash }: CasePaperSought,
  lastKnown: string,
): NamedRow | null {
  const holds = ({ content }: Row, field: string, value: string | null): boolean =>
    value !== null && content.includes(`${JSON.stringify(field)}:${JSON.stringify(value)}`);
  // Two cases may have had a paper made at one moment.
  const ofMoment = rows.find(
    (row) =>
      holds(row, 'preparedAt', madeAt) &&
      (holds(row, 'reference', reference) ||
        holds(row, 'insured', insured) ||
        holds(row, 'inputsHash', inputsHash)),
  );
  if (ofMoment !== undefined) return { row: ofMoment, isOfMoment: true };
  const mayBeNewer = madeAt !== null && madeAt > lastKnown;
  const ofCase = mayBeNewer ? undefined : rows.find((row) => holds(row, 'reference', reference));
  return ofCase === undefined ? null : { row: ofCase, isOfMoment: false };
}
