import { formatDate } from '../../domain/format-date.ts';
import { list, type ReportDocument } from '../../report/report-document.ts';
import type { Calibration } from '../calibrate.ts';
import type { Recipe } from '../recipe.ts';
import { backtestSection } from './backtest-section.ts';
import { checksSection } from './checks-section.ts';
import { choicesSection } from './choices-section.ts';
import { fitsSection } from './fits-section.ts';
import { limitsSection } from './limits-section.ts';
import { proposedSection } from './proposed-section.ts';
import { blocksOf, type Section } from './section.ts';

/** The whole calibration as a document: figures, fits, what they beat and what moves them, backtest, limits. */
export function calibrationReport(calibration: Calibration, recipe: Recipe): ReportDocument {
  const { fits, rows, notes } = calibration;
  const chapter = (id: string, section: Section) => ({ id, blocks: blocksOf(section) });
  return {
    format: 'ballast-report/1',
    title: 'Calibration',
    shortTitle: 'Calibration',
    subject: `Recipe ${recipe.id} for model ${recipe.modelVersion}, on a library of ${rows.incidents} incidents and ${rows.lossShares} shares of assets to ${formatDate(fits.end.date)}, ${fits.end.fraction} of its last year. Standard errors stand in brackets, intervals are 90 %.`,
    edition: `Recipe ${recipe.id}, library to ${fits.end.date}`,
    fileName: `calibration-${recipe.modelVersion}-to-${fits.end.date}`,
    chapters: [
      chapter('figures', [
        ...(notes.length > 0 ? [list(notes)] : []),
        ...proposedSection(calibration.proposed),
      ]),
      chapter('fits', fitsSection(calibration, recipe)),
      chapter('choices', choicesSection(calibration.checks.choices)),
      chapter('checks', checksSection(calibration.checks)),
      chapter('backtest', backtestSection(calibration, recipe)),
      chapter('limits', limitsSection(calibration, recipe)),
    ],
  };
}
