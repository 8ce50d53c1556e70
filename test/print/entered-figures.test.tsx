import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { priceLines } from '#electron/cli/price-summary.ts';
import { QuotationPages } from '#renderer/print/quotation/quotation-pages.tsx';
import { QuoteDocumentPages } from '#renderer/print/quote-document-pages.tsx';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { submissionSchema } from '#shared/domain/assessment-content.ts';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import { exactNumber, formatPercentValue } from '#shared/domain/format-number.ts';
import { addOption, labelOption } from '#shared/domain/option-edits.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { quotationOf } from '#shared/quote/quotation.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { cents } from '../support/branded.ts';
import { SUBMISSION_FIELDS, type SubmissionField } from '../support/submission-fields.ts';
import { exampleDocument } from './example-documents.ts';
import { model } from './worked-example.ts';

const input: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'inputs', 'entered-figures.json'), 'utf8'),
);
const parsed = parseSubmission(input, model);
if (!parsed.ok) throw new Error(parsed.failure.message);
/** With an option of other terms and our part of the order. */
const content: AssessmentContent = labelOption(
  addOption(
    {
      ...parsed.value,
      terms: { ...parsed.value.terms, line: { orderPercent: 80, writtenPercent: 12.5, role: 'follow' } },
    },
    'A',
  ),
  'B',
  'As A',
);

/** The text of worksheet and quotation, no-break spaces as spaces, and of the terminal's summary. */
function printed(of: AssessmentContent): { readonly paper: string; readonly terminal: string } {
  const document = exampleDocument({ content: of });
  const paper = renderToStaticMarkup(
    <>
      <QuoteDocumentPages document={document} />
      <QuotationPages quotation={quotationOf(document)} paper="a4" />
    </>,
  )
    .replace(/<[^>]+>/g, '|')
    .replaceAll('\u00a0', ' ');
  const terminal = document.price === null ? '' : priceLines(document).join('\n').replaceAll('\u00a0', ' ');
  return { paper, terminal };
}

describe('percentages of more than two decimals', () => {
  const { paper, terminal } = printed(content);

  it.each([
    ['Quebec 9.975%', true],
    ['Wyoming 0.175%', true],
    ['\u22127.125%', true],
    ['33.333%', true],
    ['0.125%', true],
  ])('%s stands on the paper as it was priced', (figure) => {
    expect(paper.includes(figure)).toBe(true);
  });

  it('and on the terminal', () => {
    for (const figure of ['9.975%', '0.175%', '\u22127.125%', '33.333%', '0.125%'])
      expect(terminal).toContain(figure);
  });

  it('nothing shorter is left of any of them', () => {
    for (const short of ['9.97%', '9.98%', '7.13%', '7.12%', '7.1%', '33.33%'])
      for (const text of [paper, terminal]) expect([short, text.includes(short)]).toEqual([short, false]);
  });

  it('the printed rate of the printed premium is the printed tax', () => {
    const { price } = exampleDocument({ content });
    for (const tax of price!.taxes) {
      const exact =
        (BigInt(price!.quotedMinor) * BigInt(Math.round(tax.ratePercent * 1000)) * 2n + 100_000n) / 200_000n;
      expect(BigInt(tax.amountMinor)).toBe(exact);
      expect(paper.includes(formatAmount(tax.amountMinor))).toBe(true);
    }
  });
});

type Place = Record<string | number, unknown>;

/** The content with what stands at a path of a field set to a value, in every row of a list and every entry of a record. */
function withEverywhere(path: SubmissionField['path'], value: unknown): AssessmentContent {
  const copy = structuredClone(content) as unknown as Place;
  const set = (place: Place, rest: SubmissionField['path']): void => {
    const [part, ...more] = rest;
    if (part === undefined || place === null || typeof place !== 'object') return;
    const keys = part === 0 || part === 'some-id' ? Object.keys(place) : [part];
    for (const key of keys) {
      if (more.length === 0) place[key] = value;
      else set(place[key] as Place, more);
    }
  };
  set(copy, path);
  const again = submissionSchema.parse({ format: 'ballast-submission/1', ...copy });
  const { format: _format, $schema: _schema, ...rest } = again;
  return rest;
}

const PERCENTAGES = [9.975, 0.175, 33.333, 0.125, 0.004, 99.999];
const named = (field: SubmissionField) => [field.path.join('.'), field.path] as const;

describe('every percentage that a submission can state', () => {
  const fields = SUBMISSION_FIELDS.filter((field) => field.kind === 'percent').map(named);

  it('is found in the schema', () =>
    expect(fields.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'terms.taxes.0.ratePercent',
        'terms.schedulePercent',
        'terms.parts.0.coinsurancePercent',
        'terms.parts.0.enteredRate.ratePercent',
        'incidents.0.usersMadeWholePercent',
      ]),
    ));

  it.each(fields)('%s is printed with every digit', (_, path) => {
    const most = path.at(-1) === 'brokeragePercent' ? 60 : 100;
    for (const percent of PERCENTAGES.filter((value) => value <= most)) {
      const { paper } = printed(withEverywhere(path, percent));
      expect([percent, paper.includes(formatPercentValue(percent))]).toEqual([percent, true]);
    }
  });
});

describe('every other figure that a submission can state', () => {
  /** Not on the paper as typed, and why. */
  const UNPRINTED: Readonly<Record<string, string>> = {
    'incidents.0.assetsAtTimeMinor': 'the paper prints what share of them was lost',
  };

  it.each(SUBMISSION_FIELDS.filter((field) => field.kind === 'money').map(named))(
    '%s is printed to the cent',
    (name, path) => {
      if (name in UNPRINTED) return;
      const amount = cents(1_234_567_89);
      expect(printed(withEverywhere(path, amount)).paper.includes(formatAmountPlain(amount))).toBe(true);
    },
  );

  it.each([
    ['incidents.0.disclosureHours', 12_345.678_9],
    ['terms.periodDays', 353],
  ] as const)('%s', (name, value) => {
    const { path } = SUBMISSION_FIELDS.find((field) => field.path.join('.') === name)!;
    expect(printed(withEverywhere(path, value)).paper.includes(exactNumber(value))).toBe(true);
  });

  it('the number of an answer', () => {
    const { score } = judge({
      content: {
        ...content,
        answers: {
          ...content.answers,
          'cu-hot-ratio': { ...content.answers['cu-hot-ratio']!, value: 9.123_456_7 },
        },
      },
      model,
      today: content.asOf,
      grid: 'draft',
    });
    const factor = score.pillars.custody.factors.find(({ factorId }) => factorId === 'cu-hot-ratio');
    expect(factor?.answerText).toContain('9.1234567');
  });
});
