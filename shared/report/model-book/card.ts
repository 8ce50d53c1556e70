import { formatCount, formatDate } from '../../domain/format-date.ts';
import { type Block, heading, list, paragraph, table } from '../report-document.ts';
import type { BoundModel } from './bound-model.ts';
import { markCounts } from './marks.ts';
import { keyWords } from './words.ts';

/** The model on one page, for somebody who has to approve or supervise it. */
export function cardBlocks({ model, hash, wordingHash }: BoundModel): readonly Block[] {
  const perils = model.pricing.perils
    .map(({ id }) => model.coverageParts.find((part) => part.id === id)?.label ?? keyWords(id))
    .join('; ');
  const marks = markCounts(model);
  return [
    heading('Model card'),
    table(
      ['About', 'Statement'],
      [
        [
          'Purpose',
          `To score subjects of ${formatCount(model.subjectTypes.length, 'type')} and to price cover in ${formatCount(model.coverageParts.length, 'part')}: ${model.title.toLowerCase()}.`,
        ],
        ['Subjects', model.subjectTypes.map(({ label }) => label).join(', ')],
        ['Perils priced', perils],
        [
          'Inputs',
          `${formatCount(model.factors.length, 'question')} with evidence, the incident register, exposures, declarations and terms of cover.`,
        ],
        [
          'Outputs',
          `Score and grade (${formatCount(model.gradeBands.length, 'band')}), ${formatCount(model.knockOuts.length, 'knock-out')}, ${formatCount(model.referrals.length, 'referral')}, premium with its working, exceedance curves and a certificate of the computation.`,
        ],
        [
          'Figures marked',
          marks.map(({ mark, meaning, count }) => `${count} ${mark} (${meaning})`).join('; '),
        ],
        ['Sources named', `${model.sources.length}, each with its reliability`],
        [
          'Own test',
          `${formatCount(model.testCases.length, 'case')} that must pass before the model is used`,
        ],
        [
          'Status',
          `${model.status}, in force from ${formatDate(model.effectiveFrom)}; owner: ${model.owner}`,
        ],
        ['Version', `${model.version} (${model.id}); wording ${model.wording.version}`],
        ['SHA-256, model', hash],
        ['SHA-256, wording', wordingHash],
      ],
    ),
    heading('What it claims', 3),
    paragraph(model.statement),
    heading('Not to be used', 3),
    list([
      'to state the chance of a loss from a grade;',
      'for kinds of subject or cover that it does not name;',
      'for the accumulation of several policies that one event can hit;',
      'without an underwriter who reads what is not proven, which every paper lists.',
    ]),
  ];
}
