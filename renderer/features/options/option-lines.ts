import type { AssessmentContent, OptionTerms, PartTerms } from '#shared/domain/assessment-content.ts';
import { corridorPosition } from '#shared/domain/corridor-words.ts';
import { formatAdequacy, formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { partLabel } from '#shared/domain/model-words.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { optionIds, optionTerms } from '#shared/domain/options.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { standsUnderPolicy } from '#shared/domain/stands-under-policy.ts';
import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import { walkAwayMinor } from '#shared/underwriting/walk-away.ts';
import type { OptionView } from '../../editor/draft/judgement-view.ts';
import type { Share } from '../../editor/draft/share.ts';

/** One line of the table side by side: a cell for each option. */
export interface OptionLine {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly string[];
  /** Figures of a price are marked while they are of an earlier input. */
  readonly isPrice: boolean;
  readonly isTotal?: true;
}

/** A group of lines under a heading of its own. */
export interface OptionGroup {
  readonly title: string;
  readonly lines: readonly OptionLine[];
}

interface Compared {
  readonly terms: OptionTerms;
  readonly view: OptionView | undefined;
}

export interface OptionLinesInput {
  readonly whole: AssessmentContent;
  readonly options: readonly OptionView[];
  readonly model: RatingModel;
  readonly share: Share;
  readonly walkAwayPercent: number | null;
}

const NONE = '–';

const partsIn = (all: readonly Compared[]): readonly CoveragePartId[] => [
  ...new Set(all.flatMap(({ terms }) => terms.parts.map(({ part }) => part))),
];

function partGroup(
  part: CoveragePartId,
  all: readonly Compared[],
  { model, share }: OptionLinesInput,
): OptionGroup {
  const amount = (minor: MinorUnits) => formatAmountPlain(share.of(minor));
  const own = all.map(({ terms }) => terms.parts.find((candidate) => candidate.part === part));
  const line = (key: string, label: string, of: (terms: PartTerms) => string): OptionLine => ({
    key: `${part}.${key}`,
    label,
    isPrice: false,
    cells: own.map((terms) => (terms === undefined ? NONE : of(terms))),
  });
  const rates: OptionLine = {
    key: `${part}.rate`,
    label: 'Rate on line, a year',
    isPrice: true,
    cells: all.map(({ view }) => {
      const priced = view?.parts.find((candidate) => candidate.part === part);
      if (priced === undefined) return NONE;
      const rate = formatRateOnLine(priced.rateOnLine);
      return priced.corridor === null ? rate : `${rate}, ${corridorPosition(priced.corridor)} corridor`;
    }),
  };
  return {
    title: partLabel(model, part),
    lines: [
      line('limit', 'Limit each event', ({ limitMinor }) => amount(limitMinor)),
      line('retention', 'Retention each event', ({ retentionMinor }) => amount(retentionMinor)),
      line('coinsurance', 'Coinsurance', ({ coinsurancePercent }) => formatPercentValue(coinsurancePercent)),
      line('aggregate', 'Aggregate limit', (terms) => amount(terms.aggregateLimitMinor ?? terms.limitMinor)),
      line('aggregate-retention', 'Aggregate retention', (terms) => amount(terms.aggregateRetentionMinor)),
      {
        key: `${part}.shared`,
        label: 'Shares the policy aggregate',
        isPrice: false,
        cells: all.map(({ terms }, i) => {
          const here = own[i];
          return here === undefined ? NONE : standsUnderPolicy(terms)(here) ? 'Yes' : 'No';
        }),
      },
      rates,
    ],
  };
}

function policyGroup(all: readonly Compared[], { share, model }: OptionLinesInput): OptionGroup {
  const amount = (minor: MinorUnits) => formatAmountPlain(share.of(minor));
  const line = (key: string, label: string, of: (terms: OptionTerms) => string): OptionLine => ({
    key,
    label,
    isPrice: false,
    cells: all.map(({ terms }) => of(terms)),
  });
  return {
    title: 'Policy and premium terms',
    lines: [
      line('policy-limit', 'Policy aggregate limit', ({ policyAggregateLimitMinor: minor }) =>
        minor === null ? 'largest of the parts' : amount(minor),
      ),
      line('policy-retention', 'Policy aggregate retention', (terms) =>
        amount(terms.policyAggregateRetentionMinor),
      ),
      line(
        'risk-load',
        'Risk load',
        ({ riskLoadPrinciple }) =>
          model.wording.riskLoadPrinciples.find(({ id }) => id === riskLoadPrinciple)?.label ??
          riskLoadPrinciple,
      ),
      line('brokerage', 'Brokerage', ({ brokeragePercent }) =>
        brokeragePercent === undefined ? 'as the rating model' : formatPercentValue(brokeragePercent),
      ),
      line('schedule', 'Schedule adjustment', ({ schedulePercent }) => formatPercentValue(schedulePercent)),
    ],
  };
}

function priceGroup(all: readonly Compared[], { share, walkAwayPercent }: OptionLinesInput): OptionGroup {
  type Figures = NonNullable<OptionView['figures']>;
  const line = (key: string, label: string, of: (figures: Figures) => string): OptionLine => ({
    key,
    label,
    isPrice: true,
    cells: all.map(({ view }) =>
      view === undefined ? '…' : view.figures === null ? 'No price' : of(view.figures),
    ),
  });
  const amount = (minor: MinorUnits) => formatAmountPlain(share.of(minor));
  return {
    title: 'Price',
    lines: [
      line('technical', 'Technical premium', ({ technicalMinor }) => amount(technicalMinor)),
      line('walk-away', 'Walk-away premium', ({ technicalMinor }) => {
        const floor = walkAwayMinor(technicalMinor, walkAwayPercent);
        return floor === null ? 'no floor set' : amount(floor);
      }),
      { ...line('quoted', 'Quoted premium', ({ quotedMinor }) => amount(quotedMinor)), isTotal: true },
      line('adequacy', 'Adequacy, quoted over technical', ({ adequacy }) => formatAdequacy(adequacy)),
      line('rate-on-line', 'Rate on line', ({ rateOnLine }) => formatRateOnLine(rateOnLine)),
      line('most-event', 'Most paid for one event', ({ mostEventMinor }) => amount(mostEventMinor)),
      line('most-period', 'Most paid in the period', ({ mostPeriodMinor }) => amount(mostPeriodMinor)),
    ],
  };
}

/** Every line of the table side by side, the price first. */
export function optionGroups(input: OptionLinesInput): readonly OptionGroup[] {
  const all = optionIds(input.whole).map((id) => ({
    terms: optionTerms(input.whole, id),
    view: input.options.find((option) => option.id === id),
  }));
  return [
    priceGroup(all, input),
    ...partsIn(all).map((part) => partGroup(part, all, input)),
    policyGroup(all, input),
  ];
}
