import type { ContractTerms } from './deal-content.ts';
import { exposureFieldSchema } from './exposures.ts';
import { lowerFirst } from './lower-first.ts';
import { exposureLabel } from './model-words.ts';
import type { RatingModel } from './rating-model.ts';
import { upperFirst } from './upper-first.ts';

type Words = Readonly<Record<string, string>>;

/** Fields by their last key, or their last two: names of the form with an article, for the start of a sentence. */
const FIELDS: Words = {
  format: 'The format of the file',
  $schema: 'The address of the schema',
  asOf: 'The assessment date',
  currency: 'The currency',
  subject: 'The subject',
  exposures: 'The list of exposures',
  answers: 'The list of answers',
  incidentRegister: 'The incident register',
  incidents: 'The list of incidents',
  declarations: 'The list of declarations',
  terms: 'The terms',
  name: 'The name',
  legalName: 'The legal name',
  type: 'The type of subject',
  liveSince: 'The date live since',
  website: 'The website',
  group: 'The group',
  custodians: 'The list of custodians',
  vendors: 'The list of technology vendors',
  chains: 'The list of chains',
  auditors: 'The list of auditors',
  evidence: 'The evidence',
  id: 'The identifier',
  date: 'The date',
  title: 'The title',
  cause: 'The cause',
  boundary: 'The answer to “Whose control failed”',
  lossMinor: 'The loss',
  recoveredMinor: 'The amount recovered from the attacker',
  assetsAtTimeMinor: 'The assets at the time',
  fixStatus: 'The state of the fix',
  usersMadeWholePercent: 'The share of users made whole',
  disclosureHours: 'The hours to public disclosure',
  isNeverDisclosed: 'The tick box “Never disclosed”',
  datePrecision: 'The answer to what is known of the date',
  postmortem: 'The post-mortem',
  reason: 'The reason',
  enteredRate: 'The entered rate',
  'enteredRate.reason': 'The reason for the rate',
  'enteredRate.ratePercent': 'The rate',
  source: 'The source',
  seenOn: 'The “Seen on” date',
  note: 'The note',
  'terms.note': 'The note on the terms',
  insured: 'The insured',
  broker: 'The broker',
  periodStart: 'The start of the period',
  periodDays: 'The length of the period',
  validityDays: 'The time for which the quote is valid',
  parts: 'The list of coverage parts',
  limitMinor: 'The limit',
  retentionMinor: 'The retention',
  coinsurancePercent: 'The coinsurance',
  aggregateLimitMinor: 'The aggregate limit',
  aggregateRetentionMinor: 'The aggregate retention',
  isShared: 'The tick box “Shares the policy’s aggregate limit and retention”',
  hasAverageClause: 'The average clause',
  policyAggregateLimitMinor: 'The policy aggregate limit',
  policyAggregateRetentionMinor: 'The policy aggregate retention',
  part: 'The part',
  riskLoadPrinciple: 'The principle of the risk load',
  schedulePercent: 'The schedule adjustment',
  scheduleReason: 'The reason of the schedule adjustment',
  scheduleNote: 'The note on the schedule adjustment',
  taxes: 'The list of taxes and levies',
  ratePercent: 'The rate',
  jurisdiction: 'The jurisdiction',
  label: 'The name',
  subjectivities: 'The list of subjectivities',
  ownSubjectivities: 'The list of subjectivities in your own words',
  text: 'The text',
  dueOn: 'The due date',
  buyBacks: 'The list of bought-back exclusions',
  exclusionId: 'The exclusion',
  brokeragePercent: 'The brokerage',
  contract: 'The list of contract terms',
  line: 'Our line',
  subjectivityTerms: 'The list of who owes what',
  options: 'The list of options',
  schedule: 'The schedule of covered assets',
  judgement: 'The list of judgements',
  files: 'The list of files',
  umr: 'The unique market reference',
  insuredAddress: 'The address of the insured',
  startTime: 'The hour of inception',
  endTime: 'The hour of expiry',
  timePlace: 'The place whose time counts',
  law: 'The law of the contract',
  'contract.jurisdiction': 'The courts that decide',
  territory: 'The territory',
  situs: 'The situs for taxes',
  waitingHours: 'The waiting period',
  discoveryDays: 'The discovery period',
  claimsDays: 'The time to notify a claim',
  retroactiveDate: 'The retroactive date',
  pooling: 'The choice between one limit and one for each client',
  subLimits: 'The list of sub-limits',
  conditions: 'The list of conditions and warranties',
  'line.conditions': 'The conditions of our line',
  kind: 'The kind',
  fees: 'The list of fees',
  amountMinor: 'The amount',
  paymentTerms: 'The payment terms',
  validUntilTime: 'The hour at which the offer ends',
  validityPlace: 'The place whose time the end of the offer is in',
  orderPercent: 'The order',
  writtenPercent: 'The written line',
  role: 'The choice between lead and follow',
  leader: 'The leader',
  from: 'Who has to give it',
  to: 'Who has to have it',
  when: 'When it is due',
  otherwise: 'What follows if it is not met',
  chain: 'The chain',
  address: 'The address',
  insurer: 'The insurer',
  'insurer.name': 'The name of the insurer',
  shortName: 'The short name of the insurer',
  'insurer.address': 'The address of the insurer',
  licence: 'The licence number',
  logo: 'The logo',
  'logo.type': 'The kind of the logo',
  base64: 'The picture of the logo',
  underwriter: 'The underwriter',
  'underwriter.name': 'The name of the underwriter',
  score: 'The score',
  words: 'The reason in words',
  grade: 'The grade',
  sha256: 'The fingerprint of the file',
  size: 'The size of the file',
  about: 'What the file is evidence of',
  isOffered: 'The tick box “Goes on the paper”',
};

