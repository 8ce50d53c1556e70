import type { ReactElement } from 'react';
import { formatRelativity } from '#shared/domain/format-figures.ts';
import { formatUnits, formatUnitsShort } from '#shared/domain/format-money.ts';
import {
  exactNumber,
  formatScore,
  formatShareValue,
  formatSignificant,
} from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { ModelFigures, PartModelFigures } from '#shared/quote/model-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { quotedParts } from './part-numbers.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingModelProps {
  readonly document: QuoteDocument;
  readonly price: PriceResult;
}

/** The figures of the model that were used, and the formulas that they stand in: enough to rate the parts again by hand. */
export function WorkingModel({ document, price }: WorkingModelProps): ReactElement | null {
  const { modelFigures: figures } = document;
  if (figures === undefined || figures.parts.length === 0) return null;
  const { short, number } = quotedParts(document);
  const inOrder = <P extends Pick<PartModelFigures, 'part'>>(parts: readonly P[]): readonly P[] =>
    parts.toSorted((a, b) => number(a.part) - number(b.part));
  const { currency } = document.content;
  const figure = { kind: 'figure' } as const;
  return (
    <>
      <h3>Figures of the model, and how they are used</h3>
      <PrintTable
        label="Slopes and other figures of the model by part"
        columns={[
          { label: 'Part', width: 12 },
          { label: 'Slope, custody', ...figure },
          { label: 'Slope, audits', ...figure },
          { label: 'Slope, incidents', ...figure },
          { label: 'R held in', ...figure },
          { label: 'Reference value', ...figure },
          { label: 'Power of size', ...figure },
          { label: 'Price of risk', ...figure },
        ]}
        rows={inOrder(figures.parts).map((part) => ({
          key: part.part,
          cells: [
            short(part.part),
            exactNumber(part.slopes.custody),
            exactNumber(part.slopes.audits),
            exactNumber(part.slopes.incidents),
            `${exactNumber(part.scoreBounds.low)} to ${exactNumber(part.scoreBounds.high)}`,
            part.referenceValue === null ? 'None' : formatUnitsShort(part.referenceValue, currency),
            exactNumber(part.elasticity),
            exactNumber(part.priceOfRisk),
          ],
        }))}
      />
      <PrintTable
        label="Own experience and evidence by part"
        columns={[
          { label: 'Part', width: 12 },
          { label: 'Own losses m', ...figure },
          { label: 'Years counted', ...figure },
          { label: 'Counted s', ...figure },
          { label: 'Z before q', ...figure },
          { label: 'Last years q', ...figure },
          { label: 'Gap g', ...figure },
          { label: 'Retention as damage', ...figure },
        ]}
        rows={inOrder(price.parts).map(
          ({ part, ownExperience, thresholdEvents, evidenceGap, retentionDamageRatio }) => ({
            key: part,
            cells: [
              short(part),
              formatSignificant(ownExperience.m),
              formatRelativity(ownExperience.effectiveYears),
              formatSignificant(thresholdEvents ?? 1),
              formatRelativity(ownExperience.z0),
              formatSignificant(ownExperience.q),
              formatRelativity(evidenceGap),
              formatSignificant(retentionDamageRatio),
            ],
          }),
        )}
      />
      <PrintTable
        label="Laws of one loss by part"
        columns={[
          { label: 'Part', width: 12 },
          { label: 'Large events: damage ratio D, of the exposed value V' },
          { label: 'Small events: loss, at most V', width: 34 },
        ]}
        rows={inOrder(figures.parts).map((part) => ({
          key: part.part,
          cells: [short(part.part), largeWords(part), smallWords(part, currency)],
        }))}
      />
      <ul className="notes small">
        {formulas(figures, price, currency).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const log = (at: number, by: number): string =>
  `${exactNumber(at)}${by === 0 ? '' : ` ${by < 0 ? '\u2212' : '+'} ${exactNumber(Math.abs(by))} × ln(V ÷ reference)`}`;

function largeWords({ large, bySize }: PartModelFigures): string {
  if (large === null) return 'None';
  if (large.family === 'beta') {
    const law = `Beta, α ${formatSignificant(large.a)}, β ${formatSignificant(large.b)}`;
    return bySize === null ? law : `${law}: ln(α ÷ β) is ${log(bySize.at, bySize.by)}`;
  }
  const law = `Lognormal, μ ${formatSignificant(large.mu)}, σ ${formatSignificant(large.sigma)}, given D at most 1`;
  return bySize === null ? law : `${law}: μ is ${log(bySize.at, bySize.by)}`;
}

const smallWords = ({ small }: PartModelFigures, currency: string): string =>
  small === null
    ? 'None'
    : `${exactNumber(small.share)} for each large one: lognormal, median ${currency} ${formatUnits(small.median)} or ${formatShareValue(small.medianShareOfValue)} of V if less, σ ${exactNumber(small.sigma)}`;

/** How the columns of the tables follow from one another, with the figures that are the same for every part. */
function formulas(figures: ModelFigures, price: PriceResult, currency: string): readonly string[] {
  const { experience, containment, sizeBounds, valueBounds } = figures;
  const within = ({ low, high }: { readonly low: number; readonly high: number }) =>
    `held between ${exactNumber(low)} and ${exactNumber(high)}`;
  const counted =
    experience.counted === null
      ? 'every event is counted (s is 1)'
      : `s is the number of events above ${currency} ${formatUnits(experience.counted.amount)}, or ${formatShareValue(experience.counted.shareOfValue)} of V if less, for each large one`;
  return [
    `Events λ = base × size f × type × R × Z × U × ${price.periodDays} ÷ 365. Their count is negative binomial with mixing cv² = 1 ÷ (${exactNumber(experience.heterogeneity)} + m).`,
    ...(sizeBounds === null ? [] : [`Size f = (V ÷ reference, ${within(sizeBounds)}) to the power of size.`]),
    `Score R = exp of the sum over the pillars of slope × (${exactNumber(figures.referenceScore)} − score of the pillar) ÷ 10, held as the table says.`,
    `Own record: expected e = base × type × R × years counted × size f × s, where ${counted}; up to ${exactNumber(experience.yearsCap)} years count, with a half-life of ${exactNumber(experience.halfLifeYears)}. Z before q = (${exactNumber(experience.heterogeneity)} + m) ÷ (${exactNumber(experience.heterogeneity)} + e). Where that is below 1, Z = 1 − (1 − Z before q) × (1 − q), q the largest own loss of the last ${exactNumber(experience.cleanYears)} years as a count; Z is ${within(experience)}.`,
    `Evidence U = exp(${exactNumber(figures.evidenceSlope)} × gap g), g the unproven share of the pillars weighted by their slopes.`,
    `Severity of a large event: loss = V × D to the power κ, κ = exp(${exactNumber(containment.slope)} × (containment − ${exactNumber(containment.reference)}) ÷ 10), ${within(containment)}: κ ${formatRelativity(price.kappa)} at a containment of ${formatScore(price.severityScore)}, the mean score of ${containment.factors.map(lowerFirst).join(', ')}.${valueBounds === null ? '' : ` In the laws V is held between ${currency} ${formatUnits(valueBounds.low)} and ${formatUnits(valueBounds.high)}.`}`,
    `Paid for one event: (1 − coinsurance) × the loss above the retention, up to the limit; retention as damage is (retention ÷ V) to the power 1 ÷ κ. Of the period: the sum of its events, after the aggregate terms of the part and of the policy.`,
  ];
}
