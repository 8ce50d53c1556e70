import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { COVERAGE_PARTS } from '#shared/domain/vocabulary.ts';
import { REGISTER_QUESTION } from '#shared/scoring/ask-next.ts';

// A field is named by its path in the content: `subject.name`, `answers.<factor>`, `incidents.inc-1.lossMinor`,
// `terms.parts.<part>.limitMinor`. Parts and incidents go by id, so that a path survives sorting.

/** The DOM id of the control of a field. */
export const fieldId = (path: string): string => `field:${path}`;

/** Turns array positions into ids: `terms.parts.0.limitMinor` or `terms.parts[0].limitMinor` to `terms.parts.<part>.limitMinor`. */
function stablePath(path: string, content: AssessmentContent): string {
  const keys = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const [head, second, third] = keys;
  if (head === 'terms' && second === 'parts' && third !== undefined && /^\d+$/.test(third))
    keys[2] = content.terms.parts[Number(third)]?.part ?? third;
  // An exclusion that is bought back has one control.
  if (head === 'terms' && second === 'buyBacks' && third !== undefined && /^\d+$/.test(third))
    return `terms.buyBacks.${content.terms.buyBacks[Number(third)]?.exclusionId ?? third}`;
  if (head === 'incidents' && second !== undefined && /^\d+$/.test(second))
    keys[1] = content.incidents[Number(second)]?.id ?? second;
  return keys.join('.');
}

/** The path of what a flag or note points at: a path already, or a factor, incident, declaration or part by its id. */
export function pathOfReference(
  reference: string,
  content: AssessmentContent,
  model: RatingModel,
): string | null {
  // A field of the rating model has no control in the window.
  if (reference.startsWith('pricing.')) return null;
  if (reference.includes('.') || reference.includes('[')) return stablePath(reference, content);
  const factor = model.factors.find(({ id }) => id === reference);
  if (factor !== undefined && !hasOwnAnswer(factor)) return 'incidentRegister.evidence';
  if (factor) return `answers.${reference}`;
  if (content.incidents.some(({ id }) => id === reference)) return `incidents.${reference}.date`;
  if (model.declarations.some(({ id }) => id === reference)) return `declarations.${reference}`;
  if ((COVERAGE_PARTS as readonly string[]).includes(reference)) return `terms.parts.${reference}.limitMinor`;
  if (reference in content.exposures) return `exposures.${reference}`;
  if (reference in content.terms) return `terms.${reference}`;
  if (reference in content.subject) return `subject.${reference}`;
  if (reference === REGISTER_QUESTION) return 'incidentRegister.evidence';
  if (reference === 'asOf' || reference === 'incidentRegister') return reference;
  return null;
}
