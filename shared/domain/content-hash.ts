import type { AssessmentContent } from './assessment-content.ts';
import { canonicalHash } from './canonical-json.ts';

/**
 * What the exposures held when the first content was hashed. One that was added later counts only where it is given:
 * otherwise every assessment and quote from before it would look as if it had been changed.
 */
const HASHED_EVEN_IF_NOT_GIVEN: ReadonlySet<string> = new Set([
  ...['onlinePeakMinor', 'offlineMinor', 'largestVaultMinor', 'valueLockedMinor', 'stakeMinor'],
  ...['note', 'source', 'seenOn'],
]);

const hashed = (content: AssessmentContent) => ({
  ...content,
  exposures: Object.fromEntries(
    Object.entries(content.exposures).filter(
      ([field, value]) => value !== null || HASHED_EVEN_IF_NOT_GIVEN.has(field),
    ),
  ),
});

/** What an assessment says, as 64 hex digits: SHA-256 of its canonical JSON. */
export const contentHash = (content: AssessmentContent): string => canonicalHash(hashed(content));

/** Everything a price depends on, as 64 hex digits: SHA-256 of the canonical JSON of `{ content, modelHash }`. */
export const inputsHash = (content: AssessmentContent, modelHash: string): string =>
  canonicalHash({ content: hashed(content), modelHash });
