import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { checkContentAgainstModel } from '../domain/check-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import { fieldWords } from '../domain/field-words.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue, Severity } from '../domain/issue.ts';
import { type MinorUnits, sumOfMinor } from '../domain/money.ts';
import { ASSETS_NOT_GIVEN_MINOR, INCIDENT_MEASURES, takesUnknown } from '../domain/not-given.ts';
import { openDeclarations } from '../domain/open-declarations.ts';
import { implausibilities } from '../domain/plausible-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import { dayText } from '../domain/unknown-day.ts';
import { readTerms } from '../pricing/priced-terms.ts';
import { answerFor, scoreAnswer } from '../scoring/answer-score.ts';
import { hasOwnAnswer } from '../scoring/extreme-answers.ts';
import { listText } from '../scoring/words.ts';
import { contractIssues } from './contract-issues.ts';
import { contradictionIssues } from './contradiction-issues.ts';
import { dateIssues } from './date-issues.ts';
import { neededIssues } from './needed-issues.ts';

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
  const isBare = reason?.needsNote === true && (terms.scheduleNote ?? '').trim() === '';
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
function liveSinceWarning({ subject, incidents }: AssessmentContent): Issue[] {
  const { liveSince } = subject;
  const dates = incidents.filter((i) => i.boundary === 'own').map((i) => i.date);
  const first = dates.sort()[0];
  if (liveSince === null || first === undefined || liveSince <= first) return [];
  const message = `Live since ${formatDate(liveSince)}, which is after the first incident on ${formatDate(first)}.`;
  return [issue({ severity: 'warning', id: 'live-after-incident', field: 'subject.liveSince', message })];
}

function answerWarnings(content: AssessmentContent, model: RatingModel): Issue[] {
  const { type } = content.subject;
  return Object.entries(content.answers).flatMap(([id, answer]) => {
    const factor = model.factors.find((f) => f.id === id);
    const at = `answers.${id}`;
    // One that the model does not know is refused, with its sentence, by the check against the model.
    if (factor === undefined) return [];
    if (!factor.appliesTo.includes(type)) {
      return [
        issue({
          severity: 'warning',
          id: `other-type:${id}`,
          field: at,
          message: `"${factor.label}" does not apply to this type of subject; it is left aside.`,
        }),
      ];
    }
    if (answer.evidence === 'not-applicable' && (answer.reason ?? '').trim() === '') {
      const message = `"${factor.label}" is marked not applicable without a reason and counts as not provided.`;
      return [issue({ severity: 'warning', id: `no-reason:${id}`, field: `${at}.reason`, message })];
    }
    return [];
  });
}

function incidentWarnings(content: AssessmentContent): Issue[] {
  const found = content.incidents.flatMap((incident, i) => {
    const at = (field: string) => `incidents.${i}.${field}`;
    const name = `The incident of ${dayText(incident)}`;
    const here: Issue[] = [];
    const { lossMinor, recoveredMinor, assetsAtTimeMinor } = incident;
    if (lossMinor !== null && recoveredMinor !== null && recoveredMinor > lossMinor) {
      const message = `${name} has more recovered than lost; the loss counts.`;
      here.push(
        issue({ severity: 'warning', id: `recovery:${incident.id}`, field: at('recoveredMinor'), message }),
      );
    }
    if (lossMinor !== null && assetsAtTimeMinor !== null && lossMinor > assetsAtTimeMinor) {
      const message = `${name} lost more than the assets held at the time.`;
      here.push(issue({ severity: 'warning', id: `share:${incident.id}`, field: at('lossMinor'), message }));
    }
    return here;
  });
  const isUnproved = content.incidents.length > 0 && content.incidentRegister.evidence === 'not-provided';
  const message = 'Incidents are entered but the register counts as not provided; say how it was evidenced.';
  return isUnproved
    ? [
        issue({ severity: 'warning', id: 'register-evidence', field: 'incidentRegister.evidence', message }),
        ...found,
      ]
    : found;
}

function exposureWarnings({ exposures }: AssessmentContent): Issue[] {
  const { largestVaultMinor, offlineMinor } = exposures;
  if (largestVaultMinor === null || offlineMinor === null || largestVaultMinor <= offlineMinor) return [];
  const message = 'The largest vault holds more than all offline assets together.';
  return [
    issue({ severity: 'warning', id: 'vault-above-offline', field: 'exposures.largestVaultMinor', message }),
  ];
}

