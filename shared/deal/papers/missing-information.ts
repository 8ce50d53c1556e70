import type { IsoDate } from '../../domain/dates.ts';
import type { ShownSubjectivityState } from '../../domain/deal-states.ts';
import { formatDate } from '../../domain/format-date.ts';
import { contentOfOption, mainOption } from '../../domain/options.ts';
import type { RatingModel } from '../../domain/rating-model.ts';
import { PILLARS } from '../../domain/vocabulary.ts';
import { questionsByPrice } from '../../pricing/factor-effects.ts';
import { quotationOf } from '../../quote/quotation.ts';
import type { QuoteDocument } from '../../quote/quote-document.ts';
import { type Block, heading, list, paragraph, table } from '../../report/report-document.ts';
import { neededIssues } from '../../underwriting/needed-issues.ts';
import { type Letter, type LetterBasis, letterOf } from './letter.ts';
import { MISSING } from './letter-words.ts';

/** A subjectivity of the last offer of a case as it stands. */
export interface StandingSubjectivity {
  readonly text: string;
  readonly dueOn: IsoDate | null;
  readonly state: ShownSubjectivityState;
}

/**
 * The letter that asks a broker for what is missing: the unproven answers, first that whose proof would move the premium
 * most, what a firm offer still lacks, what was received, and how subjectivities stand. No score, no weight and no premium is in it.
 */
export function missingInformation(
  basis: LetterBasis,
  {
    model,
    subjectivities,
  }: { readonly model: RatingModel; readonly subjectivities: readonly StandingSubjectivity[] | null },
): Letter {
  const { document } = basis;
  const needed = neededIssues(document.content, model, null).map(({ message }) => message);
  const { information } = quotationOf(document);
  const blocks: Block[] = [
    paragraph(MISSING.opening),
    heading(MISSING.open),
    ...openQuestions(document, model),
    ...(needed.length === 0 ? [] : [heading(MISSING.needed), list(needed)]),
    heading(MISSING.subjectivities),
    ...standing(document, subjectivities),
    heading(MISSING.received),
    ...(information.length === 0
      ? [paragraph(MISSING.noneReceived)]
      : [
          table(
            ['Document', 'Seen on'],
            information.map(({ source, seenOn }) => [
              source,
              seenOn === null ? 'Not stated' : formatDate(seenOn),
            ]),
          ),
        ]),
  ];
  return letterOf('missing-information', basis, blocks);
}

function openQuestions({ content, score }: QuoteDocument, model: RatingModel): readonly Block[] {
  const factors = PILLARS.flatMap((pillar) => score.pillars[pillar].factors);
  const ranked = questionsByPrice(contentOfOption(content, mainOption(content)), score.askNext, {
    model,
    options: { grid: 'full' },
  });
  const rows = ranked.map(({ factorId, label }, index) => {
    const factor = factors.find((candidate) => candidate.factorId === factorId);
    const isAnswered = factor !== undefined && factor.evidence !== 'not-provided';
    return [
      index + 1,
      label,
      isAnswered ? 'Answer received, without proof' : 'Not received',
      isAnswered ? 'Proof of the answer' : 'The answer, with proof',
    ];
  });
  return rows.length === 0
    ? [paragraph(MISSING.noneOpen)]
    : [table(['No.', 'Question', 'What we hold', 'What we ask for'], rows)];
}

const STATES: Readonly<Record<StandingSubjectivity['state'], string>> = {
  open: 'Not received',
  overdue: 'Overdue',
  met: 'Received',
  waived: 'Waived',
};

/** Those of the last offer as they stand; before there is one, those that the terms propose. */
function standing(
  { wording }: QuoteDocument,
  subjectivities: readonly StandingSubjectivity[] | null,
): readonly Block[] {
  const rows =
    subjectivities?.map(({ text, dueOn, state }) => ({ text, dueOn, state: STATES[state] })) ??
    wording.subjectivities.map(({ text, dueOn }) => ({
      text,
      dueOn,
      state: 'To be a condition of our offer',
    }));
  if (rows.length === 0) return [paragraph('There are none.')];
  return [
    table(
      ['Subject to', 'Due', 'Standing'],
      rows.map(({ text, dueOn, state }) => [text, dueOn === null ? 'No date' : formatDate(dueOn), state]),
    ),
    ...(subjectivities !== null && !subjectivities.some(({ state }) => state === 'waived')
      ? [paragraph(MISSING.noneWaived)]
      : []),
  ];
}
