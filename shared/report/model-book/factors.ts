import type { Factor, RatingModel } from '../../domain/rating-model.ts';
import { plainNumber } from '../plain-number.ts';
import { type Block, heading, paragraph, table } from '../report-document.ts';
import { fieldsBeside } from './fields-beside.ts';

/** Every question with its scale, by pillar. */
export const factorBlocks = (model: RatingModel): readonly Block[] =>
  model.pillars.flatMap(({ id, label }) => {
    const factors = model.factors.filter(({ pillar }) => pillar === id);
    const introduction = model.wording.pillars.find((pillar) => pillar.id === id)?.introduction;
    return [
      heading(label),
      ...(introduction === undefined ? [] : [paragraph(introduction)]),
      table(
        ['Question', 'Weight', 'Kind', 'Types'],
        factors.map((factor) => [factor.label, factor.weight, factor.kind, typesOf(factor, model)]),
      ),
      ...factors.flatMap((factor) => oneFactor(factor)),
    ];
  });

const typesOf = ({ appliesTo }: Factor, { subjectTypes }: RatingModel): string =>
  appliesTo.length === subjectTypes.length
    ? 'all'
    : appliesTo.map((type) => subjectTypes.find(({ id }) => id === type)?.label ?? type).join(', ');

/** What is told in words or in the table above; any other field of the factor follows in a table. */
const TOLD = [
  'id',
  'pillar',
  'label',
  'question',
  'weight',
  'kind',
  'appliesTo',
  'levels',
  'mapping',
  'evidence',
  'sources',
  'judgement',
  'notes',
  'unit',
];

function oneFactor(factor: Factor): readonly Block[] {
  const proven = factor.evidence.length === 0 ? '' : ` Evidence: ${factor.evidence.join('; ')}.`;
  const sources = factor.sources.length === 0 ? 'no named source' : factor.sources.join(', ');
  const judgement = factor.judgement === null ? '' : ` Judgement: ${factor.judgement}.`;
  const notes = factor.notes === null ? '' : ` ${factor.notes}`;
  return [
    heading(factor.label, 3),
    paragraph(`${factor.question}${proven}`),
    ...scaleOf(factor),
    paragraph(`Sources: ${sources}.${judgement}${notes}`),
    ...fieldsBeside(factor, TOLD),
  ];
}

function scaleOf(factor: Factor): readonly Block[] {
  if (factor.kind === 'ordinal')
    return [
      table(
        ['Level', 'Score'],
        factor.levels.map(({ label, score }) => [label, score]),
      ),
    ];
  if (factor.mapping === null) return [];
  return [
    table(
      [factor.unit ?? 'Quantity', 'Score'],
      factor.mapping.map(([x, y]) => [plainNumber(x), y]),
    ),
  ];
}
