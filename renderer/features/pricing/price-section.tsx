import { memo, type ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { ExceedanceChart } from '../../charts/exceedance-chart.tsx';
import { LayerChart } from '../../charts/layer-chart.tsx';
import { PremiumBridgeChart } from '../../charts/premium-bridge-chart.tsx';
import { PremiumBuildUpChart } from '../../charts/premium-build-up-chart.tsx';
import { TornadoChart } from '../../charts/tornado-chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useIdleValue } from '../../components/use-idle-value.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import type { PriceView } from '../../editor/draft/judgement-view.ts';
import { priceViewAt, useShare } from '../../editor/draft/share.ts';
import { BuildUpTable } from './build-up-table.tsx';
import { LossTable } from './loss-table.tsx';
import { PartsTable } from './parts-table.tsx';
import { NO_PRICE_YET } from './price-words.ts';
import { RiskLoadTable } from './risk-load-table.tsx';
import { SolveBlock } from './solve-block.tsx';
import './price-section.css';

// Drawn again for other figures alone, not when those shown are marked as of an earlier input.
const BuildUpPicture = memo(PremiumBuildUpChart);
const BuildUpFigures = memo(BuildUpTable);
const BridgePicture = memo(PremiumBridgeChart);
const EffectsPicture = memo(TornadoChart);
const LayerPicture = memo(LayerChart);
const PartsFigures = memo(PartsTable);
const ExceedancePicture = memo(ExceedanceChart);
const LossFigures = memo(LossTable);
const RiskLoadFigures = memo(RiskLoadTable);
const Solving = memo(SolveBlock);

/** The whole working of the price: build-up, parts, loss of the period. */
export function PriceSection({ title }: { readonly title: string }): ReactElement {
  const { price: whole, model } = useEditor('price', 'model');
  const share = useShare();
  const view = priceViewAt(whole, share.percent);
  const asOf = useEditorPart(({ content }) => content.asOf);
  const currency = useEditorPart(({ content }) => content.currency);
  const { price, isCurrent, explanation, isExplanationCurrent } = view;
  return (
    <section aria-labelledby="section-heading">
      <header className="section-head">
        <h2 id="section-heading" tabIndex={-1}>
          {title}
        </h2>
        <p className="soft measure">
          From exposure and score to the premium, with the working of every line. Model {model.version}, as of{' '}
          {formatDate(asOf)}. All amounts are {share.words}
          {share.percent === 100 ? '' : '; how each line is computed is told at 100%'}.
        </p>
      </header>
      {price === null ? (
        <NoPrice view={view} />
      ) : (
        <div className="section-block">
          <Turn of={price} isCurrent={isCurrent}>
            {(shown) => <BuildUpPicture price={shown} currency={currency} />}
          </Turn>
          <Turn of={price} isCurrent={isCurrent}>
            {(shown) => <BuildUpFigures price={shown} currency={currency} />}
          </Turn>
        </div>
      )}
      <Solving />
      {price !== null && (
        <>
          {explanation?.bridge != null && (
            <div className="section-block">
              <Turn of={explanation.bridge} isCurrent={isExplanationCurrent}>
                {(bridge) => <BridgePicture bridge={bridge} currency={currency} />}
              </Turn>
            </div>
          )}
          {explanation?.effects != null && (
            <div className="section-block">
              <Turn of={explanation.effects} isCurrent={isExplanationCurrent}>
                {(effects) => <EffectsPicture effects={effects} currency={currency} />}
              </Turn>
            </div>
          )}
          <div className="section-block">
            <Turn of={price} isCurrent={isCurrent}>
              {(shown) => <LayerPicture price={shown} currency={currency} />}
            </Turn>
            <h3>Parts of cover</h3>
            <Turn of={price} isCurrent={isCurrent}>
              {(shown) => <PartsFigures price={shown} currency={currency} />}
            </Turn>
          </div>
          <div className="section-block">
            <Turn of={price} isCurrent={isCurrent}>
              {(shown) => <ExceedancePicture price={shown} currency={currency} />}
            </Turn>
            <h3>Loss of the period</h3>
            <Turn of={price} isCurrent={isCurrent}>
              {(shown) => <LossFigures price={shown} currency={currency} />}
            </Turn>
          </div>
          <div className="section-block">
            <h3>Risk load by principle</h3>
            <Turn of={price} isCurrent={isCurrent}>
              {(shown) => <RiskLoadFigures price={shown} currency={currency} />}
            </Turn>
          </div>
        </>
      )}
    </section>
  );
}

/** Why there is no price; before the first answer that is not known, and nothing is said of it. */
const NoPrice = ({ view: { whyNone, failure } }: { readonly view: PriceView }): ReactElement =>
  whyNone === null && failure === null ? (
    <p className="soft" role="status">
      Computing…
    </p>
  ) : (
    <EmptyState title={NO_PRICE_YET}>{whyNone ?? failure}</EmptyState>
  );

interface TurnProps<T> {
  readonly of: T;
  readonly isCurrent: boolean;
  readonly children: (value: T) => ReactElement;
}

/** One part of the working, drawn in its turn; until then, and while its figures are of an earlier input, marked so. */
function Turn<T>({ of, isCurrent, children }: TurnProps<T>): ReactElement {
  const shown = useIdleValue(of);
  const isStale = !isCurrent || shown !== of;
  return <div className={isStale ? 'price-turn is-stale' : 'price-turn'}>{children(shown)}</div>;
}
