import type { ReactElement } from 'react';
import { ClausesBlock } from './clauses-block.tsx';
import { LineBlock } from './line-block.tsx';
import { PartsBlock } from './parts-block.tsx';
import { PolicyBlock } from './policy-block.tsx';
import { PremiumBlock } from './premium-block.tsx';
import { SectionHead } from './section-head.tsx';
import { SubjectivitiesBlock } from './subjectivities-block.tsx';

export const TermsSection = ({ title }: { readonly title: string }): ReactElement => (
  <section aria-labelledby="section-heading">
    <SectionHead title={title}>
      What is covered, for how long, and between which amounts; all of them at 100%.
    </SectionHead>
    <PolicyBlock />
    <PartsBlock />
    <PremiumBlock />
    <LineBlock />
    <ClausesBlock />
    <SubjectivitiesBlock />
  </section>
);
