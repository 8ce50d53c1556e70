import type { SubjectivityTerms } from './deal-content.ts';

/** When a subjectivity is due, in words. */
export const SUBJECTIVITY_TIME_WORDS: Readonly<Record<NonNullable<SubjectivityTerms['when']>, string>> = {
  'before-binding': 'Before cover binds',
  'after-binding': 'After cover binds',
};
