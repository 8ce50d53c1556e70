import { upperFirst } from '../domain/upper-first.ts';
import type { IncidentRow } from '../library/library-row.ts';
import type { Library } from '../library/read-library.ts';
import type { CoreFits, Sample } from './core-fits.ts';
import { isDropped, yearOf } from './counted-rows.ts';
import { GROUPS, type Recipe } from './recipe.ts';
import { ASSET_WORDS, GROUP_WORDS } from './sample-words.ts';
import { SHARE_SAMPLES } from './share-rows.ts';

/** What a row of the library was used for, in words, or why it was not; by id. */
export type RowUses = Readonly<Record<string, { readonly isUsed: boolean; readonly words: string }>>;

/** Follows the rules of the counts and of the samples of shares, row by row. */
export function rowUses({
  library: { incidents },
  sample: { shares },
  fits: { end },
  recipe,
}: {
  readonly library: Pick<Library, 'incidents'>;
  readonly sample: Pick<Sample, 'shares'>;
  readonly fits: Pick<CoreFits, 'end'>;
  readonly recipe: Recipe;
}): RowUses {
  const sampled = SHARE_SAMPLES.map((sample) => ({
    sample,
    ids: new Set(shares[sample].map(({ id }) => id)),
  }));
  return Object.fromEntries(
    incidents.map((row) => {
      const counted = countedIn(row, recipe, end.year);
      const uses = [
        ...(counted === null ? [] : [counted]),
        ...sampled
          .filter(({ ids }) => ids.has(row.id))
          .map(({ sample }) => `share of ${ASSET_WORDS[sample]}`),
      ];
      const words = uses.length > 0 ? sentence(uses) : whyNot(row, recipe);
      return [row.id, { isUsed: uses.length > 0, words }];
    }),
  );
}

const sentence = (uses: readonly string[]): string => upperFirst(uses.join(', '));

function countedIn(row: IncidentRow, recipe: Recipe, lastYear: number): string | null {
  if (isDropped(row, recipe.rows) || row.gross_loss_usd < recipe.rows.thresholdUsd) return null;
  const perils = Object.keys(recipe.perilsOfCause[row.cause] ?? {});
  const year = yearOf(row.date);
  for (const group of GROUPS) {
    const isOfGroup = recipe.groups[group].includes(row.subject_type);
    const isInTime = year >= recipe.groups.firstCountYear[group] && year <= lastYear;
    const isPeril = perils.some((peril) => recipe.baseRates.perils[group].some((own) => own === peril));
    if (isOfGroup && isInTime && isPeril) return `counts of ${GROUP_WORDS[group]}`;
  }
  const isBroker = recipe.groups.broker.includes(row.subject_type);
  if (isBroker && year >= recipe.groups.firstCountYear.custodial && perils.includes('crime-online'))
    return 'counts of brokers';
  return null;
}

function whyNot(row: IncidentRow, recipe: Recipe): string {
  const { rows, groups, perilsOfCause } = recipe;
  if (rows.droppedConfidence.includes(row.confidence)) return `Not used: confidence is ${row.confidence}`;
  if (isDropped(row, recipe.rows)) return 'Not used: named by the recipe as no loss of this kind';
  if (row.gross_loss_usd < rows.thresholdUsd) return 'Not used: below the threshold of the record';
  if (perilsOfCause[row.cause] === undefined) return 'Not used: its cause is no peril of the model';
  const types = [...groups.custodial, ...groups.broker, ...groups.protocol];
  if (!types.includes(row.subject_type)) return 'Not used: nobody has counted subjects of its type';
  const group = GROUPS.find((one) => groups[one].includes(row.subject_type)) ?? 'custodial';
  return yearOf(row.date) < groups.firstCountYear[group]
    ? 'Not used: before the first year that is counted'
    : 'Not used: its cause is no peril of its kind of subject, or it came after the last year that is counted';
}
