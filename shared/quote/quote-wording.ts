import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';

export interface QuoteWording {
  /** What each quoted part insures, in the model's words. */
  readonly parts: readonly {
    readonly part: CoveragePartId;
    readonly label: string;
    readonly insures: string;
    readonly waiting: string;
    readonly sublimits: readonly string[];
  }[];
  readonly exclusions: readonly {
    readonly id: string;
    readonly label: string;
    readonly plain: string;
    readonly parts: readonly CoveragePartId[];
    readonly boughtBack: string | null;
  }[];
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  readonly subjectivities: readonly { readonly text: string; readonly dueOn: IsoDate | null }[];
  /** Cause by cause: which quoted part answers. */
  readonly causes: readonly {
    readonly code: string;
    readonly label: string;
    readonly response: 'covered' | 'contingent' | 'refer' | 'not-covered';
    readonly parts: readonly CoveragePartId[];
    /** How far the part goes that answers; absent where that is not said. */
    readonly note?: string;
  }[];
}

/**
 * Resolves the wording of a quote from the model's words and the terms: what each quoted part insures, the exclusions that
 * apply to the quoted parts (bought-back ones keep their place, with the reason), conditions, subjectivities, and which
 * quoted part answers for each cause of loss. Total: an id unknown to the model is shown as the id itself.
 */
export function quoteWording(content: AssessmentContent, model: RatingModel): QuoteWording {
  const { terms } = content;
  const { papers } = model.wording;
  const { cause: signingCause, wordings } = model.wording.signingWordings;
  const chosen = wordings.find(({ id }) => id === terms.signingWording);
  const quoted = new Set<CoveragePartId>(terms.parts.map((part) => part.part));
  return {
    parts: model.coverageParts
      .filter((part) => quoted.has(part.id))
      .map((part) => ({
        part: part.id,
        label: part.label,
        insures: papers?.parts.find(({ id }) => id === part.id)?.insures ?? part.insures,
        waiting: part.suggest.waiting,
        sublimits: part.suggest.sublimits,
      })),
    exclusions: model.exclusions
      .map((exclusion) => ({
        id: exclusion.id,
        ...plainer(exclusion, papers?.exclusions),
        parts: exclusion.appliesTo.filter((part) => quoted.has(part)),
        boughtBack: terms.buyBacks.find((buyBack) => buyBack.exclusionId === exclusion.id)?.reason ?? null,
      }))
      .filter((exclusion) => exclusion.parts.length > 0),
    conditions: model.conditions.map(({ id, text }) => ({ id, text })),
    subjectivities: [
      ...terms.subjectivities.map(({ id, dueOn }) => ({
        text: model.subjectivities.find((subjectivity) => subjectivity.id === id)?.text ?? id,
        dueOn,
      })),
      ...terms.ownSubjectivities,
    ],
    causes: model.causes.map((cause) => {
      const own = papers?.causes.find(({ code }) => code === cause.code);
      const answer = response(cause, quoted, cause.code === signingCause ? (chosen ?? null) : undefined);
      const { note } = own ?? {};
      return {
        code: cause.code,
        label: own?.label ?? cause.label,
        ...answer,
        ...(note !== undefined && answer.parts.includes(note.part) && { note: note.text }),
      };
    }),
  };
}

/** The words of the papers in place of the model's, where there are some. */
function plainer(
  { id, label, plain }: RatingModel['exclusions'][number],
  own: NonNullable<RatingModel['wording']['papers']>['exclusions'] = [],
): { readonly label: string; readonly plain: string } {
  const words = own.find((candidate) => candidate.id === id);
  return { label: words?.label ?? label, plain: words?.plain ?? plain };
}

/** `signing`: for the cause that the terms settle, what they say of it, null when nothing; undefined for any other. */
function response(
  cause: RatingModel['causes'][number],
  quoted: ReadonlySet<CoveragePartId>,
  signing: { readonly part: CoveragePartId | null } | null | undefined,
): Pick<QuoteWording['causes'][number], 'response' | 'parts'> {
  const answering = [...quoted].filter((part) => cause.responds.includes(part));
  if (signing !== undefined && answering.length > 0) {
    if (signing === null) return { response: 'refer', parts: answering };
    const parts = answering.filter((part) => part === signing.part);
    return { response: parts.length > 0 ? 'covered' : 'not-covered', parts };
  }
  if (answering.length > 0) {
    return { response: cause.responds.includes('contingent') ? 'contingent' : 'covered', parts: answering };
  }
  return { response: cause.responds.includes('refer') ? 'refer' : 'not-covered', parts: [] };
}
