import type { RatingModel } from './rating-model.ts';

type Decision = NonNullable<RatingModel['wording']['decision']>;

/** The referrals that the wording's own rules raise, by id, in the order in which they are told: what each is called. */
const RULE_LABELS = {
  'set-aside': ({ answers }) => answers?.setAside.label,
  untested: ({ answers }) => answers?.untested.label,
  'many-set-aside': ({ answers }) => answers?.manySetAside?.label,
  'not-asked': ({ contradictions }) => contradictions.flatMap(({ notAskedLabel }) => notAskedLabel ?? [])[0],
  'assets-not-known': ({ losses }) => losses?.assetsNotKnown.label,
  'assets-far-above': ({ losses }) => losses?.assetsFarAbove?.label,
  'loss-not-known': ({ losses }) => losses?.lossNotKnown?.label,
  'one-loss': ({ losses }) => losses?.oneLoss.label,
  'evidence-old': ({ dates }) => dates?.evidenceOld.label,
  'bought-back': ({ exclusions }) => exclusions?.boughtBack.label,
  sanctions: ({ exclusions }) => exclusions?.placesUnderSanctions?.label,
  'own-words': ({ exclusions }) => exclusions?.ownWords?.label,
  'per-client-limit': ({ contract }) => contract?.perClient.label,
  'unusual-terms': ({ unusual }) => unusual?.label,
} as const satisfies Readonly<Record<string, (decision: Decision) => string | undefined>>;

export type RuleId = keyof typeof RULE_LABELS;

/** Those that are about the terms, which each option may have otherwise, rather than about the subject. */
export const RULES_OF_TERMS: readonly RuleId[] = ['own-words', 'unusual-terms'];

export interface NamedRule {
  readonly id: RuleId;
  readonly label: string;
}

/** The rules that a wording has, with their names. */
export const rulesOf = (decision: Decision): readonly NamedRule[] =>
  (Object.keys(RULE_LABELS) as RuleId[]).flatMap((id) => {
    const label = RULE_LABELS[id](decision);
    return label === undefined ? [] : [{ id, label }];
  });

/** Every referral that may be raised beside those of the model, for whoever says who may clear which. */
export function referralsBesideModel({
  wording: { decision },
}: RatingModel): readonly { readonly id: string; readonly label: string }[] {
  if (decision === null) return [];
  const isNeeded = decision.needed.some(({ field }) => field === 'declarations');
  return [
    { id: 'grade', label: decision.gradeRefers.label },
    // What a quote cannot do without is no referral.
    ...(isNeeded ? [] : [{ id: 'declarations', label: decision.declarations.label }]),
    { id: 'backdated', label: decision.backdated.label },
    ...rulesOf(decision),
  ];
}
