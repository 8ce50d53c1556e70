import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { canonicalHash } from '#shared/domain/canonical-json.ts';
import { contentHash, inputsHash } from '#shared/domain/content-hash.ts';
import { contentWith } from '../models/bundled-model.ts';

const content = contentWith({ exposures: { onlinePeakMinor: 25_000_000_00 } });
const withExposure = (value: number | null): AssessmentContent => ({
  ...content,
  exposures: { ...content.exposures, addedLaterMinor: value } as AssessmentContent['exposures'],
});
const MODEL = 'a'.repeat(64);

describe('the hash of a content', () => {
  it('is of all that stands in it, what is not given included', () => {
    expect(contentHash(content)).toBe(
      canonicalHash({
        ...content,
        exposures: {
          ...{ onlinePeakMinor: 25_000_000_00, offlineMinor: null, largestVaultMinor: null },
          ...{ valueLockedMinor: null, stakeMinor: null, note: null, source: null, seenOn: null },
        },
      }),
    );
  });

  it('stays as it was when an exposure is added that the content does not give', () => {
    expect(contentHash(withExposure(null))).toBe(contentHash(content));
    expect(inputsHash(withExposure(null), MODEL)).toBe(inputsHash(content, MODEL));
  });

  it('moves when the added exposure is given', () => {
    expect(contentHash(withExposure(0))).not.toBe(contentHash(content));
    expect(inputsHash(withExposure(0), MODEL)).not.toBe(inputsHash(content, MODEL));
  });
});
