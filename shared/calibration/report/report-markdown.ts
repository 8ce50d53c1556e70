import { reportMarkdown } from '../../report/report-markdown.ts';
import type { Calibration } from '../calibrate.ts';
import type { Recipe } from '../recipe.ts';
import { calibrationReport } from './calibration-report.ts';

/** The whole calibration for a reader, in Markdown. */
export const calibrationMarkdown = (calibration: Calibration, recipe: Recipe): string =>
  reportMarkdown(calibrationReport(calibration, recipe));
