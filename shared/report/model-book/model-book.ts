import { formatDate } from '../../domain/format-date.ts';
import type { RatingModel } from '../../domain/rating-model.ts';
import { type Block, heading, list, paragraph, type ReportDocument, table } from '../report-document.ts';
import type { BoundModel } from './bound-model.ts';
import { cardBlocks } from './card.ts';
import { describe, describePart, describeRecords } from './describe.ts';
import { factorBlocks } from './factors.ts';
import { testCaseBlocks } from './test-cases.ts';
import { wordedMarks } from './worded-marks.ts';
import { keyWords } from './words.ts';

type Key = keyof RatingModel;

interface ChapterPlan {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Parts of the model that stand in it; one that no chapter names comes in the chapter of further parts. */
  readonly parts: readonly Key[];
}

const CHAPTERS: readonly ChapterPlan[] = [
  {
    id: 'scoring',
    title: 'How a subject is scored',
    lead: 'Each question has a published scale from 0 to 100; a pillar is the mean of its questions by weight, and the overall score mixes the pillars by the weights of the type. An answer counts no higher than its evidence allows.',
    parts: ['subjectTypes', 'pillars', 'evidenceStates', 'aggregation'],
  },
  {
    id: 'factors',
    title: 'The questions and their scales',
    lead: 'Every question, in the order of the form, with its weight within the pillar, its scale, what proves an answer, and where the scale comes from.',
    parts: ['factors'],
  },
  {
    id: 'incidents',
    title: 'Incidents',
    lead: 'Past losses are scored by a formula: each loss by its share of assets and its size, with decay by age and weights for repeats, fixes and what users got back.',
    parts: ['incidentModel', 'causes'],
  },
  {
    id: 'gates',
    title: 'Knock-outs, referrals and grades',
    lead: 'A knock-out rules cover out whatever the score; a referral needs a second pair of eyes; the grade follows from the score.',
    parts: ['knockOuts', 'referrals', 'gradeBands'],
  },
  {
    id: 'cover',
    title: 'What is covered',
    lead: 'The parts of cover with the causes of loss that they answer for, what is excluded from each, and the conditions and declarations on which the insurer relies.',
    parts: ['coverageParts', 'exclusions', 'conditions', 'subjectivities', 'walletTiers', 'declarations'],
  },
  {
    id: 'pricing',
    title: 'How a price is made',
    lead: 'The frequency of each peril, moved by type, score, evidence and own experience; the share of the exposed value lost; the terms of cover; the load for risk; and the build-up from expected loss to premium. Every figure carries its mark, beside it or in the table that follows: L from the incident library, J judgement, S a named source.',
    parts: ['pricing', 'currencies'],
  },
];

/** Said of the model on its card, or in chapters of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'format',
  'id',
  'title',
  'version',
  'effectiveFrom',
  'status',
  'owner',
  'statement',
  'gradeStatus',
  'sources',
  'testCases',
  'wording',
] satisfies Key[]);

/**
 * A rating model as a book, made from the model and its wording alone: card, scoring, questions, incidents, gates, cover,
 * price, further parts, wording, worked examples, sources and limits. It names no model and no figure of its own, so that
 * a later model's new parts appear under headings of their keys.
 */
