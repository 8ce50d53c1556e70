import type { ReactElement } from 'react';
import { formatScore } from '#shared/domain/format-number.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { PillarBars } from '../charts/pillar-bars.tsx';
import { pillarView } from '../charts/pillar-view.ts';
import { JudgementNote } from './judgement-note.tsx';
import { columnWidth } from './paper.ts';
import { JUDGED, rangeSentence } from './score-words.ts';

interface GradeBlockProps {
  readonly document: QuoteDocument;
}

/** Grade, score with its range, and the three pillars. */
export function GradeBlock({ document }: GradeBlockProps): ReactElement {
  const { score } = document;
  const { outcome } = score;
  return (
    <section>
      <h2>Risk grade</h2>
      <p className="large">
        {outcome.grade === null ? <span className="missing">No grade</span> : outcome.grade}
        <span className="large-note">{` ${score.original === undefined ? '' : `${JUDGED} `}${formatScore(score.overall)} of 100`}</span>
      </p>
      {outcome.kind === 'knocked-out' ? (
        <p>{`Knocked out. Without the knock-out the score would be ${score.ungatedGrade}.`}</p>
      ) : null}
      <JudgementNote score={score} />
      {outcome.kind === 'no-grade' ? <p>{outcome.reason}</p> : null}
      <p className="small">{rangeSentence(score)}</p>
      <div className="chart chart-paper" role="img" aria-label={pillarView(score, document.words).summary}>
        <PillarBars score={score} medium="paper" paperWidth={columnWidth(document.paper)} isCompact />
      </div>
      <p className="small">{`${document.model.gradeStatus}.`}</p>
    </section>
  );
}