/** What a field belongs to, where its own name does not tell. */
const OWNERS: Words = {
  exposures: 'the exposures',
  incidentRegister: 'the incident register',
  incidents: 'incident no.',
  parts: 'coverage part no.',
  taxes: 'tax or levy no.',
  subjectivities: 'subjectivity no.',
  ownSubjectivities: 'subjectivity in your own words no.',
  buyBacks: 'bought-back exclusion no.',
  enteredRate: 'the entered rate',
  line: 'our line',
  options: 'option no.',
  schedule: 'line no.',
  files: 'file no.',
  subLimits: 'sub-limit no.',
  conditions: 'condition no.',
  fees: 'fee no.',
  grade: 'the grade set by judgement',
  custodians: 'custodian no.',
  vendors: 'technology vendor no.',
  chains: 'chain no.',
  auditors: 'auditor no.',
};

/** The names of keys that are not known are the sender's choice. */
const LONGEST_KEY = 60;
const LONGEST_LABEL = 300;

function ownerWords(path: readonly PropertyKey[], model: RatingModel): string | null {
  const [head, second] = path.map(String);
  if (head === 'answers') {
    const label = model.factors.find(({ id }) => id === second)?.label ?? second ?? '';
    return `“${label.slice(0, LONGEST_LABEL)}”`;
  }
  if (head === 'terms' && second === 'subjectivityTerms' && path.length > 2) {
    const text = model.subjectivities.find(({ id }) => id === path[2])?.text ?? String(path[2]);
    return `subjectivity “${text.slice(0, LONGEST_LABEL)}”`;
  }
  if (head === 'judgement' && second === 'answers' && path.length > 2) {
    const label = model.factors.find(({ id }) => id === path[2])?.label ?? String(path[2]);
    return `the judgement of “${label.slice(0, LONGEST_LABEL)}”`;
  }
  const list = path.findLastIndex((key) => typeof key === 'number');
  if (list > 0) {
    const owner = `${OWNERS[String(path[list - 1])] ?? String(path[list - 1])} ${Number(path[list]) + 1}`;
    return head === 'options' && list > 1 ? `${owner} of option no. ${Number(second) + 1}` : owner;
  }
  return OWNERS[String(path.at(-2))] ?? null;
}

/** The tick boxes below an answer, which the model's wording names. */
function tickBoxWords(key: string, { wording }: RatingModel): string | null {
  if (key === 'isUnchangedSinceReview') return `The tick box “${wording.freshness.label}”`;
  if (key !== 'hasSocialisedLoss') return null;
  return wording.socialisedLoss === null
    ? 'The tick box on socialised losses'
    : `The tick box “${wording.socialisedLoss.label}”`;
}

/** What the model asks at a field that has no other name than that question. */
function questionOfModel(path: readonly PropertyKey[], model: RatingModel): string | null {
  const [head, second] = path.map(String);
  if (head === 'declarations')
    return (
      model.declarations.find(({ id }) => id === second)?.question ?? String(second).slice(0, LONGEST_KEY)
    );
  if (head !== 'terms') return null;
  if (second === 'cyberClause') return model.wording.cyberClauses.question;
  return second === 'signingWording' ? model.wording.signingWordings.question : null;
}

/** What a list holds by an id of the model, as a whole. */
const isKeyed = ([head, second, ...rest]: readonly PropertyKey[]): boolean =>
  rest.length === 1 &&
  ((head === 'terms' && second === 'subjectivityTerms') || (head === 'judgement' && second === 'answers'));

/**
 * A field in the words of the form, for the start of a sentence: `The date of incident no. 2`. `path` is that of the
 * field in the content. A field of which the form has no name is called by its key. Total and pure.
 */
export function fieldWords(path: readonly PropertyKey[], model: RatingModel): string {
  const whole = path.length === 1 ? FIELDS[String(path[0])] : undefined;
  if (whole !== undefined) return whole;
  const owner = ownerWords(path, model);
  const key = String(path.at(-1) ?? '').slice(0, LONGEST_KEY);
  if (typeof path.at(-1) === 'number' && path.length > 1) return upperFirst(owner ?? key);
  if (path[0] === 'answers' && (path.length === 2 || key === 'level' || key === 'value'))
    return `The answer to ${owner ?? key}`;
  if (owner !== null && isKeyed(path)) return upperFirst(owner);
  const question = questionOfModel(path, model);
  if (question !== null) return `The answer to “${question}”`;
  const exposure = path[0] === 'exposures' ? exposureFieldSchema.safeParse(key).data : undefined;
  if (exposure !== undefined)
    return `The ${lowerFirst(exposureLabel(model, exposure))} of ${OWNERS.exposures}`;
  const field =
    tickBoxWords(key, model) ??
    FIELDS[`${String(path.at(-2))}.${key}`] ??
    FIELDS[key] ??
    (key === '' ? 'The whole' : `The field “${key}”`);
  return owner === null ? field : `${field} of ${owner}`;
}

/** What a term of the contract is called on form and paper. */
export const contractLabel = (key: keyof ContractTerms): string =>
  withoutArticle(FIELDS[`contract.${key}`] ?? FIELDS[key] ?? key);

const withoutArticle = (words: string): string => upperFirst(words.replace(/^The (?:list of )?/, ''));

/** The label of a field in the form: its words without the article they begin a sentence with. */
export const fieldLabel = (path: readonly PropertyKey[], model: RatingModel): string =>
  withoutArticle(fieldWords(path, model));
