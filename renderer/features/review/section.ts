import { latePart } from '../../components/late-part.tsx';
import type { Section } from '../../editor/section.ts';

export const overviewSection: Section<'overview'> = {
  id: 'overview',
  title: 'Overview',
  Page: latePart(async () => (await import('./overview-section.tsx')).OverviewSection),
  fields: [],
};
