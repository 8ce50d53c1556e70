import { makeLossCache } from '#shared/actuarial/index.ts';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Peril, SubjectType } from '#shared/domain/vocabulary.ts';
import { technicalPremium } from '#shared/pricing/build-up.ts';
import { classAverage, type RatingBasis, ratingBasisOf } from '#shared/pricing/frequency.ts';
import type { PeriodLoss } from '#shared/pricing/period-loss.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { lossCost } from '#shared/pricing/technical-at.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { example } from '#test/models/model-2026-2.ts';

// The two kinds of subject that the specification's tables of prices are about (section 13): the exchange of the worked
// example, and class subjects, which are average but for their type and the score of all their pillars.

export interface Cover {
  readonly part: Peril;
  readonly limit: number;
  readonly retention: number;
  /** Of the part, in currency units. */
  readonly value: number;
  readonly hasAverage?: boolean;
}

const exposuresOf = (part: Peril, value: number): Record<string, number> => {
  const minor = Math.round(value * 100);
  switch (part) {
    case 'crime-online':
    case 'social-engineering':
      return { onlinePeakMinor: minor };
    case 'crime-fidelity':
      return { onlinePeakMinor: 0, offlineMinor: minor };
    case 'specie-offline':
      return { offlineMinor: minor };
    case 'slashing':
      return { stakeMinor: minor };
    default:
      return { valueLockedMinor: minor };
  }
};

const contentOf = (
  type: SubjectType,
  { part, limit, retention, value, hasAverage }: Cover,
): AssessmentContent =>
  assessmentContentSchema.parse({
    subject: { name: 'Class subject', type, liveSince: '2019-01-01' },
    asOf: '2026-11-22',
    exposures: exposuresOf(part, value),
    terms: {
      parts: [
        {
          part,
          limitMinor: Math.round(limit * 100),
          retentionMinor: Math.round(retention * 100),
          ...(hasAverage === true ? { hasAverageClause: true } : {}),
        },
      ],
    },
  });

export interface Priced {
  readonly loss: PeriodLoss;
  readonly expectedLoss: number;
  readonly riskLoad: number;
  /** Technical premium in currency units. */
  readonly technical: number;
  /** Risk load over expected loss, claims handling and risk load. */
  readonly riskShare: number;
}

function priceOf(content: AssessmentContent, basis: RatingBasis, model: RatingModel): Priced {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) throw new Error(problems[0]?.message);
  const cost = lossCost({ content, terms, basis, model, grid: 'full', cache: makeLossCache() });
  if (!cost.ok) throw new Error(cost.failure.message);
  const { loss, riskLoad } = cost.value;
  const premium = technicalPremium({ expectedLoss: loss.mean, riskLoad, terms, model });
  if (!premium.ok) throw new Error(premium.failure.message);
  const risk = premium.value.riskLoadMinor;
  return {
    loss,
    expectedLoss: loss.mean,
    riskLoad,
    technical: premium.value.technicalMinor / 100,
    riskShare: risk / (premium.value.expectedLossMinor + premium.value.claimsMinor + risk),
  };
}

/** A class subject of a type, all pillars and the severity score at `score`. */
export function classSubject(type: SubjectType, cover: Cover, model: RatingModel, score = 60): Priced {
  const average = classAverage(model);
  const scores = { custody: score, audits: score, incidents: score };
  return priceOf(contentOf(type, cover), { ...average, type, scores, severityScore: score }, model);
}

/** The exchange of the worked example with one part alone. */
export function exchange(cover: Cover, model: RatingModel): Priced {
  const basis = ratingBasisOf(scoreAssessment(example, model), 'cex', model);
  return priceOf(contentOf('cex', cover), basis, model);
}
