import { makeLossCache } from '../actuarial/index.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { minorWithout } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import type { Pillar } from '../domain/vocabulary.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { notReady } from './cannot-price.ts';
import { classAverage, type RatingBasis, ratingBasisOf } from './frequency.ts';
import type { PriceOptions } from './price-assessment.ts';
import type { BridgeStepId, PremiumBridge } from './price-result.ts';
import { readTerms } from './priced-terms.ts';
import { technicalAt } from './technical-at.ts';

interface Switch {
  readonly id: BridgeStepId;
  readonly label: string | ((model: RatingModel) => string);
  /** The basis with this switched on as well. */
  readonly on: (basis: RatingBasis, own: RatingBasis) => RatingBasis;
}

const pillarName =
  (pillar: Pillar) =>
  (model: RatingModel): string =>
    model.wording.pillars.find(({ id }) => id === pillar)?.short ?? pillar;

const SWITCHES: readonly Switch[] = [
  { id: 'type', label: 'Subject type', on: (basis, own) => ({ ...basis, type: own.type }) },
  {
    id: 'custody',
    label: pillarName('custody'),
    on: (basis, own) => ({ ...basis, scores: { ...basis.scores, custody: own.scores.custody } }),
  },
  {
    id: 'audits',
    label: pillarName('audits'),
    on: (basis, own) => ({ ...basis, scores: { ...basis.scores, audits: own.scores.audits } }),
  },
  {
    id: 'incident-history',
    label: pillarName('incidents'),
    on: (basis, own) => ({
      ...basis,
      scores: { ...basis.scores, incidents: own.scores.incidents },
      record: own.record,
    }),
  },
  { id: 'evidence-gap', label: 'Evidence gap', on: (basis, own) => ({ ...basis, gaps: own.gaps }) },
  {
    id: 'containment',
    label: 'Containment',
    on: (basis, own) => ({ ...basis, severityScore: own.severityScore }),
  },
];

/**
 * The premium bridge (rating algorithm, section 7): from the technical premium of the class-average subject with the
 * same exposure and terms to this one's, switching on type, custody, audits, incident history (score, credibility and
 * count mixing), evidence gap and containment in that order and keeping what is on. Each step is the difference of two
 * technical premiums in cents, so that the steps sum to the last. Fails with the first thing that keeps one of them
 * from being made, naming its field.
 */
export function premiumBridge({
  content,
  score,
  model,
  options,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
  readonly options: PriceOptions;
}): Result<PremiumBridge> {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) return notReady(problems);
  const cache = options.cache ?? makeLossCache();
  const own = ratingBasisOf(score, content.subject.type, model);
  const price = (basis: RatingBasis) =>
    technicalAt({ content, terms, basis, model, grid: options.grid, cache });

  let basis = classAverage(model);
  const start = price(basis);
  if (!start.ok) return start;
  let technicalMinor = start.value;
  const steps: PremiumBridge['steps'][number][] = [
    { id: 'class-average', label: 'Class average', amountMinor: technicalMinor, kind: 'start' },
  ];
  for (const { id, label, on } of SWITCHES) {
    basis = on(basis, own);
    const next = price(basis);
    if (!next.ok) return next;
    steps.push({
      id,
      label: typeof label === 'string' ? label : label(model),
      amountMinor: minorWithout(next.value, technicalMinor),
      kind: 'step',
    });
    technicalMinor = next.value;
  }
  steps.push({ id: 'technical', label: 'Technical premium', amountMinor: technicalMinor, kind: 'end' });
  return success({ steps });
}
