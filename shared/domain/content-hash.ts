import type { AssessmentContent } from './assessment-content.ts';
import { canonicalHash, canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

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
  bothHashes(content, modelHash).inputs;

/** `contentHash` and `inputsHash`, from one canonical text of the content. */
export function bothHashes(
  content: AssessmentContent,
  modelHash: string,
): { readonly content: string; readonly inputs: string } {
  const text = canonicalJson(hashed(content));
  return {
    content: sha256Hex(text),
    inputs: sha256Hex(`{"content":${text},"modelHash":${canonicalJson(modelHash)}}`),
  };
}
