import { z } from 'zod';
import { basis } from './model-rules.ts';
import { minorUnitsSchema } from './money.ts';
import { count, reference, rule, text } from './wording-fields.ts';

// What decides beside the model's own rules, a group for each thing that is decided about: the words in which it is said,
// and the figures from which it is. A wording of before a group has null in its place and no such rule.

/** Answers that a knock-out or a referral of the model tests. */
const answers = z.strictObject({
  /** Said not to apply, which would pass every test. */
  setAside: rule,
  /** Not answered, where the worst answer would be a referral. */
  untested: rule,
  /** More of the questions said not to apply than this share of them; null in a wording of before it was counted. */
  manySetAside: rule.extend({ percent: count, basis }).nullable().default(null),
});

const losses = z.strictObject({
  /** The assets of today stand for those at the time. */
  assetsNotKnown: rule,
  /** Assets at the time so many times those of today; null in a wording of before they were compared. */
  assetsFarAbove: rule.extend({ times: count, basis }).nullable().default(null),
  /** Losses of no known size; null in a wording of before they were a referral. */
  lossNotKnown: rule.nullable().default(null),
  /** Losses so few days apart, of whatever cause, that they may be one. */
  oneLoss: z.strictObject({
    withinDays: count,
    basis,
    label: text,
    /** What stands there; `why` is one of the three that follow. */
    found: text,
    whole: text,
    twice: text,
    pieces: text,
    /** What several of them lost together, before `pieces`. */
    together: text,
    /** Said with a referral: they count for more as one. */
    worse: text,
  }),
});

const exclusions = z.strictObject({
  basis,
  /** Ids of exclusions of the model that no premium takes off. */
  neverSold: z.array(reference),
  notSold: text,
  boughtBack: rule,
  /** Names of places, in small letters, that sanctions forbid to insure for the most part; null in a wording of before. */
  placesUnderSanctions: rule
    .extend({ places: z.array(text).min(1), basis })
    .nullable()
    .default(null),
  /** Conditions other than those of the wording, and words that touch an exclusion in any other text; null in a wording of before. */
  ownWords: rule
    .extend({
      /** In small letters, whole, as beginnings, and anywhere in a text, in the languages that contracts are written in. */
      words: z.array(text).min(1),
      beginnings: z.array(text).min(1),
      fragments: z.array(text).min(1),
    })
    .nullable()
    .default(null),
});

/** The least that is worth a contract: what pays less is a slip of the pen. */
const smallest = z.strictObject({
  basis,
  payableMinor: minorUnitsSchema.min(1),
  subLimitMinor: minorUnitsSchema.min(1),
  /** Of a part: what it pays for one event, and in the period. */
  event: text,
  period: text,
  policy: text,
  line: text,
  subLimit: text,
});

/** Terms of the contract that can never pay, or that say otherwise than what is priced. */
const contract = z.strictObject({
  subLimitAboveLimit: text,
  waitingAllPeriod: text,
  noTimeToClaim: text,
  perClient: rule,
  /** The part that answers for a tricked signer is not quoted. */
  signingNotQuoted: text,
  /** Aggregate terms of the policy that no part is ticked to share. */
  policyUnshared: text,
});

