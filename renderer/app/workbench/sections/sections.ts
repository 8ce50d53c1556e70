import type { Section } from '../../../editor/section.ts';
import { countOpenQuestions } from '../../../features/scoring/open-questions.ts';
import { IncidentsSection } from './incidents-section.tsx';
import { QuotesSection } from './quotes-section.tsx';

// The sections that are composed of several features.

export const incidentsSection: Section<'incidents'> = {
  id: 'incidents',
  title: 'Incidents',
  Page: IncidentsSection,
  fields: ['incidents', 'incidentRegister'],
  pillar: 'incidents',
  countOpen: countOpenQuestions('incidents'),
};

export const quotesSection: Section<'quotes'> = {
  id: 'quotes',
  title: 'Quotes and history',
  Page: QuotesSection,
  fields: [],
};
