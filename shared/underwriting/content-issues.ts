import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { checkContentAgainstModel } from '../domain/check-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import { fieldWords } from '../domain/field-words.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { hasOwnAnswer } from '../domain/has-own-answer.ts';
import type { Issue, Severity } from '../domain/issue.ts';
import { listOfSome, listText } from '../domain/list-text.ts';
import { lowerFirst } from '../domain/lower-first.ts';
import { partLabel } from '../domain/model-words.ts';
import { type MinorUnits, sumOfMinor } from '../domain/money.ts';
import { ASSETS_NOT_GIVEN_MINOR, INCIDENT_MEASURES, takesUnknown } from '../domain/not-given.ts';
import { openDeclarations } from '../domain/open-declarations.ts';
import type { Parties } from '../domain/parties.ts';
import { implausibilities } from '../domain/plausible-content.ts';
import { unprintableTexts } from '../domain/printable-letters.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { givesReason, saysSomething, showsNothing } from '../domain/says-something.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import { whenText } from '../domain/unknown-day.ts';
import { readTerms } from '../pricing/priced-terms.ts';
import { answerFor, scoreAnswer } from '../scoring/answer-score.ts';
import { type Alike, oneOfAlike } from './alike-issues.ts';
import { contractFaults, contractIssues } from './contract-issues.ts';
import { contradictionIssues } from './contradiction-issues.ts';
import { dateIssues } from './date-issues.ts';
import { neededIssues } from './needed-issues.ts';
import { smallestIssues } from './smallest-terms.ts';
import { ofWhatCannotBe } from './what-cannot-be.ts';

const issue = ({
  severity,
  id,
  field,
  message,
}: {
  readonly severity: Severity;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}): Issue => ({
  severity,
  id,
  about: 'content',
  field,
  message,
});

function scheduleProblems({ terms }: AssessmentContent, { wording }: RatingModel): Issue[] {
  if (terms.schedulePercent === 0) return [];
  if (terms.scheduleReason === null) {
    return [
      issue({
        severity: 'cannot-proceed',
        id: 'no-schedule-reason',
        field: 'terms.scheduleReason',
        message: 'Choose the reason of the schedule adjustment.',
      }),
    ];
  }
  const reason = wording.scheduleReasons.find(({ id }) => id === terms.scheduleReason);
  const { scheduleNote } = terms;
  const isBare =
    (reason?.needsNote === true || (scheduleNote ?? '').trim() !== '') && !givesReason(scheduleNote);
  return isBare
    ? [
        issue({
          severity: 'cannot-proceed',
          id: 'no-schedule-note',
          field: 'terms.scheduleNote',
          message: 'Say why the schedule adjustment is made.',
        }),
      ]
    : [];
}

/** A loss of an affiliate or a fork may well be older than the subject; its own may not. */
function liveSinceIssue({ subject, incidents }: AssessmentContent, { wording }: RatingModel): Issue[] {
  const { liveSince } = subject;
  const own = incidents.filter((i) => i.boundary === 'own');
  const first = own.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  if (liveSince === null || first === undefined || liveSince <= first.date) return [];
  const message = `Live since ${formatDate(liveSince)}, which is after the first incident ${whenText(first)}.`;
  return [
    issue({
      severity: ofWhatCannotBe(wording),
      id: 'live-after-incident',
      field: 'subject.liveSince',
      message,
    }),
  ];
}

/** Answers that do not count: to questions of another type of subject, and those set aside without a reason. */
function answerWarnings(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { type } = content.subject;
  // One that the model does not know is refused, with its sentence, by the check against the model.
  const given = Object.entries(content.answers).flatMap(([id, answer]) => {
    const factor = model.factors.find((f) => f.id === id);
    return factor === undefined ? [] : [{ factor, answer, name: `“${factor.label}”` }];
  });
  const isAsked = (factor: Factor) => factor.appliesTo.includes(type);
  const others = given
    .filter(({ factor }) => !isAsked(factor))
    .map(({ factor, name }) => ({ field: `answers.${factor.id}`, name }));
  const bare = given
    .filter(
      ({ factor, answer: { evidence, reason } }) =>
        isAsked(factor) && evidence === 'not-applicable' && (reason ?? '').trim() === '',
    )
    .map(({ factor, name }) => ({ field: `answers.${factor.id}.reason`, name }));
  return [
    ...oneOfAlike({ severity: 'warning', id: 'other-type' }, others, (names) =>
      names.length === 1
        ? `${names.join('')} does not apply to this type of subject; it is left aside.`
        : `${names.length} questions do not apply to this type of subject and are left aside: ${listOfSome(names)}.`,
    ),
    ...oneOfAlike({ severity: 'warning', id: 'no-reason' }, bare, (names) =>
      names.length === 1
        ? `${names.join('')} is marked not applicable without a reason and counts as not provided.`
        : `${names.length} questions are marked not applicable without a reason and count as not provided: ${listOfSome(names)}.`,
    ),
  ];
}

