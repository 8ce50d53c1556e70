import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { parseFailure } from '#shared/domain/parse-failure.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { StoreFault } from '../connection/store-fault.ts';

/** What the list shows of score and price, as the caller computed them from the very content that is stored. */
export interface AssessmentFigures {
  readonly overall: number;
  readonly grade: Grade | null;
  readonly isKnockedOut: boolean;
  readonly referralCount: number;
  readonly quotedMinor: MinorUnits | null;
}

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
