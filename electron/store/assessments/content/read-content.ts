import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { prepared, type WorkbookDatabase } from '../../connection/database.ts';
import { parsedRow } from '../../connection/parsed-row.ts';
import {
  ANSWERS,
  DECLARATIONS,
  EXPOSURES,
  INCIDENT_REGISTER,
  INCIDENTS,
  SUBJECT_FACTS,
} from '../content-statements.ts';
import {
  BUY_BACKS,
  OWN_SUBJECTIVITIES,
  PART_TERMS,
  SUBJECTIVITIES,
  TAXES,
  TERMS,
} from '../terms-statements.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the assessment's own row says of its content. */
export interface ContentHead {
  readonly id: string;
  readonly asOf: string;
  readonly currency: string;
}

/** The content of an assessment, from its rows; anything that does not fit the schema is a failure, not a guess. */
export function readContent(db: WorkbookDatabase, head: ContentHead): AssessmentContent {
  const one = (sql: string): unknown => prepared(db, sql).get(head.id);
  const all = (sql: string): readonly Row[] => prepared(db, sql).all(head.id) as readonly Row[];
  const terms = one(TERMS) as Row | undefined;
  const candidate = {
    subject: one(SUBJECT_FACTS),
    asOf: head.asOf,
    currency: head.currency,
    exposures: one(EXPOSURES) ?? null,
    answers: Object.fromEntries(all(ANSWERS).map(answerEntry)),
    incidentRegister: one(INCIDENT_REGISTER) ?? null,
    incidents: all(INCIDENTS),
    declarations: Object.fromEntries(all(DECLARATIONS).map((row) => [String(row.declarationId), row.state])),
    terms:
      terms === undefined
        ? null
        : {
            ...terms,
            parts: all(PART_TERMS).map(partTerms),
            taxes: all(TAXES),
            subjectivities: all(SUBJECTIVITIES),
            ownSubjectivities: all(OWN_SUBJECTIVITIES),
            buyBacks: all(BUY_BACKS),
          },
  };
  return parsedRow(db, assessmentContentSchema, candidate, 'an assessment');
}

/** 0 and 1 as SQLite keeps booleans; any other value stays as it is, for the schema to refuse. */
const truth = (value: unknown): unknown => (value === 1 ? true : value === 0 ? false : value);

function answerEntry(row: Row): readonly [string, unknown] {
  const { factorId, ...answer } = row;
  return [
    String(factorId),
    {
      ...answer,
      isUnchangedSinceReview: truth(row.isUnchangedSinceReview),
      hasSocialisedLoss: truth(row.hasSocialisedLoss),
    },
  ];
}

function partTerms(row: Row): unknown {
  const { enteredRatePercent, enteredRateReason, ...part } = row;
  return {
    ...part,
    isShared: truth(row.isShared),
    enteredRate:
      enteredRatePercent === null ? null : { ratePercent: enteredRatePercent, reason: enteredRateReason },
  };
}
