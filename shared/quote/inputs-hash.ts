import type { AssessmentContent } from '../domain/assessment-content.ts';
import { canonicalHash } from '../domain/canonical-json.ts';

/** Everything a price depends on, as 64 hex digits: SHA-256 of the canonical JSON of `{ content, modelHash }`. */
export const inputsHash = (content: AssessmentContent, modelHash: string): string =>
  canonicalHash({ content, modelHash });
