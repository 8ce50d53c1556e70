import type { Section } from '../../editor/section.ts';
import { countOpenQuestions } from './open-questions.ts';
import { PillarSection } from './pillar-section.tsx';

export const custodySection: Section<'custody'> = {
  id: 'custody',
  title: 'Custody',
  Page: () => <PillarSection pillar="custody" />,
  fields: [],
  pillar: 'custody',
  countOpen: countOpenQuestions('custody'),
};

export const auditsSection: Section<'audits'> = {
  id: 'audits',
  title: 'Audits',
  Page: () => <PillarSection pillar="audits" />,
  fields: [],
  pillar: 'audits',
  countOpen: countOpenQuestions('audits'),
};
