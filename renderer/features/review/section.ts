import type { Section } from '../../editor/section.ts';
import { OverviewSection } from './overview-section.tsx';

export const overviewSection: Section<'overview'> = {
  id: 'overview',
  title: 'Overview',
  Page: OverviewSection,
  fields: [],
};