/** Grave things declared of a subject whose type is not asked about them: they would count for nothing. */
const declaredElsewhere = (
  { subject, declarations }: AssessmentContent,
  { declarations: asked, knockOuts, wording }: RatingModel,
): readonly Issue[] =>
  asked
    .filter(
      ({ id }) =>
        declarations[id] === 'yes' &&
        knockOuts.some((one) => one.id === id && !one.appliesTo.includes(subject.type)),
    )
    .map(({ id, question }) =>
      issue({
        severity: ofWhatCannotBe(wording),
        id: `declared-elsewhere:${id}`,
        field: `declarations.${id}`,
        message: `“${question}” is answered with yes, but is not asked of this type of subject. Take the answer off, or correct the type.`,
      }),
    );

/** Incidents by what their sentences call them, each with its field. */
function incidentsWhere(
  { incidents }: AssessmentContent,
  field: keyof Incident,
  is: (incident: Incident) => boolean,
): readonly Alike[] {
  return incidents.flatMap((incident, i) =>
    is(incident) ? [{ field: `incidents.${i}.${field}`, name: whenText(incident) }] : [],
  );
}

/** `The incident on 10 Mar 2024`, `The 2 incidents in 2021 and on 10 Mar 2024`; of several on one day, that it is several. */
const theIncidents = (found: readonly Alike[], names: readonly string[]): string =>
  found.length === 1
    ? `The incident ${listText(names)}`
    : `The ${found.length} incidents ${listOfSome(names)}`;

function incidentWarnings(content: AssessmentContent): readonly Issue[] {
  const recovered = incidentsWhere(
    content,
    'recoveredMinor',
    ({ lossMinor, recoveredMinor }) =>
      lossMinor !== null && recoveredMinor !== null && recoveredMinor > lossMinor,
  );
  const beyond = incidentsWhere(
    content,
    'lossMinor',
    ({ lossMinor, assetsAtTimeMinor }) =>
      lossMinor !== null && assetsAtTimeMinor !== null && lossMinor > assetsAtTimeMinor,
  );
  const isUnproved = content.incidents.length > 0 && content.incidentRegister.evidence === 'not-provided';
  const message = 'Incidents are entered but the register counts as not provided; say how it was evidenced.';
  return [
    ...(isUnproved
      ? [issue({ severity: 'warning', id: 'register-evidence', field: 'incidentRegister.evidence', message })]
      : []),
    ...oneOfAlike(
      { severity: 'warning', id: 'recovery' },
      recovered,
      (names) =>
        `${theIncidents(recovered, names)} ${recovered.length === 1 ? 'has' : 'have'} more recovered than lost; the loss counts.`,
    ),
    ...oneOfAlike(
      { severity: 'warning', id: 'share' },
      beyond,
      (names) => `${theIncidents(beyond, names)} took more than the assets held at the time.`,
    ),
  ];
}

function exposureWarnings({ exposures }: AssessmentContent, { wording }: RatingModel): Issue[] {
  const { largestVaultMinor, offlineMinor } = exposures;
  if (largestVaultMinor === null || offlineMinor === null || largestVaultMinor <= offlineMinor) return [];
  const message = 'The largest vault holds more than all offline assets together.';
  return [
    issue({
      severity: ofWhatCannotBe(wording),
      id: 'vault-above-offline',
      field: 'exposures.largestVaultMinor',
      message,
    }),
  ];
}

