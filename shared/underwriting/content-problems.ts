import type { AssessmentContent } from '../domain/assessment-content.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import { formatCount, formatDate } from '../domain/format-date.ts';
import { implausibilities } from '../domain/plausible-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { PriceNote } from '../pricing/price-result.ts';
import { readTerms } from '../pricing/priced-terms.ts';
import { answerFor, scoreAnswer } from '../scoring/answer-score.ts';
import { hasOwnAnswer } from '../scoring/extreme-answers.ts';

/** What stands between content and a quote, each with the field to go to. */
export interface ContentProblems {
  /** No price can be made: a limit, an exposed value, a rate is missing. */
  readonly cannotPrice: readonly PriceNote[];
  /** A price can be made and shown, but not quoted. */
  readonly cannotQuote: readonly PriceNote[];
  /** Odd or half given; the quote can go out. */
  readonly warnings: readonly PriceNote[];
  /** Not yet given; named as missing on the quote. */
  readonly missing: readonly PriceNote[];
}

const note = (kind: PriceNote['kind'], id: string, field: string, message: string): PriceNote => ({
  kind,
  id,
  field,
  message,
});

function scheduleProblems({ terms }: AssessmentContent, { wording }: RatingModel): PriceNote[] {
  if (terms.schedulePercent === 0) return [];
  if (terms.scheduleReason === null) {
    return [
      note(
        'cannot-quote',
        'no-schedule-reason',
        'terms.scheduleReason',
        'Choose the reason of the schedule adjustment.',
      ),
    ];
  }
  const reason = wording.scheduleReasons.find(({ id }) => id === terms.scheduleReason);
  const isBare = reason?.needsNote === true && (terms.scheduleNote ?? '').trim() === '';
  return isBare
    ? [
        note(
          'cannot-quote',
          'no-schedule-note',
          'terms.scheduleNote',
          'Say why the schedule adjustment is made.',
        ),
      ]
    : [];
}

/** Days by which a period may begin before its assessment without a word, and at all. */
const EARLY_START_DAYS = 31;
const EARLIEST_START_DAYS = 366;

function periodProblem({ terms, asOf }: AssessmentContent): PriceNote[] {
  const { periodStart } = terms;
  if (periodStart === null) return [];
  const days = daysBetween(periodStart, asOf);
  if (days <= EARLY_START_DAYS) return [];
  const early = `The period starts on ${formatDate(periodStart)}, ${formatCount(days, 'day')} before the assessment date ${formatDate(asOf)}`;
  return days > EARLIEST_START_DAYS
    ? [
        note(
          'cannot-quote',
          'period-too-early',
          'terms.periodStart',
          `${early}; at most ${EARLIEST_START_DAYS} can be quoted.`,
        ),
      ]
    : [note('warning', 'period-early', 'terms.periodStart', `${early}.`)];
}

/** A loss of an affiliate or a fork may well be older than the subject; its own may not. */
function liveSinceWarning({ subject, incidents }: AssessmentContent): PriceNote[] {
  const { liveSince } = subject;
  const dates = incidents.filter((i) => i.boundary === 'own').map((i) => i.date);
  const first = dates.sort()[0];
  if (liveSince === null || first === undefined || liveSince <= first) return [];
  const message = `Live since ${formatDate(liveSince)}, which is after the first incident on ${formatDate(first)}.`;
  return [note('warning', 'live-after-incident', 'subject.liveSince', message)];
}

function answerWarnings(content: AssessmentContent, model: RatingModel): PriceNote[] {
  const { type } = content.subject;
  return Object.entries(content.answers).flatMap(([id, answer]) => {
    const factor = model.factors.find((f) => f.id === id);
    const at = `answers.${id}`;
    if (factor === undefined) {
      return [
        note(
          'warning',
          `unknown-factor:${id}`,
          at,
          `Model ${model.version} has no question ${id}; it is left aside.`,
        ),
      ];
    }
    if (!factor.appliesTo.includes(type)) {
      return [
        note(
          'warning',
          `other-type:${id}`,
          at,
          `"${factor.label}" does not apply to this type of subject; it is left aside.`,
        ),
      ];
    }
    if (answer.evidence === 'not-applicable' && (answer.reason ?? '').trim() === '') {
      const message = `"${factor.label}" is marked not applicable without a reason and counts as not provided.`;
      return [note('warning', `no-reason:${id}`, `${at}.reason`, message)];
    }
    return [];
  });
}

