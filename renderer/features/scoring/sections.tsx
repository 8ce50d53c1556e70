import { latePart } from '../../components/late-part.tsx';
import type { Section } from '../../editor/section.ts';

const pillarPage = (pillar: 'custody' | 'audits') =>
  latePart(async () => {
    const { PillarSection } = await import('./pillar-section.tsx');
    return () => <PillarSection pillar={pillar} />;
  });

export const custodySection: Section<'custody'> = {
  id: 'custody',
  title: 'Custody',
  Page: pillarPage('custody'),
  fields: [],
  pillar: 'custody',
};

export const auditsSection: Section<'audits'> = {
  id: 'audits',
  title: 'Audits',
  Page: pillarPage('audits'),
  fields: [],
  pillar: 'audits',
};
