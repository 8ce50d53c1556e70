import { latePart } from '../../components/late-part.tsx';
import type { Section } from '../../editor/section.ts';

export const optionsSection: Section<'options'> = {
  id: 'options',
  title: 'Options',
  Page: latePart(async () => (await import('./options-section.tsx')).OptionsSection),
  fields: ['options'],
};
