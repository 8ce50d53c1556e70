import type { SubjectivityTerms } from '#shared/domain/deal-content.ts';
import {
  withoutOwnSubjectivity,
  withoutSubjectivity,
  withSubjectivityTerm,
} from '#shared/domain/subjectivity-terms.ts';
import { edit } from '../../../editor/draft/draft-store.ts';

export const takeSubjectivityOff = (id: string): void =>
  edit('change subjectivities', `terms.subjectivities.${id}`, (content) => withoutSubjectivity(content, id));

export const removeOwnSubjectivity = (index: number): void =>
  edit('change subjectivities: remove one', null, (content) => withoutOwnSubjectivity(content, index));

export const editSubjectivityTerm = <K extends keyof SubjectivityTerms>(
  id: string,
  key: K,
  value: SubjectivityTerms[K] | undefined,
): void =>
  edit('change who owes what', `terms.subjectivityTerms.${id}.${key}`, (content) =>
    withSubjectivityTerm(content, id, { key, value }),
  );
