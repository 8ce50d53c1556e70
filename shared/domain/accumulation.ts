import { z } from 'zod';
import type { AssessmentContent } from './assessment-content.ts';
import { LINK_FIELDS, type LinkField, linkedNames } from './links.ts';
import { type MinorUnits, minorOf, minorUnitsSchema, signedMinorSchema } from './money.ts';
import { nameKey } from './name-key.ts';

// What the workbook says of the offers that are out, as far as losses of several insureds may come together.

const names = z.array(z.string());

/** The most that one event may cost over all offers that share a name in a field. */
export const capacitySchema = z.strictObject({
  field: z.enum(LINK_FIELDS),
  amountMinor: minorUnitsSchema.min(1, { error: 'must be above 0' }),
  currency: z.string().length(3),
});
export type Capacity = z.infer<typeof capacitySchema>;

/** An issued paper that counts, with the names of its subject. */
export const countedPaperSchema = z.strictObject({
  reference: z.string(),
  version: z.number().int(),
  currency: z.string(),
  /** The limits each event of its parts together, at our written line. */
  limitMinor: signedMinorSchema,
  names: z.partialRecord(z.enum(LINK_FIELDS), names),
});
export type CountedPaper = z.infer<typeof countedPaperSchema>;

/** Capacities, and the papers of all other cases that count. */
export const bookSoFarSchema = z.strictObject({
  capacities: z.array(capacitySchema),
  papers: z.array(countedPaperSchema),
});
export type BookSoFar = z.infer<typeof bookSoFarSchema>;

/** A workbook in which nothing was ever issued and no capacity set. */
export const NO_BOOK: BookSoFar = { capacities: [], papers: [] };

/** Whether a paper's subject has a name in a field, however it is spelled. */
export const shares = (paper: CountedPaper, field: LinkField, name: string): boolean =>
  (paper.names[field] ?? []).some((other) => nameKey(other) === nameKey(name));

/** Of a book, what content can share a name with: little enough to be sent to where it is judged. */
export const sharedBook = (content: AssessmentContent, { capacities, papers }: BookSoFar): BookSoFar => ({
  capacities,
  papers: papers.filter((paper) =>
    capacities.some(({ field }) =>
      linkedNames(content.subject, field).some((name) => shares(paper, field, name)),
    ),
  ),
});

/**
 * What is left for this risk of the capacities that its names share with other offers, in cents: the least of them, below 0
 * where one is used up already. Null where none is set for a name of its subject. Papers and capacities in another currency
 * than the content's are left out. Total and pure.
 */
export function capacityLeft(
  { subject, currency }: Pick<AssessmentContent, 'subject' | 'currency'>,
  { capacities, papers }: BookSoFar,
): MinorUnits | null {
  const left = capacities
    .filter((capacity) => capacity.currency === currency)
    .flatMap(({ field, amountMinor }) =>
      linkedNames(subject, field).map((name) =>
        papers
          .filter((paper) => paper.currency === currency && shares(paper, field, name))
          .reduce<number>((rest, { limitMinor }) => rest - limitMinor, amountMinor),
      ),
    );
  return left.length === 0 ? null : minorOf(Math.min(...left));
}