/** Limits of several levels that cannot all be paid: what the paper calls a limit is more than the level above it lets through. */
function levelWarnings({ terms, currency }: AssessmentContent, model: RatingModel): Issue[] {
  const { parts, policyAggregateLimitMinor: ofPolicy } = terms;
  const words = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  // Terms of the policy that no part is said to share are taken to be of all of them (priced-terms.ts).
  const isUnder = standsUnderPolicy(terms);
  const found = parts.flatMap((part, i) => {
    const label = partLabel(model, part.part);
    const at = (field: string) => `terms.parts.${i}.${field}`;
    const warn = (id: string, field: string, most: string) => {
      const message = `${label}: the limit of ${words(part.limitMinor)} each event is above ${most}, so that it can never be paid in full.`;
      return [issue({ severity: 'warning', id: `${id}:${part.part}`, field: at(field), message })];
    };
    const { aggregateLimitMinor: ofPart } = part;
    if (ofPart !== null && ofPart > 0 && ofPart < part.limitMinor)
      return warn('limit-above-aggregate', 'aggregateLimitMinor', `the aggregate limit of ${words(ofPart)}`);
    if (isUnder(part) && ofPolicy !== null && ofPolicy > 0 && ofPolicy < part.limitMinor)
      return warn('limit-above-policy', 'limitMinor', `the policy aggregate limit of ${words(ofPolicy)}`);
    return [];
  });
  const shared = parts.filter(isUnder);
  const unshared = model.wording.decision?.contract?.policyUnshared;
  if (unshared !== undefined && shared.length > 0 && !shared.some(({ isShared }) => isShared))
    found.push(
      issue({
        severity: 'warning',
        id: 'policy-terms-unshared',
        field: 'terms.policyAggregateLimitMinor',
        message: unshared,
      }),
    );
  const most = sumOfMinor(shared.map((part) => part.aggregateLimitMinor ?? part.limitMinor));
  if (ofPolicy === null || shared.length === 0 || ofPolicy <= most) return found;
  const message = `The policy aggregate limit of ${words(ofPolicy)} is above the ${words(most)} that the parts under it can come to.`;
  return [
    ...found,
    issue({
      severity: 'warning',
      id: 'policy-limit-above-parts',
      field: 'terms.policyAggregateLimitMinor',
      message,
    }),
  ];
}

function missingFields(content: AssessmentContent, model: RatingModel, parties: Parties | null): Issue[] {
  const { subject, terms } = content;
  const missing: Issue[] = [];
  const needed = neededIssues(content, model, parties);
  const add = (id: string, field: string, message: string) => {
    if (!needed.some((found) => found.field === field))
      missing.push(issue({ severity: 'missing', id, field, message }));
  };
  if (subject.liveSince === null) {
    add('live-since', 'subject.liveSince', 'The date live since is not given and counts as not yet live.');
  }
  const open = model.factors.filter(
    (f) =>
      hasOwnAnswer(f) &&
      f.appliesTo.includes(subject.type) &&
      scoreAnswer(f, answerFor(content.answers, f.id), model).status === 'not-provided',
  );
  const [first] = open;
  if (first !== undefined) {
    const count = formatCount(
      open.length,
      'question has no answer and counts',
      'questions have no answer and count',
    );
    add('answers', `answers.${first.id}`, `${count} as 0; the first is "${first.label}".`);
  }
  if (content.incidentRegister.evidence === 'not-provided' && content.incidents.length === 0) {
    add(
      'register',
      'incidentRegister.evidence',
      'The incident register is not provided, which is not the same as clean.',
    );
  }
  const unstated = openDeclarations(content, model);
  const [firstUnstated] = unstated;
  const { decision } = model.wording;
  // Said with the referrals under a wording in which they are one, and with what is needed once there is a part.
  const isNeeded = decision?.needed.some(({ field }) => field === 'declarations') === true;
  const isSaid = needed.some(({ field }) => field === 'declarations');
  if (firstUnstated !== undefined && !isSaid && (decision === null || isNeeded)) {
    const count = formatCount(unstated.length, 'declaration is', 'declarations are');
    add('declarations', `declarations.${firstUnstated.id}`, `${count} not stated.`);
  }
  if (terms.parts.length === 0) return missing;
  missing.push(...needed);
  const isNameless = needed.some(({ field }) => field === 'subject.legalName');
  if (!saysSomething(terms.insured) && !saysSomething(subject.legalName) && !isNameless)
    add('insured', 'terms.insured', 'The insured is not named.');
  if (terms.broker === null) add('broker', 'terms.broker', 'The broker is not named.');
  if (terms.periodStart === null) add('period-start', 'terms.periodStart', 'The inception date is not set.');
  if (terms.subjectivities.length + terms.ownSubjectivities.length === 0) {
    add('subjectivities', 'terms.subjectivities', 'No subjectivity is set.');
  }
  return missing;
}

/** Why a question does not apply must be said in words; without any it counts as not provided. */
const emptyReasons = ({ answers }: AssessmentContent, model: RatingModel): Issue[] =>
  Object.entries(answers).flatMap(([id, { evidence, reason }]) => {
    const words = (reason ?? '').trim();
    if (evidence !== 'not-applicable' || words === '' || givesReason(words)) return [];
    const label = model.factors.find((factor) => factor.id === id)?.label ?? id;
    const given = showsNothing(words) ? 'a reason that shows as nothing' : `“${words.slice(0, 40)}”`;
    const message = `Say why “${label}” does not apply: ${given} says nothing.`;
    return [
      issue({ severity: 'cannot-proceed', id: `empty-reason:${id}`, field: `answers.${id}.reason`, message }),
    ];
  });

