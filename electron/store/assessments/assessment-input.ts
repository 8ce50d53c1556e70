import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { parseFailure } from '#shared/domain/parse-failure.ts';
import type { AssessmentFigures } from '#shared/underwriting/figures.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { wellFormed } from '../connection/well-formed.ts';

export type { AssessmentFigures } from '#shared/underwriting/figures.ts';

/** A rating model kept in the workbook (see `putModel`). */
export interface ModelReference {
  readonly id: string;
  readonly hash: string;
}

/** Who changes something, and when. */
export interface Deed {
  readonly actor: string;
  readonly now: Date;
}

/** The content as it will be stored; what does not fit its schema is refused with the field's name. */
export function checkedContent(content: AssessmentContent): AssessmentContent {
  const parsed = assessmentContentSchema.safeParse(wellFormed(content));
  if (!parsed.success)
    throw new StoreFault(parseFailure(parsed.error, content, assessmentContentSchema).failure);
  return parsed.data;
}

/** The figures alone, whatever else the object carries: they are hashed. */
export const plainFigures = (figures: AssessmentFigures): AssessmentFigures => ({
  overall: figures.overall,
  grade: figures.grade,
  isKnockedOut: figures.isKnockedOut,
  referralCount: figures.referralCount,
  quotedMinor: figures.quotedMinor,
});

export const figureColumns = (figures: AssessmentFigures) => ({
  ...plainFigures(figures),
  isKnockedOut: Number(figures.isKnockedOut),
});
