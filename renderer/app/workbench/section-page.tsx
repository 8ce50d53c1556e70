import type { ReactElement } from 'react';
import { assertNever } from '#shared/domain/result.ts';
import type { Section } from '../../editor/state/navigation.ts';
import { DeclarationsSection } from '../../features/intake/sections/declarations-section.tsx';
import { SubjectSection } from '../../features/intake/sections/subject-section.tsx';
import { TermsSection } from '../../features/intake/sections/terms-section.tsx';
import { PriceSection } from '../../features/pricing/price-section.tsx';
import { OverviewSection } from '../../features/review/overview-section.tsx';
import { PillarSection } from '../../features/scoring/pillar-section.tsx';
import { IncidentsSection } from './sections/incidents-section.tsx';
import { QuotesSection } from './sections/quotes-section.tsx';

export function SectionPage({ section }: { readonly section: Section }): ReactElement {
  switch (section) {
    case 'overview':
      return <OverviewSection />;
    case 'subject':
      return <SubjectSection />;
    case 'custody':
    case 'audits':
      return <PillarSection key={section} pillar={section} />;
    case 'incidents':
      return <IncidentsSection />;
    case 'declarations':
      return <DeclarationsSection />;
    case 'terms':
      return <TermsSection />;
    case 'price':
      return <PriceSection />;
    case 'quotes':
      return <QuotesSection />;
    default:
      return assertNever(section);
  }
}
