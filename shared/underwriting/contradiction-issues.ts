import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { contradictedShare } from '../domain/contradictions.ts';
import { daysBetween } from '../domain/dates.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue } from '../domain/issue.ts';
import { sumOfMinor, toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { dayText } from '../domain/unknown-day.ts';
import { listText, quantityText } from '../scoring/words.ts';

const warning = (id: string, field: string, message: string): Issue => ({
  severity: 'warning',
  id,
  about: 'content',
  field,
  message,
});

/** Answers that the exposures contradict, and exposures that the model asks nothing about for this type of subject. */
function ofExposures(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { subject, answers, exposures, currency } = content;
  return (model.wording.decision?.contradictions ?? []).flatMap((rule): readonly Issue[] => {
    const factor = model.factors.find(({ id }) => id === rule.factorId);
    if (factor === undefined || factor.kind === 'ordinal') return [];
    const { id, label, unit } = factor;
    if (!factor.appliesTo.includes(subject.type)) {
      const amount = sumOfMinor(rule.exposures.flatMap((field) => exposures[field] ?? []));
      const type = model.subjectTypes.find((one) => one.id === subject.type)?.label ?? subject.type;
      const filled = { label, type, amount: formatMoneyPlain(amount, currency) };
      const field = `exposures.${rule.exposures[0]}`;
      return amount > 0 ? [warning(`not-asked:${id}`, field, fillTemplate(rule.notAsked, filled))] : [];
    }
    const share = contradictedShare(content, factor, model);
    if (share === null) return [];
    const value = answers[id]?.value ?? null;
    const filled = { label, share: quantityText(share, unit) };
    const message =
      value === null
        ? fillTemplate(rule.notApplicable, filled)
        : fillTemplate(rule.sentence, {
            ...filled,
            answer: quantityText(value, unit),
          });
    return [warning(`contradicted:${id}`, `answers.${id}`, message)];
  });
}

/** Same cause, same subject, on one day or the next: one loss may have been entered more than once. */
const mayBeOne = (one: Incident, other: Incident): boolean =>
  one.cause === other.cause &&
  one.boundary === other.boundary &&
  Math.abs(daysBetween(one.date, other.date)) <= 1;

/** By day, then by what no listing order moves. */
const placeOf = ({ date, id }: Incident): string => `${date} ${id}`;

/** Incidents of which each may be one with some other of its group. */
function groupsOfOne(incidents: readonly Incident[]): readonly (readonly Incident[])[] {
  const groups: Incident[][] = [];
  for (const incident of incidents.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))) {
    const group = groups.find((known) => known.some((other) => mayBeOne(incident, other)));
    if (group === undefined) groups.push([incident]);
    else group.push(incident);
  }
  return groups.filter(({ length }) => length > 1);
}

/** Asks about losses that look like one entered twice, or in pieces. */
function ofIncidents({ incidents, currency }: AssessmentContent, model: RatingModel): readonly Issue[] {
  return groupsOfOne(incidents).map((group) => {
    const [first] = group;
    const cause = model.causes.find(({ code }) => code === first?.cause)?.label ?? first?.cause ?? '';
    const days = [...new Set(group.map(dayText))];
    const losses = group.flatMap(({ lossMinor }) => lossMinor ?? []);
    const isRepeated = new Set(losses).size < losses.length;
    const sum = sumOfMinor(losses);
    const whole = losses.find((loss) => losses.length > 2 && loss * 2 === sum);
    // Losses beyond reason may come to more than can be counted in cents.
    const lost = Number.isSafeInteger(sum) ? `together they lost ${formatMoneyPlain(sum, currency)}. ` : '';
    const why =
      whole !== undefined
        ? `one of them, ${formatMoneyPlain(whole, currency)}, is the sum of the others. Is one loss entered whole and in pieces? Then keep the whole.`
        : isRepeated
          ? 'two of them have the same loss. Is it one loss entered twice? Then remove one.'
          : `${lost}Is it one loss in pieces? Then enter it once, with its whole loss.`;
    const index = incidents.findIndex(({ id }) => id === group.at(-1)?.id);
    const message = `${group.length} incidents of one cause (${cause}) stand on ${listText(days)}; ${why}`;
    const found = warning(
      `one-loss:${group.map(({ id }) => id).join(':')}`,
      `incidents.${index}.date`,
      message,
    );
    // Pieces of which none is material are left out of the score; the loss that they may be is not.
    const material = toMinor(model.incidentModel.materialLossUsd);
    const hides = losses.every((loss) => loss < material) && sum >= material;
    return hides ? { ...found, severity: 'needs-authority', message: `Referred: ${message}` } : found;
  });
}

/** The part that is said to answer for a deceived signer is not quoted: the paper would promise what it does not cover. */
function ofSigning({ terms }: AssessmentContent, { wording, coverageParts }: RatingModel): readonly Issue[] {
  const chosen = wording.signingWordings.wordings.find(({ id }) => id === terms.signingWording);
  const part = chosen?.part ?? null;
  if (part === null || terms.parts.length === 0 || terms.parts.some((own) => own.part === part)) return [];
  const label = coverageParts.find(({ id }) => id === part)?.label ?? part;
  const message = `“${wording.signingWordings.question}” is answered by ${label}, which is not quoted. Quote it, or choose another answer.`;
  return [
    {
      severity: 'needed',
      id: 'signing-part-not-quoted',
      about: 'content',
      field: 'terms.signingWording',
      message,
    },
  ];
}

/** What contradicts itself in content, or may say one thing twice: a sentence each. Total on any schema-valid content. */
export const contradictionIssues = (content: AssessmentContent, model: RatingModel): readonly Issue[] => [
  ...ofExposures(content, model),
  ...ofIncidents(content, model),
  ...ofSigning(content, model),
];
