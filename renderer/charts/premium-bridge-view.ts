import { formatAmount, formatChange, formatMoney, formatMoneyShort } from '#shared/domain/format-money.ts';
import { sizeOfMinor } from '#shared/domain/money.ts';
import type { PremiumBridge } from '#shared/pricing/price-result.ts';
import { type ChartView, figure } from './chart-view.ts';
import { placeWaterfall, type WaterfallSpan } from './waterfall.ts';

type BridgeStep = PremiumBridge['steps'][number];

/** Steps with their places on the premium axis. */
export function placedSteps(
  bridge: PremiumBridge,
): readonly { readonly step: BridgeStep; readonly span: WaterfallSpan }[] {
  const spans = placeWaterfall(
    bridge.steps.map((step) => ({
      amountMinor: step.amountMinor,
      kind: step.kind === 'step' ? 'step' : 'total',
    })),
  );
  return bridge.steps.flatMap((step, index) => {
    const span = spans[index];
    return span === undefined ? [] : [{ step, span }];
  });
}

function finding(bridge: PremiumBridge, currency: string): string {
  const largest = bridge.steps
    .filter((step) => step.kind === 'step')
    .toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor))[0];
  if (largest === undefined || largest.amountMinor === 0) return 'This subject stands at its class average';
  const amount = formatMoneyShort(sizeOfMinor(largest.amountMinor), currency);
  return largest.amountMinor < 0
    ? `${largest.label} takes ${amount} off the class-average premium`
    : `${largest.label} adds ${amount} to the class-average premium`;
}

const shown = (step: BridgeStep): string =>
  step.kind === 'step' ? formatChange(step.amountMinor) : formatAmount(step.amountMinor);

/** Words and figures of the bridge from the class average to this subject. */
export function premiumBridgeView(bridge: PremiumBridge, currency: string): ChartView {
  const start = bridge.steps[0];
  const end = bridge.steps.at(-1);
  return {
    title: finding(bridge, currency),
    subtitle: `Technical premium, from the class-average subject to this one, ${currency}`,
    summary:
      start === undefined || end === undefined
        ? 'The bridge has no steps.'
        : `From ${formatMoney(start.amountMinor, currency)} for the class average to ${formatMoney(end.amountMinor, currency)}: ${bridge.steps
            .filter((step) => step.kind === 'step')
            .map((step) => `${step.label} ${formatChange(step.amountMinor)}`)
            .join(', ')}.`,
    table: {
      columns: [
        { label: 'Step', kind: 'text' },
        { label: currency, kind: 'figure' },
      ],
      rows: bridge.steps.map((step) => [step.label, figure(shown(step), step.amountMinor / 100)]),
    },
  };
}