export function modelBook(bound: BoundModel): ReportDocument {
  const { model, hash } = bound;
  const planned = new Set<string>(CHAPTERS.flatMap(({ parts }) => parts));
  const further = Object.entries(model).filter(([key]) => !planned.has(key) && !ELSEWHERE.has(key));
  const chapter = (id: string, blocks: readonly Block[]) => ({ id, blocks });
  return {
    format: 'ballast-report/1',
    title: `${model.title}, model ${model.version}`,
    shortTitle: `Rating model ${model.version}`,
    subject: `Rating model ${model.id}, in force from ${formatDate(model.effectiveFrom)}, ${model.status}. This book is made from the model's own file and its wording.`,
    edition: `Model ${hash.slice(0, 12)}`,
    fileName: `model-book-${model.version}`.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-'),
    chapters: [
      chapter('card', cardBlocks(bound)),
      ...CHAPTERS.map(({ id, title, lead, parts }) =>
        chapter(id, [
          heading(title),
          paragraph(lead),
          ...parts.flatMap((part) => partBlocks(model, part, parts.length > 1)),
        ]),
      ),
      ...(further.length === 0
        ? []
        : [
            chapter('further', [
              heading('Further parts'),
              ...further.flatMap(([key, value]) => describePart(key, value)),
            ]),
          ]),
      chapter('wording', [
        heading('Words and rules of the form'),
        paragraph(
          'The wording of the model: what form and paper call things, and which rule computes what. It is versioned and hashed apart from the figures.',
        ),
        ...Object.entries(model.wording)
          .filter(([key, value]) => typeof value === 'object' && key !== 'figureMarks')
          .flatMap(([key, value]) => describePart(key, value)),
      ]),
      chapter('examples', [
        heading('Worked examples'),
        paragraph(
          'Cases that must pass before the model is used. Every figure is compared with what the engine makes of the inputs, to its printed digits.',
        ),
        ...testCaseBlocks(model),
      ]),
      chapter('sources', [
        heading('Sources'),
        table(
          ['Source', 'Title', 'Address', 'Reliability'],
          model.sources.map(({ id, title, url, reliability }) => [id, title, url, reliability]),
        ),
      ]),
      chapter('limits', [
        heading('Limits of use'),
        list([model.statement, `Grades: ${model.gradeStatus}.`, ...LIMITS]),
      ]),
    ],
  };
}

/** What the figures of a step of the price do, where the model has the step. */
const PRICE_LEADS: Readonly<Record<string, string>> = {
  groups:
    'Types with assets in custody and types with value in contracts have base frequencies of their own.',
  frequency: 'The base frequency holds at a reference value and moves with the value exposed.',
  perils:
    'For each peril: the value that it can reach, the events expected in a year, how the pillars move them, and the law of the share of that value lost in one event.',
  typeRelativities: 'Each type’s frequency against the average subject of its group.',
  score:
    'The logarithm of the frequency falls by the peril’s slopes for every 10 points that the pillars stand above the reference, within the clamps.',
  credibility:
    'The subject’s own losses against those expected of it move the frequency, by a Gamma weight and within the clamps.',
  evidence: 'Unproven answers raise the frequency.',
  containment: 'Controls that stop a loss early move its size.',
  lattice: 'The even steps on which losses are computed; the draft grid answers while one types.',
  yearEffect: 'How much years differ from one another beyond chance.',
  riskLoad: 'What is charged for the spread of the loss beside its mean, by each principle on offer.',
  buildUp: 'From the expected loss to the premium: handling of claims, risk, expenses, brokerage, margin.',
};

/** What holds for any model of this schema. */
const LIMITS = [
  'The score orders subjects; it is no probability of a loss.',
  'A figure marked J is a judgement: another underwriter may set another.',
  'A price is for one subject. What one event does to several policies at once is not in it.',
  'The certificate of a price states the error of the computation, not that of the model.',
  'Inputs are taken as given: what was not proven is marked so on every paper.',
];

function partBlocks(model: RatingModel, part: Key, hasHeading: boolean): readonly Block[] {
  if (part === 'factors') return factorBlocks(model);
  if (part === 'pricing')
    return Object.entries(model.pricing).flatMap(([key, value]) => {
      const [title, ...blocks] = describePart(key, value);
      const lead = PRICE_LEADS[key];
      return [
        title,
        ...(lead === undefined ? [] : [paragraph(lead)]),
        ...blocks,
        ...wordedMarks(model, key),
      ].filter((block) => block !== undefined);
    });
  const value = model[part];
  const blocks =
    Array.isArray(value) && value.some((item) => typeof item === 'object')
      ? describeRecords(value as readonly Readonly<Record<string, unknown>>[])
      : describe(part, value);
  return hasHeading ? [heading(keyWords(part), 3), ...blocks] : blocks;
}
