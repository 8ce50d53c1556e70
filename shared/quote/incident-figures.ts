import type { RatingModel } from '../domain/rating-model.ts';
import { MAPPED_FORMULAS, type RegisterFormula } from '../domain/vocabulary.ts';

/** The figures of the rating model that the incident register is scored by, as the worksheet prints them. */
export interface IncidentFigures {
  readonly model: RatingModel['incidentModel'];
  /** Of the factors whose score is read off points: quantity and score, straight between them. */
  readonly points: readonly {
    readonly formula: RegisterFormula;
    readonly label: string;
    readonly points: readonly (readonly [quantity: number, score: number])[];
  }[];
}

/** What a register is scored by under a model. Pure and total. */
export function incidentFigures({ incidentModel, wording, factors }: RatingModel): IncidentFigures {
  return {
    model: incidentModel,
    points: wording.register.factors.flatMap(({ factorId, formula }) => {
      const factor = factors.find(({ id }) => id === factorId);
      return factor?.kind === 'computed' && factor.mapping !== null && MAPPED_FORMULAS.includes(formula)
        ? [{ formula, label: factor.label, points: factor.mapping }]
        : [];
    }),
  };
}
