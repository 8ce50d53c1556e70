import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import { edit } from '../../editor/draft/draft-store.ts';

type Solved = Extract<SolveResult, { kind: 'solved' }>;

/** The content with the found retention or limit in the terms of its part. */
export function withSolution(content: AssessmentContent, result: Solved): AssessmentContent {
  const change =
    result.what === 'retention' ? { retentionMinor: result.valueMinor } : { limitMinor: result.valueMinor };
  const parts = content.terms.parts.map((terms) =>
    terms.part === result.part ? { ...terms, ...change } : terms,
  );
  return { ...content, terms: { ...content.terms, parts } };
}

/** Puts an answer into the terms as one step to undo. */
export const applySolution = (result: Solved, partLabel: string): void =>
  edit(`use the solved ${result.what} of ${partLabel}`, null, (content) => withSolution(content, result));
