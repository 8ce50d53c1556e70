import { formatAmount, formatMoneyShort } from '#shared/domain/format-money.ts';
import type { ModelWords } from '#shared/domain/model-words.ts';
import { sizeOfMinor } from '#shared/domain/money.ts';
import type { FactorEffect } from '#shared/pricing/price-result.ts';
import { type ChartView, figure } from './chart-view.ts';

/** Effects by size, the largest first; those of nothing are left to the table. */
export function rankedEffects(effects: readonly FactorEffect[]): readonly FactorEffect[] {
  return effects.toSorted((a, b) => Math.abs(b.effectMinor) - Math.abs(a.effectMinor));
}

function finding(first: FactorEffect | undefined, currency: string): string {
  if (first === undefined || first.effectMinor === 0) return 'No single factor moves the premium';
  const amount = formatMoneyShort(sizeOfMinor(first.effectMinor), currency);
  return first.effectMinor > 0
    ? `${first.label} costs most: ${amount} of the technical premium`
    : `${first.label} at its best would add ${amount} to the technical premium`;
}

/** Words and figures of the tornado: what each factor costs today against its best answer. */
export function tornadoView(
  effects: readonly FactorEffect[],
  currency: string,
  words: ModelWords,
): ChartView {
  const ranked = rankedEffects(effects);
  return {
    title: finding(ranked[0], currency),
    subtitle: `Technical premium today less the premium with that one factor at its best, ${currency}`,
    summary: `${ranked
      .slice(0, 5)
      .map((effect) => `${effect.label} ${formatMoneyShort(effect.effectMinor, currency)}`)
      .join(', ')}. Each effect is taken alone, so they do not add up.`,
    table: {
      columns: [
        { label: 'Factor', kind: 'text' },
        { label: 'Pillar', kind: 'text' },
        { label: `Effect, ${currency}`, kind: 'figure' },
        { label: `Technical premium at its best, ${currency}`, kind: 'figure' },
      ],
      rows: ranked.map((effect) => [
        effect.label,
        words.pillars[effect.pillar],
        figure(formatAmount(effect.effectMinor), effect.effectMinor / 100),
        figure(formatAmount(effect.technicalAtBestMinor), effect.technicalAtBestMinor / 100),
      ]),
    },
  };
}
