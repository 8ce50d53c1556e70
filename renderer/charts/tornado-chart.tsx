import type { ReactElement } from 'react';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import { PILLARS } from '#shared/domain/vocabulary.ts';
import type { FactorEffect } from '#shared/pricing/price-result.ts';
import { ChartFrame } from './chart-frame.tsx';
import { FillKey } from './chart-key.tsx';
import { PAPER_WIDTH } from './chart-surface.tsx';
import type { Medium } from './chart-view.ts';
import { useModelWords } from './model-words.tsx';
import { PILLAR_FILLS } from './pillar-bars.tsx';
import { RowChart } from './row-chart.tsx';
import { rankedEffects, tornadoView } from './tornado-view.ts';
import { linearAxis } from './value-axis.ts';

interface TornadoChartProps {
  readonly effects: readonly FactorEffect[];
  readonly rowLimit?: number;
  readonly currency?: string;
  readonly medium?: Medium;
  readonly paperWidth?: number;
}

/** What each factor costs in premium today, the largest effect first. */
export function TornadoChart(props: TornadoChartProps): ReactElement {
  const { effects, rowLimit = 10, currency = 'USD', medium = 'screen', paperWidth = PAPER_WIDTH } = props;
  const words = useModelWords();
  const shown = rankedEffects(effects)
    .filter((effect) => effect.effectMinor !== 0)
    .slice(0, rowLimit);
  const hidden = effects.length - shown.length;
  return (
    <ChartFrame view={tornadoView(effects, currency, words)} medium={medium}>
      <RowChart
        rows={shown.map((effect) => ({
          key: effect.factorId,
          label: effect.label,
          spans: [
            {
              from: 0,
              to: effect.effectMinor / 100,
              style: { tone: effect.pillar, fill: PILLAR_FILLS[effect.pillar] },
            },
          ],
          figure: formatAmount(effect.effectMinor),
          detail: [
            words.pillars[effect.pillar],
            `Costs ${formatMoney(effect.effectMinor, currency)}`,
            `At its best the technical premium is ${formatMoney(effect.technicalAtBestMinor, currency)}`,
          ],
        }))}
        axis={linearAxis(shown.map((effect) => effect.effectMinor / 100))}
        medium={medium}
        paperWidth={paperWidth}
      />
      <FillKey
        entries={PILLARS.filter((pillar) => shown.some((effect) => effect.pillar === pillar)).map(
          (pillar) => ({
            tone: pillar,
            fill: PILLAR_FILLS[pillar],
            label: words.pillars[pillar],
          }),
        )}
      />
      {hidden > 0 ? (
        <p className="chart-note">{`${hidden} factors with smaller or no effect are not drawn.`}</p>
      ) : null}
    </ChartFrame>
  );
}
