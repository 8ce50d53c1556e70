import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Calibration, calibrateNow } from '#shared/calibration/calibrate.ts';
import { recipeSchema } from '#shared/calibration/recipe.ts';
import { type Library, type LibraryTexts, readLibrary } from '#shared/library/read-library.ts';
import { day } from '../support/branded.ts';

const resources = resolve(import.meta.dirname, '..', '..', 'resources');

export const recipe = recipeSchema.parse(
  JSON.parse(readFileSync(join(resources, 'calibration', 'recipe-2026.2.json'), 'utf8')),
);

export const packFolder = (pack: string): string => join(resources, 'library', pack);

export function packTexts(pack: string): LibraryTexts {
  const text = (name: string) => readFileSync(join(packFolder(pack), name), 'utf8');
  return {
    incidents: text('incidents.csv'),
    exposure: text('exposure.csv'),
    lossShare: text('loss_share.csv'),
  };
}

export function libraryOf(texts: LibraryTexts): Library {
  const reading = readLibrary(texts, day('2026-11-28'));
  if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence).join('\n'));
  return reading.library;
}

export function calibrated(library: Library): Calibration {
  const result = calibrateNow(library, recipe);
  if (!result.ok) throw new Error(result.faults.map(({ sentence }) => sentence).join('\n'));
  return result.calibration;
}
