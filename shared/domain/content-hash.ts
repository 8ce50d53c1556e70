import type { AssessmentContent } from './assessment-content.ts';
import { canonicalHash } from './canonical-json.ts';

/** What an assessment says, as 64 hex digits: SHA-256 of its canonical JSON. */
export const contentHash = (content: AssessmentContent): string => canonicalHash(content);

/** Everything a price depends on, as 64 hex digits: SHA-256 of the canonical JSON of `{ content, modelHash }`. */
export const inputsHash = (content: AssessmentContent, modelHash: string): string =>
  canonicalHash({ content, modelHash });
