import { type LossCache, makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { MODEL_CHANGES, type ModelChangeId } from '../domain/model-changes.ts';
import { type MinorUnits, minorWithout } from '../domain/money.ts';
import type { PerilModel, RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import type { Grade } from '../domain/vocabulary.ts';
import { notReady } from '../pricing/cannot-price.ts';
import { ratingBasisOf } from '../pricing/frequency.ts';
import type { PriceOptions } from '../pricing/price-assessment.ts';
import { readTerms } from '../pricing/priced-terms.ts';
import { technicalAt } from '../pricing/technical-at.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';

/** What one model says of content. */
export interface ModelFigures {
  readonly modelId: string;
  readonly overall: number;
  /** Null where no grade is given. */
  readonly grade: Grade | null;
  readonly technicalMinor: MinorUnits;
}

/** Why the technical premium differs between two models, rule by rule. */
export interface ModelChange {
  readonly before: ModelFigures;
  readonly after: ModelFigures;
  /** In the order in which the rules were switched; the amounts sum to the difference of the premiums, to the cent. */
  readonly causes: readonly {
    readonly id: string;
    readonly label: string;
    /** What the model after does otherwise, in its own words; null where it has none. */
    readonly why: string | null;
    readonly amountMinor: MinorUnits;
  }[];
}

type Pricing = RatingModel['pricing'];

interface Switch {
  readonly label: string;
  /** The pricing of before with these rules of the other model. */
  readonly take: (from: Pricing, to: Pricing) => Pricing;
}

/** The perils with some of their fields as another model has them; a field that it leaves out is left out. */
function withPerilFields(from: Pricing, to: Pricing, fields: readonly (keyof PerilModel)[]): Pricing {
  const perils = from.perils.map((peril) => {
    const other = to.perils.find(({ id }) => id === peril.id);
    if (other === undefined) return peril;
    const kept = Object.entries(peril).filter(([key]) => !(fields as readonly string[]).includes(key));
    const taken = Object.entries(other).filter(([key]) => (fields as readonly string[]).includes(key));
    return Object.fromEntries([...kept, ...taken]) as PerilModel;
  });
  return { ...from, perils };
}

const SWITCHES: Readonly<Record<ModelChangeId, Switch>> = {
  scoring: { label: 'How answers and incidents are scored', take: (from) => from },
  'large-losses': {
    label: 'How large a large loss is',
    take: (from, to) => withPerilFields(from, to, ['damageRatio', 'referenceValue']),
  },
  'small-losses': {
    label: 'Small losses',
    take: (from, to) => withPerilFields(from, to, ['smallEvents']),
  },
  'base-rates': {
    label: 'Base rates and types of subject',
    take: (from, to) => ({
      ...withPerilFields(from, to, ['baseFrequency', 'relativityGroup']),
      groups: to.groups,
      typeRelativities: to.typeRelativities,
    }),
  },
  size: {
    label: 'How often larger subjects are hit',
    take: (from, to) => ({ ...from, frequency: to.frequency }),
  },
  'scores-in-price': {
    label: 'What the scores do to the price',
    take: (from, to) => ({
      ...withPerilFields(from, to, ['beta', 'scoreClamp', 'exposedValue']),
      score: to.score,
      evidence: to.evidence,
      containment: to.containment,
    }),
  },
  'own-experience': {
    label: 'Own losses and a clean record',
    take: (from, to) => ({ ...from, credibility: to.credibility }),
  },
  'risk-load': {
    label: 'Risk load',
    take: (from, to) => ({
      ...withPerilFields(from, to, ['priceOfRisk']),
      riskLoad: to.riskLoad,
    }),
  },
  rest: { label: 'Terms, expenses and all else', take: (_, to) => to },
};

type Grid = PriceOptions['grid'];

function figuresOf(
  content: AssessmentContent,
  model: RatingModel,
  options: { readonly grid: Grid; readonly cache: LossCache },
): Result<ModelFigures> {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) return notReady(problems);
  const score = scoreAssessment(content, model);
  const basis = ratingBasisOf(score, content.subject.type, model);
  const technical = technicalAt({ content, terms, basis, model, grid: options.grid, cache: options.cache });
  if (!technical.ok) return technical;
  const { overall, outcome } = score;
  return success({ modelId: model.id, overall, grade: outcome.grade, technicalMinor: technical.value });
}

/**
 * What moving content from one model to another changes in its technical premium, and why: the rules are switched one
 * after another, in a fixed order and keeping what is switched, and each cause is the difference of two premiums in cents,
 * so that the causes sum to the whole difference. Rules that cannot be switched alone are told as one cause with the next.
 * Fails where one of the two models cannot price the content, naming its field. Pure; about ten prices.
 */
export function explainModelChange(
  content: AssessmentContent,
  { from, to }: { readonly from: RatingModel; readonly to: RatingModel },
  grid: Grid = 'full',
): Result<ModelChange> {
  const options = { grid, cache: makeLossCache() };
  const before = figuresOf(content, from, options);
  if (!before.ok) return before;
  const after = figuresOf(content, to, options);
  if (!after.ok) return after;

  const causes: ModelChange['causes'][number][] = [];
  let pricing = from.pricing;
  let presentMinor = before.value.technicalMinor;
  let waiting: readonly ModelChangeId[] = [];
  for (const each of MODEL_CHANGES) {
    pricing = SWITCHES[each].take(pricing, to.pricing);
    waiting = [...waiting, each];
    const isLast = each === MODEL_CHANGES.at(-1);
    const next = isLast ? after : figuresOf(content, { ...to, pricing }, options);
    if (!next.ok) continue;
    causes.push({
      id: waiting.join('+'),
      label: waiting.map((id) => SWITCHES[id].label).join('; '),
      why: waiting.flatMap((id) => to.wording.changes?.[id] ?? []).join(' ') || null,
      amountMinor: minorWithout(next.value.technicalMinor, presentMinor),
    });
    presentMinor = next.value.technicalMinor;
    waiting = [];
  }
  return success({ before: before.value, after: after.value, causes });
}
