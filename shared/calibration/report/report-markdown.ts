import type { Calibration } from '../calibrate.ts';
import type { Recipe } from '../recipe.ts';
import { backtestSection } from './backtest-section.ts';
import { checksSection } from './checks-section.ts';
import { fitsSection } from './fits-section.ts';
import { proposedSection } from './proposed-section.ts';

/** The whole calibration for a reader, in Markdown. */
export function calibrationMarkdown(calibration: Calibration, recipe: Recipe): string {
  const { fits, rows, notes } = calibration;
  const parts = [
    '# Calibration',
    `Recipe ${recipe.id} for model ${recipe.modelVersion}, on a library of ${rows.incidents} incidents and ${rows.lossShares} shares of assets to ${fits.end.date}, ${fits.end.fraction} of its last year. Standard errors stand in brackets, intervals are 90 %.`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
    proposedSection(calibration.proposed),
    fitsSection(calibration, recipe),
    checksSection(calibration.checks),
    backtestSection(calibration.backtest, recipe),
    '## What the data cannot carry',
    recipe.limits.map((limit) => `- ${limit}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
