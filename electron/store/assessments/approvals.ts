import { z } from 'zod';
import type { CaseId } from '#shared/domain/records.ts';
import type { DocumentApproval } from '#shared/quote/quote-document.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedJson } from '../connection/stored-values.ts';
import type { AssessmentHead } from './assessment-head.ts';

const SINCE_APPROVAL = `
SELECT to_state AS toState, assessment_id AS assessmentId, at, actor, facts FROM case_moves
WHERE case_id = @caseId AND sequence >= (
  SELECT max(sequence) FROM case_moves WHERE case_id = @caseId AND to_state = 'approved'
)
ORDER BY sequence`;

const rowSchema = z.object({
  toState: z.string(),
  assessmentId: z.string(),
  at: z.string(),
  actor: z.string(),
  facts: z.string(),
});
const factsSchema = z.object({
  approvedContent: z.string(),
  modelHash: z.string(),
  cleared: z.array(z.string()),
  conditions: z.array(z.string()),
  role: z.string(),
});

/** What an approval holds, as the facts of its move. */
export type ApprovalFacts = z.infer<typeof factsSchema>;

/** An approval that stands: what it cleared, and how a document names it. */
export interface StandingApproval {
  readonly assessmentId: string;
  readonly cleared: readonly string[];
  readonly printed: DocumentApproval;
}

/**
 * The approval under which an assessment may go out; null where none stands. It stands for the very content and model that
 * were approved, and until the case goes anywhere but out as a quote. Inside the caller's transaction.
 */
export function approvalOf(
  db: WorkbookDatabase,
  { id, caseId, contentHash, modelHash }: AssessmentHead,
): StandingApproval | null {
  const found = standingApproval(db, caseId);
  if (found === null || found.assessmentId !== id) return null;
  const isOfThis = found.facts.approvedContent === contentHash && found.facts.modelHash === modelHash;
  return isOfThis ? found : null;
}

/** As `approvalOf`, whichever assessment of the case it is of. */
function standingApproval(
  db: WorkbookDatabase,
  caseId: CaseId,
): (StandingApproval & { readonly facts: ApprovalFacts }) | null {
  const [approved, ...since] = prepared(db, SINCE_APPROVAL)
    .all({ caseId })
    .map((row) => rowSchema.parse(row));
  if (approved === undefined || since.some(({ toState }) => toState !== 'quoted')) return null;
  const facts = factsSchema.safeParse(parsedJson(approved.facts)).data;
  if (facts === undefined) return null;
  const { cleared, conditions, role } = facts;
  return {
    assessmentId: approved.assessmentId,
    cleared,
    printed: { name: approved.actor, role, at: approved.at, conditions },
    facts,
  };
}