function incidentWarnings(content: AssessmentContent, model: RatingModel): PriceNote[] {
  const found = content.incidents.flatMap((incident, i) => {
    const at = (field: string) => `incidents.${i}.${field}`;
    const name = `The incident of ${formatDate(incident.date)}`;
    const here: PriceNote[] = [];
    if (incident.date > content.asOf) {
      here.push(
        note('warning', `future:${incident.id}`, at('date'), `${name} is after the day of assessment.`),
      );
    }
    if (!model.causes.some((c) => c.code === incident.cause)) {
      here.push(
        note(
          'warning',
          `cause:${incident.id}`,
          at('cause'),
          `${name} has a cause that the model does not know.`,
        ),
      );
    }
    if (incident.recoveredMinor > incident.lossMinor) {
      const message = `${name} has more recovered than lost; the loss counts.`;
      here.push(note('warning', `recovery:${incident.id}`, at('recoveredMinor'), message));
    }
    if (incident.lossMinor > incident.assetsAtTimeMinor) {
      const message = `${name} lost more than the assets held at the time.`;
      here.push(note('warning', `share:${incident.id}`, at('lossMinor'), message));
    }
    return here;
  });
  const isUnproved = content.incidents.length > 0 && content.incidentRegister.evidence === 'not-provided';
  const message = 'Incidents are entered but the register counts as not provided; say how it was evidenced.';
  return isUnproved
    ? [note('warning', 'register-evidence', 'incidentRegister.evidence', message), ...found]
    : found;
}

function exposureWarnings({ exposures }: AssessmentContent): PriceNote[] {
  const { largestVaultMinor, offlineMinor } = exposures;
  if (largestVaultMinor === null || offlineMinor === null || largestVaultMinor <= offlineMinor) return [];
  const message = 'The largest vault holds more than all offline assets together.';
  return [note('warning', 'vault-above-offline', 'exposures.largestVaultMinor', message)];
}

function missingFields(content: AssessmentContent, model: RatingModel): PriceNote[] {
  const { subject, terms, declarations } = content;
  const missing: PriceNote[] = [];
  const add = (id: string, field: string, message: string) => missing.push(note('note', id, field, message));
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
  const unstated = model.declarations.filter(
    (d) =>
      (declarations[d.id] ?? 'not-stated') === 'not-stated' &&
      (model.knockOuts.find((k) => k.id === d.id)?.appliesTo.includes(subject.type) ?? true),
  );
  const [firstUnstated] = unstated;
  if (firstUnstated !== undefined) {
    const count = formatCount(unstated.length, 'declaration is', 'declarations are');
    add('declarations', `declarations.${firstUnstated.id}`, `${count} not stated.`);
  }
  if (terms.parts.length === 0) return missing;
  if (terms.insured === null) add('insured', 'terms.insured', 'The insured is not named.');
  if (terms.broker === null) add('broker', 'terms.broker', 'The broker is not named.');
  if (terms.periodStart === null) add('period-start', 'terms.periodStart', 'The inception date is not set.');
  if (terms.subjectivities.length + terms.ownSubjectivities.length === 0) {
    add('subjectivities', 'terms.subjectivities', 'No subjectivity is set.');
  }
  return missing;
}

/**
 * What is missing or odd in unfinished content, by what it hinders: a price, a quote, nothing. One sentence each, with
 * the field to go to (rating algorithm, section 9). `today` bounds the day of assessment where the caller has a clock.
 * Total on any schema-valid content.
 */
export function contentProblems(
  content: AssessmentContent,
  model: RatingModel,
  today?: IsoDate,
): ContentProblems {
  const period = periodProblem(content);
  const implausible = implausibilities(content, today).map(({ message, field = '' }) =>
    note('cannot-quote', `implausible:${field}`, field, message),
  );
  return {
    cannotPrice: readTerms(content, model).problems,
    cannotQuote: [
      ...scheduleProblems(content, model),
      ...period.filter((p) => p.kind === 'cannot-quote'),
      ...implausible,
    ],
    warnings: [
      ...answerWarnings(content, model),
      ...incidentWarnings(content, model),
      ...exposureWarnings(content),
      ...period.filter((p) => p.kind === 'warning'),
      ...liveSinceWarning(content),
    ],
    missing: missingFields(content, model),
  };
}
