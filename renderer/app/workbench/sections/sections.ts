import { latePart } from '../../../components/late-part.tsx';
import type { Section } from '../../../editor/section.ts';

// The sections that are composed of several features.

export const overviewSection: Section<'overview'> = {
  id: 'overview',
  title: 'Overview',
  Page: latePart(async () => (await import('./overview-section.tsx')).OverviewSection),
  fields: ['judgement'],
};

export const incidentsSection: Section<'incidents'> = {
  id: 'incidents',
  title: 'Incidents',
  Page: latePart(async () => (await import('./incidents-section.tsx')).IncidentsSection),
  fields: ['incidents', 'incidentRegister'],
  pillar: 'incidents',
};

export const quotesSection: Section<'quotes'> = {
  id: 'quotes',
  title: 'Quotes and history',
  Page: latePart(async () => (await import('./quotes-section.tsx')).QuotesSection),
  fields: [],
};
