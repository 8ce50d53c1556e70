import './print.css';
import './first-page.css';
import './quotation/quotation.css';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import type { RiskSummary, SummaryControl } from '#shared/quote/risk-summary.ts';
import { ModelWordsProvider } from '../charts/model-words.tsx';
import { PillarChart } from '../charts/pillar-chart.tsx';
import { ScoreGauge } from '../charts/score-gauge.tsx';
import { Masthead } from './masthead.tsx';
import { textHeight, textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';
import { RunningHead } from './running-head.tsx';
import { Sheet } from './sheet.tsx';
import { useDensity } from './use-density.ts';
import { Watermark } from './watermark.tsx';

interface RiskSummaryPageProps {
  readonly summary: RiskSummary;
  readonly paper: 'a4' | 'letter';
}

/** One page on how the insurer sees the risk. */
export function RiskSummaryPage({ summary, paper }: RiskSummaryPageProps): ReactElement {
  const width = textWidth(paper);
  const [page, density] = useDensity(textHeight(paper));
  const { picture, proof, steps } = summary;
  return (
    <ModelWordsProvider value={summary.words}>
      <main className="document quotation" data-paper={paper} data-status={summary.status}>
        <Watermark document={summary} className="page-mark" />
        <RunningHead insured={summary.insured} />
        <Sheet id="risk-summary" section="How we see the risk" document={summary}>
          <div ref={page} className="risk-details" data-density={density}>
            <Masthead
              insurer={summary.insurer}
              eyebrow={`Risk summary: ${summary.business}`}
              insured={summary.insured}
              reference={summary.reference}
              notes={[formatDate(summary.preparedAt.slice(0, 10))]}
            />
            <ScoreGauge score={picture} bands={summary.gradeBands} medium="paper" paperWidth={width} />
            <PillarChart score={picture} medium="paper" paperWidth={width} />
            <h2>Strongest controls</h2>
            <Controls controls={summary.strongest} empty="No control earns more than it lacks." />
            <h2>Weakest controls</h2>
            <Controls controls={summary.weakest} empty="No control falls short." />
            <div className="columns">
              <section>
                <h2>What proof would add</h2>
                {proof.length === 0 ? (
                  <p>
                    {picture.evidenceGap > 0
                      ? 'Nothing that would move the score.'
                      : 'Every answer is proven.'}
                  </p>
                ) : (
                  <ul className="wording-list">
                    {proof.map((label) => (
                      <li key={label}>{label}</li>
                    ))}
                  </ul>
                )}
              </section>
              <section>
                <h2>What would lower the price</h2>
                {steps.length === 0 ? (
                  <p>No single control would.</p>
                ) : (
                  <ol className="wording-list">
                    {steps.map((label) => (
                      <li key={label}>{label}</li>
                    ))}
                  </ol>
                )}
              </section>
            </div>
            <p className="small">{`Status of the grades: ${summary.gradeStatus}.`}</p>
          </div>
        </Sheet>
      </main>
    </ModelWordsProvider>
  );
}

function Controls({
  controls,
  empty,
}: {
  readonly controls: readonly SummaryControl[];
  readonly empty: string;
}): ReactElement {
  return (
    <PrintTable
      label="Controls"
      empty={empty}
      columns={[{ label: 'Control', width: 38 }, { label: 'Answer' }, { label: 'Evidence', width: 18 }]}
      rows={controls.map(({ label, answer, evidence }) => ({ key: label, cells: [label, answer, evidence] }))}
    />
  );
}
