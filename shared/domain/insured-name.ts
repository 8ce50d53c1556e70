import type { AssessmentContent } from './assessment-content.ts';

/** The name that the cover is written in: the insured of the terms, else the subject's legal or trading name. */
export const insuredName = ({ terms, subject }: Pick<AssessmentContent, 'terms' | 'subject'>): string =>
  [terms.insured, subject.legalName].find((name) => name !== null && name.trim() !== '') ?? subject.name;
