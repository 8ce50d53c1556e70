import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { Issue } from '../domain/issue.ts';
import type { NeededField } from '../domain/model-wording.ts';
import type { RatingModel } from '../domain/rating-model.ts';

// What an offer cannot do without: which fields, and in which words, stands in the wording; here, when each counts as given.

const isText = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

/** A schedule, or the subjectivity that asks for one. */
const hasSchedule = ({ schedule, terms }: AssessmentContent, { wording }: RatingModel): boolean =>
  (schedule ?? []).length > 0 ||
  terms.subjectivities.some(({ id }) => id === wording.decision?.scheduleSubjectivity);

const IS_GIVEN: Readonly<Record<NeededField, (content: AssessmentContent, model: RatingModel) => boolean>> = {
  // The name in the terms is written as it stands on the contract.
  'subject.legalName': ({ subject, terms }) => isText(subject.legalName) || isText(terms.insured),
  'terms.insured': ({ terms }) => isText(terms.insured),
  'terms.broker': ({ terms }) => isText(terms.broker),
  'terms.contract.insuredAddress': ({ terms }) => isText(terms.contract?.insuredAddress),
  'terms.periodStart': ({ terms }) => terms.periodStart !== null,
  'terms.contract.startTime': ({ terms }) => isText(terms.contract?.startTime),
  'terms.contract.endTime': ({ terms }) => isText(terms.contract?.endTime),
  'terms.contract.timePlace': ({ terms }) => isText(terms.contract?.timePlace),
  'terms.contract.law': ({ terms }) => isText(terms.contract?.law),
  'terms.contract.jurisdiction': ({ terms }) => isText(terms.contract?.jurisdiction),
  schedule: hasSchedule,
  'terms.contract.validUntilTime': ({ terms }) => isText(terms.contract?.validUntilTime),
  'terms.contract.validityPlace': ({ terms }) => isText(terms.contract?.validityPlace),
};

/**
 * What an offer of this content lacks, in the order and the words of the model's wording; nothing while no part is chosen,
 * and nothing under a wording of before there was such a list. Total and pure.
 */
export function neededIssues(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  if (content.terms.parts.length === 0) return [];
  return (model.wording.decision?.needed ?? []).flatMap(({ field, sentence }): readonly Issue[] =>
    IS_GIVEN[field](content, model)
      ? []
      : [{ severity: 'needed', id: `needed:${field}`, about: 'content', field, message: sentence }],
  );
}
