import { formatRelativity } from '#shared/domain/format-figures.ts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { exactNumber, formatShareValue } from '#shared/domain/format-number.ts';
import { listText } from '#shared/domain/list-text.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { IncidentFigures } from '#shared/quote/incident-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { IncidentPillarWorking } from '#shared/scoring/score-result.ts';

/** How the register is scored, a sentence for each step with the figures of the model: enough to score it again by hand. */
export function incidentFormulas({ incidentFigures, score, words }: QuoteDocument): readonly string[] {
  if (incidentFigures === undefined) return [];
  const { model } = incidentFigures;
  const hasMaterial = score.incidentWorking.incidents.some(({ isMaterial }) => isMaterial);
  return [
    `Material is a loss of ${formatUnits(model.materialLossUsd)} or of ${formatShareValue(model.materialShare)} of the assets.${hasMaterial ? unknownWords(incidentFigures) : ''}`,
    ...(hasMaterial ? [severityWords(incidentFigures), loadWords(incidentFigures, words)] : []),
    countWords(incidentFigures, score.incidentWorking),
    ...(hasMaterial ? [qualityWords(incidentFigures, words)] : []),
    pointWords(incidentFigures),
    pillarFormula(incidentFigures),
  ];
}

const unknownWords = ({ model: { unknownFields } }: IncidentFigures): string =>
  unknownFields === null
    ? ''
    : ` A loss that is not known counts as ${formatUnits(unknownFields.loss)}, or ${formatShareValue(unknownFields.shareOfAssets)} of the assets if that is more; recovery and restitution that are not known count as none.`;

const severityWords = ({ model: m }: IncidentFigures): string =>
  `Severity S = 100 × (${exactNumber(m.relativeWeight)} F + ${exactNumber(m.absoluteWeight)} H). F = ln(1 + ${exactNumber(m.k)} x) ÷ ln(1 + ${exactNumber(m.k)} × ${exactNumber(m.xCap)}), at most 1, where x = (${exactNumber(m.blendGross)} × loss + ${exactNumber(m.blendNet)} × (loss − recovered)) ÷ assets. H = log10(loss ÷ ${formatUnits(m.absoluteFloorUsd)}) ÷ ${exactNumber(m.absoluteDecades)}, between 0 and 1.`;

/** `verified 0.6, declared 0.8`: a figure for each state, in the words of the form. */
const byState = <K extends string>(
  figures: Readonly<Record<K, number>>,
  labels: Readonly<Record<K, string>>,
): string =>
  (Object.keys(figures) as K[])
    .map((key) => `${lowerFirst(labels[key])} ${exactNumber(figures[key])}`)
    .join('; ');

const loadWords = ({ model: m }: IncidentFigures, words: DocumentWords): string =>
  `Load = S × cause × fix × decay × recency × repeat × boundary. Decay = 0.5 to the power of age ÷ half-life, in years: ${byState(m.halfLifeYears, words.fixStatuses)}. Fix: ${byState(m.fixMultiplier, words.fixStatuses)}. Recency: ${m.recency.map(([below, by]) => `${exactNumber(by)} under ${exactNumber(below)} years`).join(', ')}, else 1. Repeat: ${exactNumber(m.repeatMultiplier)} where one of the same cause lies at most ${exactNumber(m.repeatWindowYears)} years before. Boundary: ${exactNumber(m.affiliateMultiplier)} at an affiliate.`;

const countWords = ({ model: m }: IncidentFigures, working: IncidentPillarWorking): string =>
  `Score of the load = 100 × exp(−load ÷ ${exactNumber(m.loadScale)}). Rate = sum of min(1, S ÷ ${exactNumber(m.fullCountSeverity)}) × ${m.affiliatesInFrequency === 'by-boundary' ? 'boundary × ' : ''}0.5 to the power of age ÷ ${exactNumber(m.frequencyHalfLifeYears)}, over ${formatRelativity(working.effectiveYears)} effective years = (${exactNumber(m.frequencyHalfLifeYears)} ÷ ln 2) × (1 − 0.5 to the power of years live ÷ ${exactNumber(m.frequencyHalfLifeYears)}).`;

const qualityWords = ({ model: m }: IncidentFigures, words: DocumentWords): string =>
  `Over ${exactNumber(m.lookbackYears)} years, weighted by S: root cause closed (${byState(m.fixScore, words.fixStatuses)}), post-mortem (${byState(m.postmortemScore, words.postmortems)}) and disclosure; weighted by loss: users made whole; and recovered over lost.`;

const pointWords = ({ points }: IncidentFigures): string =>
  `Scores read off points, straight between them: ${points
    .map(
      ({ label, points: own }) =>
        `${lowerFirst(label)} ${own.map(([at, score]) => `${exactNumber(at)}: ${exactNumber(score)}`).join(', ')}`,
    )
    .join('; ')}.`;

const pillarFormula = ({ model: m }: IncidentFigures): string =>
  `Experience from the prior upwards is blended: credibility × experience + (1 − credibility) × prior, credibility = years live ÷ (years live + ${exactNumber(m.credibilityYears)}). Caps: ${listText(
    [
      `${exactNumber(m.capFiveYears)} for an own loss from ${formatShareValue(m.capShare)} of the assets`,
      `${exactNumber(m.capTwoYears)} where it is under ${exactNumber(m.capTwoYearsAge)} years old`,
      `${exactNumber(m.capUnwhole)} for one from ${formatShareValue(m.capUnwholeShare)} of which users got back less than ${formatShareValue(m.wholeShare)}`,
    ],
  )}.`;
