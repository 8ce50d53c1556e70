import type { Section } from '../../editor/section.ts';
import { DeclarationsSection } from './sections/declarations-section.tsx';
import { SubjectSection } from './sections/subject-section.tsx';
import { TermsSection } from './sections/terms-section.tsx';

export const subjectSection: Section<'subject'> = {
  id: 'subject',
  title: 'Subject and exposures',
  Page: SubjectSection,
  fields: ['subject', 'exposures', 'asOf', 'currency'],
};

export const declarationsSection: Section<'declarations'> = {
  id: 'declarations',
  title: 'Declarations',
  Page: DeclarationsSection,
  fields: ['declarations'],
  countOpen: ({ model, content }) =>
    model.declarations.filter(({ id }) => (content.declarations[id] ?? 'not-stated') === 'not-stated').length,
};

export const termsSection: Section<'terms'> = {
  id: 'terms',
  title: 'Terms',
  Page: TermsSection,
  fields: ['terms'],
};
