import { createHash } from 'node:crypto';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 in lower-case hex of bytes, or of text as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** What an assessment says, as 64 hex digits. */
export const contentHash = (content: AssessmentContent): string => sha256Hex(canonicalJson(content));

/** Everything a price depends on, as 64 hex digits: SHA-256 of the canonical JSON of `{ content, modelHash }`. */
export const inputsHash = (content: AssessmentContent, modelHash: string): string =>
  sha256Hex(canonicalJson({ content, modelHash }));
