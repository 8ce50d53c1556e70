import type { ReactElement } from 'react';
import { FactorContributionChart } from '../../charts/factor-contribution-chart.tsx';
import { PillarChart } from '../../charts/pillar-chart.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { ToDoLists } from './to-do-lists.tsx';
import './review.css';

/** Where the assessment stands: what is missing for a quote, each a link to its field; then the score in two pictures. */
export function Overview({ title }: { readonly title: string }): ReactElement {
  const { score, isReadOnly, content } = useEditor('score', 'isReadOnly', 'content');
  return (
    <>
      <header className="section-head">
        <h2 id="section-heading" tabIndex={-1}>
          {isReadOnly ? title : 'What is missing for a quote'}
        </h2>
        {!isReadOnly && (
          <p className="soft measure">
            What {content.subject.name} still needs before a quote. Each line takes you to its field.
          </p>
        )}
      </header>
      <ToDoLists />
      {score !== null && (
        <>
          <div className="section-block">
            <PillarChart score={score} />
          </div>
          <div className="section-block">
            <FactorContributionChart score={score} rowLimit={14} />
          </div>
        </>
      )}
    </>
  );
}
