import { calibrate } from '#shared/calibration/calibrate.ts';
import type { FitFigure } from '#shared/calibration/fit-figures.ts';
import { type LibraryFits, libraryFits } from '#shared/calibration/library-fits.ts';
import type { Recipe } from '#shared/calibration/recipe.ts';
import { calibrationReport } from '#shared/calibration/report/calibration-report.ts';
import type { LibraryFault } from '#shared/library/library-fault.ts';
import type { Library } from '#shared/library/read-library.ts';
import type { ReportDocument } from '#shared/report/report-document.ts';

export type CalibrationJob =
  | { readonly kind: 'fits'; readonly library: Library }
  /** What a change of the library does to the fits. */
  | { readonly kind: 'compare'; readonly before: Library; readonly after: Library }
  | { readonly kind: 'report'; readonly library: Library };

export interface CalibrationPart {
  readonly done: number;
  readonly total: number;
  readonly next: string;
}

export type CalibrationAnswer =
  | { readonly kind: 'fits'; readonly fits: LibraryFits }
  | { readonly kind: 'compare'; readonly figures: readonly ComparedFigure[] }
  | { readonly kind: 'report'; readonly report: ReportDocument }
  /** The library lacks what the fits need. */
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

/** A figure of both libraries; null where one of them has none. */
export interface ComparedFigure extends Pick<FitFigure, 'key' | 'section' | 'label'> {
  readonly before: number | null;
  readonly after: number | null;
  /** Of the figure before: the difference is small or large against this. */
  readonly se: number | null;
}

export function answerCalibration(
  job: CalibrationJob,
  recipe: Recipe,
  tell: (part: CalibrationPart) => void,
): CalibrationAnswer {
  switch (job.kind) {
    case 'fits': {
      const result = libraryFits(job.library, recipe);
      return result.ok ? { kind: 'fits', fits: result.fits } : refused(result.faults);
    }
    case 'compare': {
      const before = libraryFits(job.before, recipe);
      if (!before.ok) return refused(before.faults);
      const after = libraryFits(job.after, recipe);
      if (!after.ok) return refused(after.faults);
      return { kind: 'compare', figures: compared(before.fits.figures, after.fits.figures) };
    }
    case 'report': {
      const steps = calibrate(job.library, recipe);
      for (;;) {
        const step = steps.next();
        if (!step.done) {
          tell(step.value);
          continue;
        }
        return step.value.ok
          ? { kind: 'report', report: calibrationReport(step.value.calibration, recipe) }
          : refused(step.value.faults);
      }
    }
  }
}

const refused = (faults: readonly LibraryFault[]): CalibrationAnswer => ({
  kind: 'refused',
  sentences: faults.map(({ sentence }) => sentence),
});

function compared(before: readonly FitFigure[], after: readonly FitFigure[]): readonly ComparedFigure[] {
  const now = new Map(after.map((figure) => [figure.key, figure]));
  const old = new Set(before.map(({ key }) => key));
  return [
    ...before.map(({ key, section, label, value, se }) => ({
      key,
      section,
      label,
      before: value,
      after: now.get(key)?.value ?? null,
      se,
    })),
    ...after
      .filter(({ key }) => !old.has(key))
      .map(({ key, section, label, value }) => ({
        key,
        section,
        label,
        before: null,
        after: value,
        se: null,
      })),
  ];
}
