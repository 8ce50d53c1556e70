import { latePart } from '../../components/late-part.tsx';
import type { Section } from '../../editor/section.ts';

export const subjectSection: Section<'subject'> = {
  id: 'subject',
  title: 'Subject and exposures',
  Page: latePart(async () => (await import('./sections/subject-section.tsx')).SubjectSection),
  fields: ['subject', 'exposures', 'asOf', 'currency'],
};

export const declarationsSection: Section<'declarations'> = {
  id: 'declarations',
  title: 'Declarations',
  Page: latePart(async () => (await import('./sections/declarations-section.tsx')).DeclarationsSection),
  fields: ['declarations'],
};

export const termsSection: Section<'terms'> = {
  id: 'terms',
  title: 'Terms',
  Page: latePart(async () => (await import('./sections/terms-section.tsx')).TermsSection),
  fields: ['terms'],
};

export const contractSection: Section<'contract'> = {
  id: 'contract',
  title: 'Contract',
  Page: latePart(async () => (await import('./contract/contract-section.tsx')).ContractSection),
  fields: ['terms.contract', 'schedule'],
};
