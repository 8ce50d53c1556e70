import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { type QuotedParts, quotedPartsOf } from '../part-numbers.ts';

/** The parts of a quotation as its pages call them. */
export const partsOf = ({ parts }: Quotation): QuotedParts =>
  quotedPartsOf(
    parts.map(({ part }) => part),
    new Map<CoveragePartId, string>(parts.map(({ part, label }) => [part, label])),
  );
