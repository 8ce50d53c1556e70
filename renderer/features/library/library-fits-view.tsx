import type { ReactElement } from 'react';
import type { FitFigure } from '#shared/calibration/fit-figures.ts';
import type { LibraryFits } from '#shared/calibration/library-fits.ts';
import { formatSignificant } from '#shared/domain/format-number.ts';
import { FitChart } from '../../charts/fit-chart.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Made } from './library-store.ts';
import type { KnownPack } from './use-library-pack.ts';

interface LibraryFitsViewProps {
  readonly fits: Made<LibraryFits>;
  readonly packs: readonly KnownPack[];
  readonly packId: string;
}

const figure = (value: number): string => formatSignificant(value, 4);

/** One standard error either side, or the interval of 90 %, as the fit gives it. */
function uncertainty({ se, interval }: Pick<FitFigure, 'se' | 'interval'>): string {
  if (interval !== null)
    return `${formatSignificant(interval[0], 3)} to ${formatSignificant(interval[1], 3)}`;
  return se === null ? 'not known' : `SE ${formatSignificant(se, 3)}`;
}

/** Severity against the fitted laws, and every figure that is fitted, of the whole pack. */
export function LibraryFitsView({ fits, packs, packId }: LibraryFitsViewProps): ReactElement {
  if (fits.phase === 'failed')
    return (
      <Notice tone="stop" role="alert" title="This library cannot be fitted">
        {fits.sentences.join(' ')}
      </Notice>
    );
  if (fits.phase !== 'done' || fits.pack !== packId)
    return (
      <p className="soft" role="status">
        Fitting the library…
      </p>
    );
  const { lossPlots, sharePlots, figures } = fits.value;
  const calibrated = packs.find(({ isCalibrated }) => isCalibrated)?.id ?? '';
  return (
    <div className="library-scroll">
      <p className="soft measure">
        Fits of the whole of {packId}, whatever the filter; the rating model is fitted to {calibrated}
        {packId === calibrated ? ', which this is' : ' and does not move with what is shown here'}. The
        calibration report has the checks, the sensitivities and the backtest.
      </p>
      <div className="library-charts">
        {[...lossPlots, ...sharePlots].map((plot) => (
          <FitChart key={plot.key} plot={plot} headingLevel={2} />
        ))}
      </div>
      <h2>Fitted figures</h2>
      <DataTable
        label="Fitted figures"
        columns={[
          { label: 'Figure' },
          { label: 'Of' },
          { label: 'Value', isFigure: true },
          { label: 'Standard error or 90 %', isFigure: true },
        ]}
        rows={figures.map((one) => ({
          key: one.key,
          cells: [one.section, one.label, figure(one.value), uncertainty(one)],
        }))}
      />
    </div>
  );
}
