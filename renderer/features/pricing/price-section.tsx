import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { useEditor, useEditorPart } from '../../app/draft/editor-context.tsx';
import { ExceedanceChart } from '../../charts/exceedance-chart.tsx';
import { LayerChart } from '../../charts/layer-chart.tsx';
import { PremiumBridgeChart } from '../../charts/premium-bridge-chart.tsx';
import { PremiumBuildUpChart } from '../../charts/premium-build-up-chart.tsx';
import { TornadoChart } from '../../charts/tornado-chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { BuildUpTable } from './build-up-table.tsx';
import { LossTable } from './loss-table.tsx';
import { PartsTable } from './parts-table.tsx';
import { pricingWords as words } from './pricing.strings.ts';
import { RiskLoadTable } from './risk-load-table.tsx';
import { SolveBlock } from './solve-block.tsx';
import './price-section.css';

/** The whole working of the price: build-up, parts, loss of the period. */
export function PriceSection(): ReactElement {
  const { price: view, model } = useEditor('price', 'model');
  const asOf = useEditorPart(({ content }) => content.asOf);
  const currency = useEditorPart(({ content }) => content.currency);
  const { price, explanation } = view;
  const working = view.isCurrent ? 'price-working' : 'price-working is-stale';
  return (
    <section aria-labelledby="section-heading">
      <header className="section-head">
        <h2 id="section-heading" tabIndex={-1}>
          {words.title}
        </h2>
        <p className="soft measure">
          From exposure and score to the premium, every line with how it is made. Model {model.version}, as of{' '}
          {formatDate(asOf)}.
        </p>
      </header>
      {price === null ? (
        <EmptyState title={words.none}>{view.problems[0]?.message ?? words.noneWhy}</EmptyState>
      ) : (
        <div className={working}>
          <div className="section-block">
            <PremiumBuildUpChart price={price} currency={currency} />
            <BuildUpTable price={price} currency={currency} />
          </div>
        </div>
      )}
      <SolveBlock />
      {price !== null && (
        <div className={working}>
          {explanation?.bridge != null && (
            <div className={view.isExplanationCurrent ? 'section-block' : 'section-block is-stale'}>
              <PremiumBridgeChart bridge={explanation.bridge} currency={currency} />
            </div>
          )}
          {explanation?.effects != null && (
            <div className={view.isExplanationCurrent ? 'section-block' : 'section-block is-stale'}>
              <TornadoChart effects={explanation.effects} currency={currency} />
            </div>
          )}
          <div className="section-block">
            <LayerChart price={price} currency={currency} />
            <h3>{words.parts}</h3>
            <PartsTable price={price} currency={currency} />
          </div>
          <div className="section-block">
            <ExceedanceChart price={price} currency={currency} />
            <h3>{words.loss}</h3>
            <LossTable price={price} currency={currency} />
          </div>
          <div className="section-block">
            <h3>{words.riskLoads}</h3>
            <RiskLoadTable price={price} currency={currency} />
          </div>
        </div>
      )}
    </section>
  );
}
