import { formatChance } from '#shared/domain/format-figures.ts';
import { formatUnits, formatUnitsShort } from '#shared/domain/format-money.ts';
import { formatNumber, formatShareValue } from '#shared/domain/format-number.ts';
import type { ExceedancePoint, PriceResult } from '#shared/pricing/price-result.ts';
import { type ChartView, figure } from './chart-view.ts';

/** One abscissa of the drawn curves; a curve has no value where it has no point of its own. */
export interface CurvePoint {
  readonly loss: number;
  readonly aggregate?: number;
  readonly occurrence?: number;
}

export interface ExceedanceMark {
  readonly value: number;
  readonly label: string;
  readonly kind: 'retention' | 'limit';
}

/** Rarer than this is not drawn: the reader would take it for a known figure. */
export const RAREST = 1e-4;

/** The positive part of a curve on log axes: the first point at or under the floor is set on it, later ones are dropped. */
function drawable(curve: readonly ExceedancePoint[]): readonly ExceedancePoint[] {
  const positive = curve.filter((point) => point.loss > 0);
  const end = positive.findIndex((point) => point.probability <= RAREST);
  if (end < 0) return positive;
  return positive
    .slice(0, end + 1)
    .map((point, index) => (index === end ? { ...point, probability: RAREST } : point));
}

/** Both curves on one list of losses, ascending. */
export function curvePoints(price: PriceResult): readonly CurvePoint[] {
  const points: CurvePoint[] = [
    ...drawable(price.loss.aggregateCurve).map((p) => ({ loss: p.loss, aggregate: p.probability })),
    ...drawable(price.loss.occurrenceCurve).map((p) => ({ loss: p.loss, occurrence: p.probability })),
  ];
  return points.toSorted((a, b) => a.loss - b.loss);
}

/** Retentions and limits to mark: the span of the parts' retentions, the shared limit, the most that can be payable. */
export function exceedanceMarks(price: PriceResult): readonly ExceedanceMark[] {
  const retentions = price.parts.map((part) => part.retentionMinor / 100).filter((value) => value > 0);
  const maximum = price.maximumPayableMinor / 100;
  const shared = price.policyLimitMinor === null ? null : price.policyLimitMinor / 100;
  const low = Math.min(...retentions);
  const high = Math.max(...retentions);
  const marks: ExceedanceMark[] = [];
  if (retentions.length > 0 && low < high) {
    marks.push({ value: low, label: 'Lowest retention', kind: 'retention' });
    marks.push({ value: high, label: 'Highest retention', kind: 'retention' });
  } else if (retentions.length > 0)
    marks.push({ value: low, label: 'Retention each event', kind: 'retention' });
  if (price.policyRetentionMinor > 0)
    marks.push({ value: price.policyRetentionMinor / 100, label: 'Policy retention', kind: 'retention' });
  if (shared !== null && shared < maximum)
    marks.push({ value: shared, label: 'Shared limit', kind: 'limit' });
  if (maximum > 0) marks.push({ value: maximum, label: 'Maximum payable', kind: 'limit' });
  return marks;
}

function finding(price: PriceResult, currency: string): string {
  const { probabilityAnyLoss, returnLosses } = price.loss;
  if (!(probabilityAnyLoss > 0)) return 'No loss reaches the layers';
  const telling = returnLosses.filter((loss) => loss.years >= 100).find((loss) => loss.aggregate > 0);
  const often = `A ${formatChance(probabilityAnyLoss)} chance of a loss in the period`;
  if (telling === undefined) return often;
  return `${often}; a ${formatShareValue(1 / telling.years)} chance of ${formatUnitsShort(telling.aggregate, currency)} or more`;
}

/** Curves as near as this lie under one another on a logarithmic axis. */
const APART = 1.05;

/** True where the largest event makes nearly the whole loss of a period, so that both curves are seen as one line. */
const runAsOne = ({ loss }: PriceResult): boolean =>
  loss.returnLosses.every(({ aggregate, occurrence }) => aggregate <= occurrence * APART);

/** Words and figures of the exceedance chart. */
export function exceedanceView(price: PriceResult, currency: string): ChartView {
  const { loss } = price;
  const top = loss.returnLosses.at(-1);
  return {
    title: finding(price, currency),
    subtitle: `Insurer’s loss, ${currency}, logarithmic scale, against the chance that a policy period of ${price.periodDays} days brings more${runAsOne(price) ? '. The largest event is nearly all of a period’s loss: the two curves run as one line' : ''}`,
    summary: `The chance of any loss is ${formatChance(loss.probabilityAnyLoss)}, of a fully used limit ${formatChance(loss.probabilityLimitExhausted)}. The mean loss is ${formatUnitsShort(loss.mean, currency)}.${
      top === undefined
        ? ''
        : ` At a chance of ${formatShareValue(1 / top.years)}: ${formatUnitsShort(top.aggregate, currency)} in the aggregate of a period, ${formatUnitsShort(top.occurrence, currency)} from the largest single event.`
    }`,
    table: {
      columns: [
        { label: 'Return period, 1 in', kind: 'figure' },
        { label: `Aggregate (AEP), ${currency}`, kind: 'figure' },
        { label: `Occurrence (OEP), ${currency}`, kind: 'figure' },
      ],
      rows: loss.returnLosses.map((row) => [
        figure(formatNumber(row.years), row.years),
        figure(formatUnits(row.aggregate), row.aggregate),
        figure(formatUnits(row.occurrence), row.occurrence),
      ]),
    },
  };
}