/** What is not known of an incident, by its field and its name. */
const unknownOf = (incident: Incident): readonly (readonly [keyof Incident, string])[] => [
  ...INCIDENT_MEASURES.filter(([field]) => incident[field] === null),
  ...(incident.disclosureHours === null && !incident.isNeverDisclosed
    ? [['disclosureHours', 'time of disclosure'] as const]
    : []),
  ...(incident.datePrecision === undefined ? [] : [['date', 'day'] as const]),
];

/** What is not known of incidents, or, where a model has no rule for that, assets of a cent until they are given. */
function unmeasuredIncidents(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  if (!takesUnknown(model)) {
    const found = incidentsWhere(
      content,
      'assetsAtTimeMinor',
      ({ assetsAtTimeMinor: assets }) => assets !== null && assets <= ASSETS_NOT_GIVEN_MINOR,
    );
    return oneOfAlike(
      { severity: 'missing', id: 'assets' },
      found,
      (names) => `The assets at the time of ${lowerFirst(theIncidents(found, names))} are not given.`,
    );
  }
  const lists = new Map<string, readonly (readonly [keyof Incident, string])[]>();
  for (const unknown of content.incidents.map(unknownOf))
    if (unknown.length > 0) lists.set(listText(unknown.map(([, name]) => name)), unknown);
  return [...lists].flatMap(([named, unknown]) => {
    const [[first] = ['date' as const]] = unknown;
    const found = incidentsWhere(
      content,
      first,
      (incident) => listText(unknownOf(incident).map(([, name]) => name)) === named,
    );
    const [verb, counts] = unknown.length === 1 ? ['is', 'counts'] : ['are', 'count'];
    return oneOfAlike(
      { severity: 'missing', id: `unknown:${named}` },
      found,
      (names) =>
        `The ${named} of ${lowerFirst(theIncidents(found, names))} ${verb} not known and ${counts} at worst.`,
    );
  });
}

/** What the model does not understand, and what cannot be: each names its field as the form does. */
function impossible(content: AssessmentContent, model: RatingModel, today: IsoDate): Issue[] {
  const words = (path: readonly PropertyKey[]) => fieldWords(path, model);
  const unknown = checkContentAgainstModel({ content, model, purpose: 'draft' }).map(
    ({ message, field = '' }) => issue({ severity: 'cannot-proceed', id: `unfit:${field}`, field, message }),
  );
  const implausible = implausibilities(content, today, words).map(({ message, field = '' }) =>
    issue({ severity: 'cannot-proceed', id: `implausible:${field}`, field, message }),
  );
  const unprintable = unprintableTexts(content, words).map(({ message, field = '' }) =>
    issue({ severity: 'cannot-proceed', id: `unprintable:${field}`, field, message }),
  );
  return [...unknown, ...implausible, ...unprintable];
}

/** Where several problems block one field only the first is said; what is unusual or missing there waits until it is settled. */
function eachFieldOnce(blocking: readonly Issue[], others: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string | null>();
  const first = blocking.filter(({ field }) => {
    const isNew = field === null || !seen.has(field);
    seen.add(field);
    return isNew;
  });
  return [...first, ...others.filter(({ field, fields }) => (fields ?? [field]).some((at) => !seen.has(at)))];
}

/**
 * What is wrong, unusual or missing in content by itself, by what it prevents: a price, issuing anything, nothing. One
 * sentence each in the words of the form, with the field to go to (rating algorithm, section 9). `today` bounds the day of
 * assessment; `parties` is null where nobody asks who stands on the paper. Total on any schema-valid content.
 */
export function contentIssues(
  content: AssessmentContent,
  model: RatingModel,
  { today, parties = null }: { readonly today: IsoDate; readonly parties?: Parties | null },
): readonly Issue[] {
  const dates = dateIssues(content, today, model);
  const isBlocking = ({ severity }: Issue) => severity === 'cannot-proceed';
  return eachFieldOnce(
    [
      ...readTerms(content, model).problems,
      ...impossible(content, model, today),
      ...scheduleProblems(content, model),
      ...emptyReasons(content, model),
      ...contractFaults(content, model),
      ...smallestIssues(content, model),
      ...dates.filter(isBlocking),
    ],
    [
      ...answerWarnings(content, model),
      ...declaredElsewhere(content, model),
      ...incidentWarnings(content),
      ...exposureWarnings(content, model),
      ...levelWarnings(content, model),
      ...contradictionIssues(content, model),
      ...contractIssues(content, model),
      ...dates.filter((found) => !isBlocking(found)),
      ...liveSinceIssue(content, model),
      ...missingFields(content, model, parties),
      ...unmeasuredIncidents(content, model),
    ],
  );
}
