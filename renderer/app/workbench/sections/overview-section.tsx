import type { ReactElement } from 'react';
import { Overview } from '../../../features/review/overview.tsx';
import { JudgeGrade } from '../../../features/scoring/judge-grade.tsx';

/** Where the assessment stands, and the judgement of its grade. */
export const OverviewSection = ({ title }: { readonly title: string }): ReactElement => (
  <section aria-labelledby="section-heading">
    <Overview title={title} />
    <JudgeGrade />
  </section>
);