/** Terms that a contract may have and hardly ever does: each with the figure from which it is told, all in one referral. */
const unusual = z.strictObject({
  basis,
  label: text,
  /** Of its limit, that a part or the policy can pay at most. */
  leastPaidPercent: count,
  partPaysLittle: text,
  policyPaysLittle: text,
  /** An aggregate retention of which a single event leaves little. */
  partLittleOfOneEvent: text,
  policyLittleOfOneEvent: text,
  noRetention: text,
  /** Of its limit, that a part must have for a retention, or it has as good as none. */
  leastRetentionPercent: z.number().positive(),
  littleRetention: text,
  brokeragePercent: count,
  brokerage: text,
  taxesPercent: count,
  taxes: text,
  /** Brokerage and taxes, where neither is beyond its own. */
  togetherPercent: count,
  together: text,
  followsWhole: text,
  /** At most, and of the period. */
  waitingHours: count,
  waitingPercent: count,
  waiting: text,
  validityDays: count,
  validity: text,
  leastPeriodDays: count,
  shortPeriod: text,
  periodDays: count,
  period: text,
  leastClaimsDays: count,
  claimsDays: count,
  shortClaims: text,
  claims: text,
  discoveryDays: count,
  discovery: text,
  /** The contract is in a name that is not that of the subject. */
  otherInsured: text,
  /** What may follow the name of the subject and makes nobody else the insured. */
  insuredEndings: z.array(text).min(1),
  /** Refused: the insurer is the insured. */
  insuredIsInsurer: text,
  /** Refused: more is charged beside the premium than this share of it. */
  feesPercent: count,
  fees: text,
  /** An option that differs from another in nothing. */
  optionAlike: text,
  /** Warned of: a line of the schedule is under a part that is not quoted. */
  scheduledUnderNoPart: text,
});

const dates = z.strictObject({
  basis,
  /** Days before its assessment that a period may begin without a warning, and at most. */
  earlyStartDays: count,
  earliestStartDays: count,
  earlyStart: text,
  earliestStart: text,
  missedAnniversary: text,
  validityPastInception: text,
  /** Subjectivities that say themselves that they are due before cover binds; null in a wording of before they were read. */
  beforeBinding: z
    .strictObject({
      /** By which their words tell so, in small letters. */
      phrases: z.array(text).min(1),
      /** One of them is set for after binding. */
      setAfter: text,
      /** One of them is due after cover begins. */
      dueAfterInception: text,
    })
    .nullable()
    .default(null),
  /** Months after which evidence no longer shows what is. */
  evidenceMonths: count,
  evidenceOld: rule.extend({
    /** Evidence that counts as seen, on no day that anybody said; null in a wording of before it was a referral. */
    undated: text.nullable().default(null),
  }),
  /** Offers a day to those of no day; may use `{date}` and `{count}`. */
  evidenceDateOffer: text.nullable().default(null),
  /** Evidence that counts as seen, of no source that says anything. */
  evidenceUnsourced: text.nullable().default(null),
});

/** What the dates of any assessment rule out, whatever its model. */
const dateFaults = z.strictObject({
  periodOver: text,
  duePast: text,
  /** The two days that a due date is held against, for `duePast`. */
  today: text,
  assessed: text,
  dueLate: text,
  dueAfterInception: text,
  seenAhead: text,
  /** Of one day or of several. */
  seenAfter: text,
  seenAfterSeveral: text,
});
export type DateFaults = z.infer<typeof dateFaults>;

/** The words of wordings of before they stood in one. */
export const DATE_FAULTS_OF_BEFORE: DateFaults = {
  periodOver:
    'The period ended on {end}, and today is {today}: a cover that is over cannot be offered. Choose a later start.',
  duePast: '{field} is {due}, before {day}. Choose a later day.',
  today: 'today, {date}',
  assessed: 'the assessment date, {date}',
  dueLate: '{field} is {due}, after the period has ended on {end}. Choose an earlier day.',
  dueAfterInception:
    '{field} is {due}, after cover begins on {start}, but it is to be met before cover binds. Choose an earlier day, or let it be met after binding.',
  seenAhead: '{field} is {seen}, after today ({today}); nothing can have been seen then.',
  seenAfter: '{field} is {seen}, after the assessment date {assessed}.',
  seenAfterSeveral: '{count} days of evidence are after the assessment date {assessed}: {fields}.',
};

export const wordingRules = {
  answers: answers.nullable().default(null),
  losses: losses.nullable().default(null),
  exclusions: exclusions.nullable().default(null),
  smallest: smallest.nullable().default(null),
  contract: contract.nullable().default(null),
  unusual: unusual.nullable().default(null),
  dates: dates.nullable().default(null),
  dateFaults: dateFaults.default(DATE_FAULTS_OF_BEFORE),
};

