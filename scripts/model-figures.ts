// node scripts/model-figures.ts: writes the figures that `npm run calibrate` proposes on the library of pack 1 into the
// file of rating model 2026.2. A test holds the file against them, so that no hand can change one.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreFits, sampleOf } from '#shared/calibration/core-fits.ts';
import { modelFigures } from '#shared/calibration/model-figures.ts';
import { proposedFigures } from '#shared/calibration/proposed-figures.ts';
import { recipeSchema } from '#shared/calibration/recipe.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import { ratingModelSchema } from '#shared/domain/rating-model.ts';
import { defaultLibrary } from './arguments/calibrate-arguments.ts';
import { readLibraryFolder, todayFor } from './calibration/library-folder.ts';
import { projectRoot } from './runtime/paths.ts';

const jsonOf = (path: string): unknown => storedJson(readFileSync(path, 'utf8'));
const folder = join(projectRoot, defaultLibrary);
const recipe = recipeSchema.parse(jsonOf(join(projectRoot, 'resources/calibration/recipe-2026.2.json')));
const reading = readLibraryFolder(folder, todayFor(folder, new Date()));
if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence).join('\n'));
const proposed = proposedFigures(coreFits(sampleOf(reading.library, recipe), recipe), recipe);

const file = join(projectRoot, 'resources/models/digital-asset-2026.2.json');
const model = jsonOf(file) as Record<string | number, unknown>;
let changed = 0;
for (const { path, value } of modelFigures(proposed, ratingModelSchema.parse(model))) {
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as typeof model, model);
  if (!(last in holder)) throw new Error(`The model has no ${path.join('.')}.`);
  if (holder[last] === value) continue;
  holder[last] = value;
  changed += 1;
}
writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
console.log(`${changed} figures changed in ${file}.`);
