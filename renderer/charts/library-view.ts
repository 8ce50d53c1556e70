import { formatCount } from '#shared/domain/format-date.ts';
import { formatUnits, formatUnitsShort } from '#shared/domain/format-money.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { LIBRARY_CAUSES, type LibraryCause } from '#shared/library/library-row.ts';
import { CAUSE_WORDS } from '#shared/library/library-words.ts';
import { type ChartCell, type ChartView, figure } from './chart-view.ts';

/** How often, or how much. */
export type LibraryMeasure = 'count' | 'loss';

/** What a chart needs of an incident. */
export interface CountedIncident {
  readonly year: number;
  readonly cause: LibraryCause;
  readonly lossUsd: number;
}

export interface Tally {
  readonly count: number;
  readonly lossUsd: number;
}

const nothing: Tally = { count: 0, lossUsd: 0 };

const tally = (incidents: readonly CountedIncident[]): Tally =>
  incidents.reduce(
    ({ count, lossUsd }, one) => ({ count: count + 1, lossUsd: lossUsd + one.lossUsd }),
    nothing,
  );

export const measureOf = (measure: LibraryMeasure, { count, lossUsd }: Tally): number =>
  measure === 'count' ? count : lossUsd;

export const measureText = (measure: LibraryMeasure, value: number): string =>
  measure === 'count' ? formatNumber(value) : formatUnitsShort(value, 'USD');

const exactCell = (measure: LibraryMeasure, sum: Tally): ChartCell => {
  const value = measureOf(measure, sum);
  return figure(measure === 'count' ? formatNumber(value) : formatUnits(value), value);
};

/** Each year from the first to the last that has an incident, those without one among them. */
export function byYear(
  incidents: readonly CountedIncident[],
): readonly (Tally & { readonly year: number; readonly incidents: readonly CountedIncident[] })[] {
  const years = incidents.map(({ year }) => year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
    const own = incidents.filter(({ year }) => year === first + i);
    return { year: first + i, incidents: own, ...tally(own) };
  });
}

/** Each cause that has an incident, the greatest first. */
export const byCause = (
  incidents: readonly CountedIncident[],
  measure: LibraryMeasure,
): readonly (Tally & { readonly cause: LibraryCause })[] =>
  LIBRARY_CAUSES.map((cause) => ({ cause, ...tally(incidents.filter((one) => one.cause === cause)) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => measureOf(measure, b) - measureOf(measure, a));

/** Words and figures by year; its table crosses years with causes. */
export function yearView(incidents: readonly CountedIncident[], measure: LibraryMeasure): ChartView {
  const years = byYear(incidents);
  const causes = byCause(incidents, measure).map(({ cause }) => cause);
  const most = years.toSorted((a, b) => measureOf(measure, b) - measureOf(measure, a))[0];
  const whole = tally(incidents);
  return {
    title:
      most === undefined
        ? 'No incident is left by the filter'
        : `${most.year} has most, ${measureText(measure, measureOf(measure, most))}${measure === 'count' ? ` of ${formatCount(whole.count, 'incident')}` : ` of ${measureText('loss', whole.lossUsd)} lost`}`,
    subtitle:
      measure === 'count' ? 'Number of incidents by year of the loss' : 'Gross loss by year, USD as lost',
    summary: `${years.map((one) => `${one.year}: ${measureText(measure, measureOf(measure, one))}`).join('; ')}.`,
    table: {
      columns: [
        { label: 'Year', kind: 'text' },
        { label: 'All', kind: 'figure' },
        ...causes.map((cause) => ({ label: CAUSE_WORDS[cause], kind: 'figure' as const })),
      ],
      rows: years.map((one) => [
        String(one.year),
        exactCell(measure, one),
        ...causes.map((cause) =>
          exactCell(measure, tally(one.incidents.filter((incident) => incident.cause === cause))),
        ),
      ]),
    },
  };
}

/** Words and figures by cause. */
export function causeView(incidents: readonly CountedIncident[], measure: LibraryMeasure): ChartView {
  const causes = byCause(incidents, measure);
  const whole = measureOf(measure, tally(incidents));
  const [first] = causes;
  return {
    title:
      first === undefined
        ? 'No cause is left by the filter'
        : `${CAUSE_WORDS[first.cause]}: ${formatNumber((100 * measureOf(measure, first)) / whole, 0)}% of what is ${measure === 'loss' ? 'lost' : 'counted'}`,
    subtitle: measure === 'count' ? 'Number of incidents by cause' : 'Gross loss by cause, USD as lost',
    summary: `${causes.map((one) => `${CAUSE_WORDS[one.cause]}: ${measureText(measure, measureOf(measure, one))}`).join('; ')}.`,
    table: {
      columns: [
        { label: 'Cause', kind: 'text' },
        { label: 'Incidents', kind: 'figure' },
        { label: 'Loss, USD', kind: 'figure' },
      ],
      rows: causes.map((one) => [CAUSE_WORDS[one.cause], exactCell('count', one), exactCell('loss', one)]),
    },
  };
}
