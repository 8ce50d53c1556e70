import { fillTemplate } from '../domain/fill-template.ts';
import { formatLossShare } from '../domain/format-figures.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { type AnswerScore, isUnprovenState } from './answer-score.ts';
import { type PillarInput, underEvidence } from './incident-pillar.ts';
import type { RegisterTable } from './register-table.ts';
import type { FactorRule } from './score-result.ts';
import { numberText, quantityText } from './words.ts';

/** An answer's score with the factor it belongs to. */
export type Scored = AnswerScore & { readonly factor: Factor };

type RegisterFactor = RatingModel['wording']['register']['factors'][number];

/** What the wording says of a factor computed from the register; undefined for any other factor. */
export const registerFactorOf = (model: RatingModel, factorId: string): RegisterFactor | undefined =>
  model.wording.register.factors.find((f) => f.factorId === factorId);

const figureText = (
  { finding, nothingOnRecord }: RegisterFactor,
  quantity: number | null,
  unit: string | null,
): string =>
  quantity === null
    ? nothingOnRecord
    : fillTemplate(finding, {
        quantity: numberText(quantity),
        percent: formatLossShare(quantity),
        amount: quantityText(quantity, unit),
      });

/**
 * Scores one factor computed from the register under the register's one evidence state: capped, 0 when not provided,
 * not applicable on a clean record where the model says so (rating algorithm, section 0).
 */
export function scoreRegisterFactor({
  factor,
  computed,
  table,
  input,
  model,
}: {
  readonly factor: Factor & { readonly kind: 'computed' };
  readonly computed: RegisterFactor;
  readonly table: RegisterTable;
  readonly input: PillarInput;
  readonly model: RatingModel;
}): Scored {
  const { factorId: id, formula } = computed;
  const { quantity, score: raw } = table.full.figures[formula];
  const score = underEvidence(raw, input, id);
  const isMissing = input.registerEvidence === 'not-provided' && !input.atBest?.has(id);
  const rules: FactorRule[] = [];
  if (isMissing) rules.push({ kind: 'register-not-provided' });
  else if (raw === null) rules.push({ kind: 'clean-record' });
  else if (raw > input.registerCap) rules.push({ kind: 'evidence-cap', cap: input.registerCap });
  const evidence = input.atBest?.has(id) ? 'verified' : input.registerEvidence;
  return {
    factor,
    status: isMissing ? 'not-provided' : score === null ? 'not-applicable' : 'scored',
    evidence: score === null ? 'not-applicable' : evidence,
    answer: isMissing ? null : quantity,
    answerText: isMissing ? model.wording.register.notProvided : figureText(computed, quantity, factor.unit),
    uncapped: isMissing ? 0 : raw,
    score,
    isUnproven: score !== null && isUnprovenState(model, evidence),
    rules,
  };
}
