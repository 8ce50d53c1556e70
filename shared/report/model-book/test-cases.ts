import type { ModelTestCase, RatingModel } from '../../domain/rating-model.ts';
import { type Block, heading, paragraph, table } from '../report-document.ts';
import { describe } from './describe.ts';
import { keyWords } from './words.ts';

/** Inputs and expected figures of every case of the model, the whole quotes first. */
export const testCaseBlocks = ({ testCases }: RatingModel): readonly Block[] =>
  testCases.toSorted((a, b) => Number(b.kind === 'quote') - Number(a.kind === 'quote')).flatMap(oneCase);

function oneCase(testCase: ModelTestCase): readonly Block[] {
  const { kind, id, expected } = testCase;
  const inputs = kind === 'quote' ? testCase.content : testCase.input;
  return [
    heading(
      `${kind === 'quote' ? 'A whole quote' : 'Score of an incident history'}: ${id.replaceAll('-', ' ')}`,
      3,
    ),
    paragraph('Inputs:'),
    ...describe('', withoutEmpty(inputs)),
    paragraph('Figures that must come out:'),
    ...(kind === 'quote'
      ? [
          table(
            ['Figure', 'As printed'],
            Object.entries(expected as Readonly<Record<string, string>>).map(([path, printed]) => [
              pathWords(path),
              printed,
            ]),
          ),
        ]
      : describe('', expected)),
  ];
}

/** "Score, pillars, custody, factors, cu hot ratio, score" for a path of the result. */
const pathWords = (path: string): string =>
  path
    .split('/')
    .map((part, index) => (index === 0 ? keyWords(part) : keyWords(part).toLowerCase()))
    .join(', ');

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** Inputs that were left open are not told. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, withoutEmpty(part)] as const)
      .filter(([, part]) => !isEmpty(part)),
  );
}