/** Limits of several levels that cannot all be paid: what the paper calls a limit is more than the level above it lets through. */
function levelWarnings({ terms, currency }: AssessmentContent, model: RatingModel): Issue[] {
  const { parts, policyAggregateLimitMinor: ofPolicy } = terms;
  const words = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  // Terms of the policy that no part is said to share are taken to be of all of them (priced-terms.ts).
  const isUnder = standsUnderPolicy(terms);
  const found = parts.flatMap((part, i) => {
    const label = model.coverageParts.find(({ id }) => id === part.part)?.label ?? part.part;
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
  if (shared.length > 0 && !parts.some(({ isShared }) => isShared))
    found.push(
      issue({
        severity: 'warning',
        id: 'policy-terms-unshared',
        field: 'terms.policyAggregateLimitMinor',
        message:
          'The policy has an aggregate limit or retention, but no part is ticked to share it, so that every part is taken to. Tick those that do, or take it off.',
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

function missingFields(content: AssessmentContent, model: RatingModel): Issue[] {
  const { subject, terms } = content;
  const missing: Issue[] = [];
  const needed = neededIssues(content, model);
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
  // Where they are a referral they are said with the referrals.
  if (firstUnstated !== undefined && model.wording.decision === null) {
    const count = formatCount(unstated.length, 'declaration is', 'declarations are');
    add('declarations', `declarations.${firstUnstated.id}`, `${count} not stated.`);
  }
  if (terms.parts.length === 0) return missing;
  missing.push(...needed);
  const isNameless = needed.some(({ field }) => field === 'subject.legalName');
  if ((terms.insured ?? '').trim() === '' && !isNameless)
    add('insured', 'terms.insured', 'The insured is not named.');
  if (terms.broker === null) add('broker', 'terms.broker', 'The broker is not named.');
  if (terms.periodStart === null) add('period-start', 'terms.periodStart', 'The inception date is not set.');
  if (terms.subjectivities.length + terms.ownSubjectivities.length === 0) {
    add('subjectivities', 'terms.subjectivities', 'No subjectivity is set.');
  }
  return missing;
}

/** What is not known of incidents, or, where a model has no rule for that, assets of a cent until they are given. */
const unmeasuredIncidents = ({ incidents }: AssessmentContent, model: RatingModel): Issue[] =>
  incidents.flatMap((incident, i) => {
    const of = `of the incident of ${dayText(incident)}`;
    const at = (field: string) => `incidents.${i}.${field}`;
    if (takesUnknown(model)) {
      const unknown: readonly (readonly [keyof Incident, string])[] = [
        ...INCIDENT_MEASURES.filter(([field]) => incident[field] === null),
        ...(incident.disclosureHours === null && !incident.isNeverDisclosed
          ? [['disclosureHours', 'time of disclosure'] as const]
          : []),
        ...(incident.datePrecision === undefined ? [] : [['date', 'day'] as const]),
      ];
      const [first] = unknown;
      if (first === undefined) return [];
      const named = listText(unknown.map(([, name]) => name));
      const message = `The ${named} ${of} ${unknown.length === 1 ? 'is' : 'are'} not known and ${unknown.length === 1 ? 'counts' : 'count'} at worst.`;
      return [issue({ severity: 'missing', id: `unknown:${incident.id}`, field: at(first[0]), message })];
    }
    const { assetsAtTimeMinor } = incident;
    if (assetsAtTimeMinor === null || assetsAtTimeMinor > ASSETS_NOT_GIVEN_MINOR) return [];
    const message = `The assets at the time ${of} are not given.`;
    return [
      issue({ severity: 'missing', id: `assets:${incident.id}`, field: at('assetsAtTimeMinor'), message }),
    ];
  });

/** What the model does not understand, and what cannot be: each names its field as the form does. */
function impossible(content: AssessmentContent, model: RatingModel, today: IsoDate): Issue[] {
  const words = (path: readonly PropertyKey[]) => fieldWords(path, model);
  const unknown = checkContentAgainstModel({ content, model, purpose: 'draft' }).map(
    ({ message, field = '' }) => issue({ severity: 'cannot-proceed', id: `unfit:${field}`, field, message }),
  );
  const implausible = implausibilities(content, today, words).map(({ message, field = '' }) =>
    issue({ severity: 'cannot-proceed', id: `implausible:${field}`, field, message }),
  );
  return [...unknown, ...implausible];
}

/** Where several problems block one field only the first is said; what is unusual or missing there waits until it is settled. */
function eachFieldOnce(blocking: readonly Issue[], others: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string | null>();
  const first = blocking.filter(({ field }) => {
    const isNew = field === null || !seen.has(field);
    seen.add(field);
    return isNew;
  });
  return [...first, ...others.filter(({ field }) => !seen.has(field))];
}

/**
 * What is wrong, unusual or missing in content by itself, by what it prevents: a price, issuing anything, nothing. One
 * sentence each in the words of the form, with the field to go to (rating algorithm, section 9). `today` bounds the day of
 * assessment. Total on any schema-valid content.
 */
export function contentIssues(
  content: AssessmentContent,
  model: RatingModel,
  today: IsoDate,
): readonly Issue[] {
  const dates = dateIssues(content, today, (path) => fieldWords(path, model));
  const isBlocking = ({ severity }: Issue) => severity === 'cannot-proceed';
  return eachFieldOnce(
    [
      ...readTerms(content, model).problems,
      ...impossible(content, model, today),
      ...scheduleProblems(content, model),
      ...dates.filter(isBlocking),
    ],
    [
      ...answerWarnings(content, model),
      ...incidentWarnings(content),
      ...exposureWarnings(content),
      ...levelWarnings(content, model),
      ...contradictionIssues(content, model),
      ...contractIssues(content, model),
      ...dates.filter((found) => !isBlocking(found)),
      ...liveSinceWarning(content),
      ...missingFields(content, model),
      ...unmeasuredIncidents(content, model),
    ],
  );
}
