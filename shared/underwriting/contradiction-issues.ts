import type { AssessmentContent } from '../domain/assessment-content.ts';
import { type Contradiction, contradictedShare } from '../domain/contradictions.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue } from '../domain/issue.ts';
import { sumOfMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { saysSomething } from '../domain/says-something.ts';
import { quantityText } from '../scoring/words.ts';
import { lossesThatMayBeOne, oneLossQuestion } from './one-loss.ts';
import type { Finding } from './terms-findings.ts';

const warning = (id: string, field: string, message: string): Issue => ({
  severity: 'warning',
  id,
  about: 'content',
  field,
  message,
});

/** Of a rule of the wording: what stands in exposures that the model asks nothing about for this type of subject. */
function notAskedWords(
  { subject, exposures, currency }: AssessmentContent,
  rule: Contradiction,
  model: RatingModel,
): { readonly factorId: string; readonly field: string; readonly words: string } | null {
  const factor = model.factors.find(({ id }) => id === rule.factorId);
  if (factor === undefined || factor.appliesTo.includes(subject.type)) return null;
  const amount = sumOfMinor(rule.exposures.flatMap((field) => exposures[field] ?? []));
  if (amount === 0) return null;
  const words = fillTemplate(rule.notAsked, {
    label: factor.label,
    type: model.subjectTypes.find((one) => one.id === subject.type)?.label ?? subject.type,
    amount: formatMoneyPlain(amount, currency),
  });
  return { factorId: factor.id, field: `exposures.${rule.exposures[0]}`, words };
}

/** Whether such exposures are a referral: until the note on the exposures says how they are kept. */
const isReferred = ({ exposures }: AssessmentContent, { notAskedLabel }: Contradiction): boolean =>
  notAskedLabel !== null && !saysSomething(exposures.note);

/** Online balances of a subject that the model asks nothing about, and that nobody has said anything about in words. */
export function onlineNotAsked(content: AssessmentContent, model: RatingModel): Finding | null {
  const found = (model.wording.decision?.contradictions ?? []).flatMap(
    (rule) => (isReferred(content, rule) ? notAskedWords(content, rule, model) : null) ?? [],
  );
  if (found.length === 0) return null;
  return { reason: found.map(({ words }) => words).join(' '), fields: found.map(({ field }) => field) };
}

/** Answers that the exposures contradict, and exposures that the model asks nothing about for this type of subject. */
function ofExposures(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { answers } = content;
  return (model.wording.decision?.contradictions ?? []).flatMap((rule): readonly Issue[] => {
    const notAsked = notAskedWords(content, rule, model);
    if (notAsked !== null)
      return isReferred(content, rule)
        ? []
        : [warning(`not-asked:${notAsked.factorId}`, notAsked.field, notAsked.words)];
    const factor = model.factors.find(({ id }) => id === rule.factorId);
    if (factor === undefined || factor.kind === 'ordinal') return [];
    const { id, label, unit } = factor;
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

/** Asks about losses that look like one entered twice, or in pieces. */
const ofIncidents = (content: AssessmentContent, model: RatingModel): readonly Issue[] =>
  lossesThatMayBeOne(content, model).flatMap((group) => {
    const question = oneLossQuestion(group, content, model);
    const index = content.incidents.findIndex(({ id }) => id === group.at(-1)?.id);
    const id = `one-loss:${group.map((incident) => incident.id).join(':')}`;
    return question === null ? [] : [warning(id, `incidents.${index}.date`, question)];
  });

/** What contradicts itself in content, or may say one thing twice: a sentence each. Total on any schema-valid content. */
export const contradictionIssues = (content: AssessmentContent, model: RatingModel): readonly Issue[] => [
  ...ofExposures(content, model),
  ...ofIncidents(content, model),
];
