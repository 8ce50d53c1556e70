import type { ReactElement } from 'react';
import { formatPoints, formatUnproven } from '#shared/domain/format-figures.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { PILLARS, type Pillar } from '#shared/domain/vocabulary.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { worthAsking } from '#shared/quote/worth-asking.ts';
import type { FactorRule, FactorScore, Flag } from '#shared/scoring/score-result.ts';
import { PillarChart } from '../charts/pillar-chart.tsx';
import { ScoreGauge } from '../charts/score-gauge.tsx';
import { REASONS_ON_FIRST_PAGE } from './first-page.tsx';
import { JudgementNote } from './judgement-note.tsx';
import { origin, seenOn } from './origin.tsx';
import { columnWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';
import { JUDGED, overallWords, ruleWords } from './score-words.ts';

interface WorkingScoreProps {
  readonly document: QuoteDocument;
}

/** How the score was made: grade scale, pillars, flags, and each factor with its answer, evidence and points. */
export function WorkingScore({ document }: WorkingScoreProps): ReactElement {
  const { score, model, price } = document;
  const paperWidth = columnWidth(document.paper);
  const flags = [...score.knockOuts, ...score.referrals, ...(price?.referrals ?? [])];
  return (
    <>
      <AllReasons document={document} />
      <h2 id="grade">From answers to grade</h2>
      <div className="columns">
        <ScoreGauge score={score} bands={model.gradeBands} medium="paper" paperWidth={paperWidth} />
        <PillarChart score={score} medium="paper" paperWidth={paperWidth} />
      </div>
      <p>{`${overallWords(score, document.modelFigures)} Action for this grade: ${lowerFirst(score.outcome.action)}.`}</p>
      <JudgementNote score={score} />
      {flags.length === 0 ? (
        <p>No knock-out and no referral fired.</p>
      ) : (
        <>
          <h3>Knock-outs and referrals</h3>
          <Flags flags={flags} />
        </>
      )}
      <AskNext document={document} />
      <h2 id="answers">Answers, evidence and points</h2>
      <p>
        {`${evidenceSentence(document.words)} Points are the score times the weight, of 100. What is computed from the incident register is seen as the register is.`}
      </p>
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

/** As many are named. */
const ASKED = 8;

function AskNext({ document }: WorkingScoreProps): ReactElement | null {
  const telling = worthAsking(document.score);
  if (telling.length === 0) return null;
  const could = telling
    .slice(0, ASKED)
    .map(({ label, couldAdd }) => `${lowerFirst(label)} ${formatScore(couldAdd)}`);
  return <p>{`Proof could add to the overall score: ${could.join('; ')}.`}</p>;
}

/** What the short names of the evidence mean. */
const evidenceSentence = ({ evidence }: DocumentWords): string =>
  `${Object.values(evidence)
    .filter(({ label, short }) => label !== short)
    .map(({ label, short }) => `${short}: ${lowerFirst(label)}`)
    .join('; ')}.`;

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
  const { score, content, words } = document;
  const result = score.pillars[pillar];
  return (
    <section>
      <h3>{result.label}</h3>
      <p>
        {`Score ${formatScore(result.score)}${result.original === undefined ? '' : ` ${JUDGED} (${formatScore(result.original)} without judgement)`}, weight ${formatPercent(result.share, 0)} of the overall score; ${formatUnproven(result.evidenceGap)} of the applicable weight is unproven.`}
        {pillar === 'incidents'
          ? ' The points make the experience score; how the pillar follows from it is told under the incidents.'
          : ''}
      </p>
      <PrintTable
        label={`Answers of ${result.label} with evidence, points, note and source`}
        columns={[
          { label: 'Factor', width: 20 },
          { label: 'Answer' },
          { label: 'Evidence', width: 13 },
          { label: 'Seen', width: 12 },
          { label: 'Score', kind: 'figure', width: 6 },
          { label: 'Points', kind: 'figure', width: 6.5 },
          { label: 'Of', kind: 'figure', width: 6 },
        ]}
        rows={result.factors.map((factor) => {
          const answer = content.answers[factor.factorId];
          const isFromRegister = factor.kind === 'computed' && answer === undefined;
          return {
            key: factor.factorId,
            cells: [
              factor.label,
              factorNotes(factor, words),
              words.evidence[factor.evidence].short,
              isFromRegister ? 'Register' : seenOn(answer?.seenOn),
              factor.score === null
                ? 'N/A'
                : `${factor.original === undefined ? '' : `${JUDGED} `}${formatScore(factor.score)}`,
              factor.score === null ? 'N/A' : formatPoints(factor.points),
              factor.score === null ? 'N/A' : formatPoints(factor.maximumPoints),
            ],
            ...(!isFromRegister && { under: origin(answer) }),
          };
        })}
      />
    </section>
  );
}