/** What each sentence may ask for, by its place; one that is not listed asks for nothing. */
export const RULE_PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  'answers.setAside.reason': ['questions'],
  'answers.untested.reason': ['questions'],
  'answers.manySetAside.reason': ['count', 'asked', 'share', 'most'],
  'losses.assetsFarAbove.reason': ['times', 'days', 'assets'],
  'losses.assetsNotKnown.reason': ['days', 'assets'],
  'losses.lossNotKnown.reason': ['days'],
  'losses.oneLoss.found': ['count', 'causes', 'days', 'when', 'why'],
  'losses.oneLoss.whole': ['loss'],
  'losses.oneLoss.twice': ['same'],
  'losses.oneLoss.together': ['sum'],
  'losses.oneLoss.worse': ['count', 'days', 'when', 'one', 'apart'],
  'exclusions.notSold': ['exclusion'],
  'exclusions.boughtBack.reason': ['exclusions'],
  'exclusions.ownWords.reason': ['texts'],
  'exclusions.placesUnderSanctions.reason': ['places'],
  'smallest.event': ['part', 'most', 'least'],
  'smallest.period': ['part', 'most', 'least'],
  'smallest.policy': ['most', 'least'],
  'smallest.line': ['most', 'least'],
  'smallest.subLimit': ['label', 'part', 'most', 'least'],
  'contract.subLimitAboveLimit': ['label', 'part', 'amount', 'limit'],
  'contract.signingNotQuoted': ['question', 'part'],
  'unusual.partPaysLittle': ['part', 'most', 'share', 'limit'],
  'unusual.policyPaysLittle': ['most', 'share', 'limit'],
  'unusual.partLittleOfOneEvent': ['part', 'most', 'share', 'limit', 'retention'],
  'unusual.policyLittleOfOneEvent': ['most', 'share', 'retention'],
  'unusual.brokerage': ['percent', 'most'],
  'unusual.taxes': ['percent', 'most'],
  'unusual.together': ['brokerage', 'taxes', 'most'],
  'unusual.waiting': ['hours', 'most'],
  'unusual.validity': ['days', 'most'],
  'unusual.shortPeriod': ['days', 'least'],
  'unusual.period': ['days', 'most'],
  'unusual.littleRetention': ['part', 'retention', 'share', 'limit'],
  'unusual.shortClaims': ['days', 'least'],
  'unusual.claims': ['days', 'most'],
  'unusual.discovery': ['days', 'most'],
  'unusual.insuredIsInsurer': ['insurer'],
  'unusual.optionAlike': ['option', 'other'],
  'unusual.otherInsured': ['insured', 'name'],
  'unusual.fees': ['fees', 'percent', 'premium', 'most'],
  'unusual.scheduledUnderNoPart': ['asset', 'part'],
  'dates.earlyStart': ['start', 'days', 'assessed'],
  'dates.earliestStart': ['start', 'days', 'assessed', 'most'],
  'dates.missedAnniversary': ['days', 'start', 'end', 'side', 'months', 'whole'],
  'dates.validityPastInception': ['until', 'start'],
  'dates.beforeBinding.setAfter': ['text'],
  'dates.beforeBinding.dueAfterInception': ['field', 'due', 'start'],
  'dates.evidenceOld.reason': ['months', 'fields'],
  'dates.evidenceOld.undated': ['fields'],
  'dates.evidenceDateOffer': ['count', 'date'],
  'dates.evidenceUnsourced': ['count', 'fields', 'months'],
  'dateFaults.periodOver': ['end', 'today'],
  'dateFaults.duePast': ['field', 'due', 'day'],
  'dateFaults.today': ['date'],
  'dateFaults.assessed': ['date'],
  'dateFaults.dueLate': ['field', 'due', 'end'],
  'dateFaults.dueAfterInception': ['field', 'due', 'start'],
  'dateFaults.seenAhead': ['field', 'seen', 'today'],
  'dateFaults.seenAfter': ['field', 'seen', 'assessed'],
  'dateFaults.seenAfterSeveral': ['count', 'fields', 'assessed'],
};
