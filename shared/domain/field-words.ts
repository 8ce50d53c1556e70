import { exposureFieldSchema } from './exposures.ts';
import { lowerFirst } from './lower-first.ts';
import { exposureLabel } from './model-words.ts';
import type { RatingModel } from './rating-model.ts';

type Words = Readonly<Record<string, string>>;

/** Fields by their last key, or their last two: names of the form with an article, for the start of a sentence. */
const FIELDS: Words = {
  asOf: 'The assessment date',
  currency: 'The currency',
  name: 'The name',
  legalName: 'The legal name',
  type: 'The type of subject',
  liveSince: 'The date live since',
  website: 'The website',
  group: 'The group',
  id: 'The identifier',
  date: 'The date',
  title: 'The title',
  cause: 'The cause',
  reason: 'The reason',
  'enteredRate.reason': 'The reason for the rate',
  'enteredRate.ratePercent': 'The rate',
  source: 'The source',
  seenOn: 'The “Seen on” date',
  note: 'The note',
  insured: 'The insured',
  broker: 'The broker',
  periodStart: 'The start of the period',
  limitMinor: 'The limit',
  part: 'The part',
  scheduleReason: 'The reason of the schedule adjustment',
  scheduleNote: 'The note on the schedule adjustment',
  jurisdiction: 'The jurisdiction',
  label: 'The name',
  text: 'The text',
  dueOn: 'The due date',
  exclusionId: 'The exclusion',
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
};

function ownerWords(path: readonly PropertyKey[], model: RatingModel): string | null {
  const [head, second] = path.map(String);
  if (head === 'answers') {
    const label = model.factors.find(({ id }) => id === second)?.label ?? second ?? '';
    return `“${label}”`;
  }
  const list = path.findLastIndex((key) => typeof key === 'number');
  if (list > 0) {
    const owner = OWNERS[String(path[list - 1])] ?? String(path[list - 1]);
    return `${owner} ${Number(path[list]) + 1}`;
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
    return model.declarations.find(({ id }) => id === second)?.question ?? second ?? '';
  if (head !== 'terms') return null;
  if (second === 'cyberClause') return model.wording.cyberClauses.question;
  return second === 'signingWording' ? model.wording.signingWordings.question : null;
}

/**
 * A field in the words of the form, for the start of a sentence: `The date of incident no. 2`. `path` is that of the
 * field in the content. A field of which the form has no name is called by its key. Total and pure.
 */
export function fieldWords(path: readonly PropertyKey[], model: RatingModel): string {
  const owner = ownerWords(path, model);
  const key = String(path.at(-1) ?? '');
  if (path[0] === 'answers' && (path.length === 2 || key === 'level' || key === 'value'))
    return `The answer to ${owner ?? key}`;
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
