import type { ReactElement } from 'react';
import { formatNumber, formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { FactorRule, FactorScore, Flag } from '#shared/scoring/score-result.ts';
import { FactorContributionChart } from '../charts/factor-contribution-chart.tsx';
import { PillarChart } from '../charts/pillar-chart.tsx';
import { ScoreGauge } from '../charts/score-gauge.tsx';
import { REASONS_ON_FIRST_PAGE } from './first-page.tsx';
import { JudgementNote } from './judgement-note.tsx';
import { textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';
import { JUDGED, overallWords, ruleWords } from './score-words.ts';

interface WorkingScoreProps {
  readonly document: QuoteDocument;
}

/** How the score was made: grade scale, pillars, flags, and each factor with its answer, evidence and points. */
export function WorkingScore({ document }: WorkingScoreProps): ReactElement {
  const { score, model, price } = document;
  const paperWidth = textWidth(document.paper);
  const flags = [...score.knockOuts, ...score.referrals, ...(price?.referrals ?? [])];
  return (
    <>
      <AllReasons document={document} />
      <h2>From answers to grade</h2>
      <ScoreGauge score={score} bands={model.gradeBands} medium="paper" paperWidth={paperWidth} />
      <PillarChart score={score} medium="paper" paperWidth={paperWidth} />
      <p>{overallWords(score)}</p>
      <p>{`Action for this grade: ${score.outcome.action}.`}</p>
      <JudgementNote score={score} />
      <h3>Knock-outs and referrals</h3>
      <Flags flags={flags} />
      <AskNext document={document} />
      {PILLARS.map((pillar) => (
        <PillarWorking key={pillar} document={document} pillar={pillar} />
      ))}
    </>
  );
}

function AllReasons({ document }: WorkingScoreProps): ReactElement | null {
  if (document.statusReasons.length <= REASONS_ON_FIRST_PAGE) return null;
  return (
    <>
      <h2>Why this is not a quotation</h2>
      <ul className="notes">
        {document.statusReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

function Flags({ flags }: { readonly flags: readonly Flag[] }): ReactElement {
  if (flags.length === 0) return <p>None fired.</p>;
  return (
    <PrintTable
      label="Knock-outs and referrals"
      columns={[{ label: 'Kind', width: 14 }, { label: 'Rule', width: 34 }, { label: 'Facts' }]}
      rows={flags.map((flag) => ({
        key: `${flag.kind} ${flag.id} ${flag.reason}`,
        cells: [flag.kind === 'knock-out' ? 'Knock-out' : 'Referral', flag.label, flag.reason],
      }))}
    />
  );
}

function AskNext({ document }: WorkingScoreProps): ReactElement | null {
  const { askNext } = document.score;
  if (askNext.length === 0) return null;
  return (
    <>
      <h3>What proof would add most</h3>
      <PrintTable
        label="Unproven factors by what proof could add"
        columns={[
          { label: 'Unproven factor' },
          { label: 'Could add to the overall score', kind: 'figure', width: 32 },
        ]}
        rows={askNext.slice(0, 8).map((question) => ({
          key: question.factorId,
          cells: [question.label, formatNumber(question.couldAdd, 1)],
        }))}
      />
    </>
  );
}

/** Rules that the words of the answer already tell. */
const TOLD_BY_ANSWER: readonly FactorRule['kind'][] = ['register-not-provided', 'clean-record'];

function factorNotes(factor: FactorScore, words: DocumentWords): string {
  const moved = factor.rules
    .filter((rule) => !TOLD_BY_ANSWER.includes(rule.kind))
    .map((rule) => ruleWords(rule, words))
    .join('; ');
  return moved === '' ? factor.answerText : `${factor.answerText} (${moved})`;
}

function PillarWorking({ document, pillar }: WorkingScoreProps & { readonly pillar: Pillar }): ReactElement {
  const { score } = document;
  const result = score.pillars[pillar];
  return (
    <section>
      <h2>{result.label}</h2>
      <p>
        {`Score ${formatScore(result.score)}${result.original === undefined ? '' : ` ${JUDGED} (${formatScore(result.original)} without judgement)`}, weight ${formatPercent(result.share, 0)} of the overall score; ${formatPercent(result.evidenceGap, 1)} of the applicable weight is unproven.`}
        {pillar === 'incidents'
          ? ' The points below make the experience score; its way to the pillar stands under the incidents.'
          : ''}
      </p>
      <FactorContributionChart
        score={score}
        pillar={pillar}
        medium="paper"
        paperWidth={textWidth(document.paper)}
      />
      <PrintTable
        label={`Factors of ${result.label}`}
        className="dense"
        columns={[
          { label: 'Factor', width: 26 },
          { label: 'Answer' },
          { label: 'Evidence', width: 16 },
          { label: 'Score', kind: 'figure', width: 8 },
          { label: 'Points', kind: 'figure', width: 9 },
          { label: 'Of', kind: 'figure', width: 8 },
        ]}
        rows={result.factors.map((factor) => ({
          key: factor.factorId,
          cells: [
            factor.label,
            factorNotes(factor, document.words),
            document.words.evidence[factor.evidence].label,
            factor.score === null
              ? 'N/A'
              : `${factor.original === undefined ? '' : `${JUDGED} `}${formatScore(factor.score)}`,
            factor.score === null ? 'N/A' : formatNumber(factor.points, 2),
            factor.score === null ? 'N/A' : formatNumber(factor.maximumPoints, 2),
          ],
        }))}
      />
    </section>
  );
}
