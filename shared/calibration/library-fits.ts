import type { LibraryFault } from '../library/library-fault.ts';
import type { Library } from '../library/read-library.ts';
import type { FitPlot } from '../report/fit-plot.ts';
import { coreFits, sampleOf } from './core-fits.ts';
import { type FitFigure, fitFigures } from './fit-figures.ts';
import { calibrationFaults } from './needed-years.ts';
import { lossPlot } from './plots/loss-plot.ts';
import { sharePlot } from './plots/share-plot.ts';
import { GROUPS, type Recipe } from './recipe.ts';
import { type RowUses, rowUses } from './row-uses.ts';
import { fitSeverities, lawFaults, sampleSight } from './severity-fits.ts';
import { SHARE_SAMPLES } from './share-rows.ts';

/** What one looks at when a library is opened: its fits, their pictures, and what each row was used for. */
export interface LibraryFits {
  readonly figures: readonly FitFigure[];
  readonly lossPlots: readonly FitPlot[];
  readonly sharePlots: readonly FitPlot[];
  readonly uses: RowUses;
}

export type LibraryFitsResult =
  | { readonly ok: true; readonly fits: LibraryFits }
  | { readonly ok: false; readonly faults: readonly LibraryFault[] };

/** The fits of a library by a recipe, without the checks and the backtest of a whole calibration. */
export function libraryFits(library: Library, recipe: Recipe): LibraryFitsResult {
  const faults = calibrationFaults(library, recipe);
  if (faults.length > 0) return { ok: false, faults };
  const sample = sampleOf(library, recipe);
  const severity = fitSeverities(sample.shares, recipe);
  const unfit = lawFaults(severity, recipe);
  if (unfit.length > 0) return { ok: false, faults: unfit };
  const fits = coreFits(sample, recipe, severity);
  return {
    ok: true,
    fits: {
      figures: fitFigures(fits),
      lossPlots: GROUPS.map((group) => lossPlot({ group, size: fits.size, sample, recipe })),
      sharePlots: SHARE_SAMPLES.map((name) =>
        sharePlot({
          sample: name,
          law: fits.size.laws[name],
          rows: sample.shares[name],
          sight: sampleSight(name, recipe),
        }),
      ),
      uses: rowUses({ library, sample, fits, recipe }),
    },
  };
}
