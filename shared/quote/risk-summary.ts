import { insuredName } from '../domain/insured-name.ts';
import type { ModelWords } from '../domain/model-words.ts';
import type { Insurer } from '../domain/people.ts';
import { PILLARS, type Pillar } from '../domain/vocabulary.ts';
import type { FactorScore, ScorePicture } from '../scoring/score-result.ts';
import type { QuoteDocument } from './quote-document.ts';
import { worthAsking } from './worth-asking.ts';

/** A control as the broker reads of it: what was asked, what was answered, and how that is evidenced. */
export interface SummaryControl {
  readonly label: string;
  readonly answer: string;
  readonly evidence: string;
}

/**
 * How the insurer sees the risk, for the broker: the grade with its range, the pillars, what is strong and what is weak, and
 * what would help. No premium, no working of the score, no note of the underwriter is in it.
 */
export interface RiskSummary {
  readonly format: 'ballast-risk-summary/1';
  readonly status: QuoteDocument['status'];
  readonly reference: string;
  readonly version: number | null;
  /** Whose paper it is; null where the workbook does not say. */
  readonly insurer: Pick<Insurer, 'name' | 'logo'> | null;
  readonly insured: string;
  readonly business: string;
  readonly preparedAt: string;
  readonly underwriter: string;
  readonly picture: ScorePicture;
  readonly gradeBands: QuoteDocument['model']['gradeBands'];
  readonly gradeStatus: string;
  readonly words: ModelWords;
  readonly strongest: readonly SummaryControl[];
  readonly weakest: readonly SummaryControl[];
  /** What proof would add most to the score, the most first. */
  readonly proof: readonly string[];
  /** The controls whose improvement lowers the price most, the most first. */
  readonly steps: readonly string[];
}

const LISTED_CONTROLS = 5;
const LISTED_STEPS = 3;

/** The summary that a document makes. Total and pure. */
export function riskSummaryOf(document: QuoteDocument): RiskSummary {
  const { score, words, model, effects } = document;
  // A control is something that the subject does; what is computed from the register is no control.
  const answered = PILLARS.flatMap((pillar) => score.pillars[pillar].factors).filter(
    ({ score: value, kind }) => value !== null && kind !== 'computed',
  );
  const inAll = ({ pillar }: FactorScore, points: number) => score.pillars[pillar].share * points;
  const earned = (factor: FactorScore) => inAll(factor, factor.points);
  const lost = (factor: FactorScore) => inAll(factor, factor.maximumPoints - factor.points);
  const control = ({ label, answerText, evidence }: FactorScore): SummaryControl => ({
    label,
    answer: answerText,
    evidence: words.evidence[evidence].short,
  });
  // What lacks more than it earns is no strength, however heavy.
  const strong = answered
    .filter((factor) => earned(factor) >= lost(factor))
    .toSorted((a, b) => earned(b) - earned(a))
    .slice(0, LISTED_CONTROLS);
  const weak = answered
    .filter((factor) => !strong.includes(factor) && lost(factor) > 0)
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, LISTED_CONTROLS);
  return {
    format: 'ballast-risk-summary/1',
    status: document.status,
    reference: document.reference,
    version: document.version,
    insurer: insurerOf(document),
    insured: insuredName(document.content),
    business: document.subjectTypeLabel,
    preparedAt: document.preparedAt,
    underwriter: document.preparedBy,
    picture: pictureOf(document),
    gradeBands: model.gradeBands,
    gradeStatus: model.gradeStatus,
    words: { pillars: words.pillars, evidence: words.evidence },
    strongest: strong.map(control),
    weakest: weak.map(control),
    proof: worthAsking(score)
      .slice(0, LISTED_CONTROLS)
      .map(({ label }) => label),
    steps: (effects ?? [])
      .filter(({ effectMinor }) => effectMinor > 0)
      .toSorted((a, b) => b.effectMinor - a.effectMinor)
      .slice(0, LISTED_STEPS)
      .map(({ label }) => label),
  };
}

const insurerOf = ({ insurer }: QuoteDocument): RiskSummary['insurer'] =>
  insurer == null ? null : { name: insurer.name, logo: insurer.logo };

function pictureOf({ score }: QuoteDocument): ScorePicture {
  const pillarOf = (id: Pillar): ScorePicture['pillars'][Pillar] => {
    const { pillar, label, score: value, share, evidenceGap } = score.pillars[id];
    return { pillar, label, score: value, share, evidenceGap };
  };
  const { overall, outcome, ungatedGrade, range, evidenceGap, weakPillarCap } = score;
  return {
    overall,
    outcome,
    ungatedGrade,
    range,
    evidenceGap,
    weakPillarCap,
    pillars: { custody: pillarOf('custody'), audits: pillarOf('audits'), incidents: pillarOf('incidents') },
  };
}
