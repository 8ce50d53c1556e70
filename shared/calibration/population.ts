import { normalCdf } from '../actuarial/library/index.ts';
import type { Peril } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import { power } from './numeric/power.ts';
import { sum } from './numeric/sum.ts';
import type { Recipe } from './recipe.ts';

/** Subjects of one size: how many, and the value that a peril finds at each. */
export interface Cell {
  readonly weight: number;
  readonly valueOf: (peril: Peril) => number;
}

export const LEVELS = ['low', 'mid', 'high'] as const;
/** Which count of subjects: the middle one, or the ends of what it may have been. */
export type Level = (typeof LEVELS)[number];

/** Protocols of one year in cells of value locked; a piecewise power law through the three counts. */
export function protocolCells(row: ExposureRow, level: Level, { population }: Recipe): readonly Cell[] {
  const { fromLog10, toLog10, cells, typedShare, lowFactor, highFactor } = population.protocol;
  const least = (count: number) => Math.max(count, 1e-9);
  const [n1, n10, n100] = [
    least(row.defi_protocols_tvl_gt1m_n),
    least(row.defi_protocols_tvl_gt10m_n),
    least(row.defi_protocols_tvl_gt100m_n),
  ];
  const above = (x: number): number =>
    x <= 7 ? n1 * power(n10 / n1, x - 6) : n10 * power(n100 / n10, x - 7);
  const factor = level === 'low' ? lowFactor : level === 'high' ? highFactor : 1;
  const width = (toLog10 - fromLog10) / cells;
  return Array.from({ length: cells }, (_, i) => {
    const left = fromLog10 + i * width;
    const value = power(10, left + width / 2);
    return {
      weight: factor * typedShare * (above(left) - above(left + width)),
      valueOf: () => value,
    };
  });
}

/** Exchanges of one year in cells of all their assets, a lognormal law. */
export function exchangeCells(row: ExposureRow, level: Level, recipe: Recipe): readonly Cell[] {
  const count =
    level === 'low' ? row.cex_active_low : level === 'high' ? row.cex_active_high : row.cex_active_n;
  return venueCells(count, recipe);
}

/** Brokers and payment processors: the same every year. */
export const brokerCells = (recipe: Recipe): readonly Cell[] =>
  venueCells(recipe.population.brokersAYear, recipe);

function venueCells(count: number, recipe: Recipe): readonly Cell[] {
  const { medianAssetsUsd, logSpread, fromZ, toZ, cells } = recipe.population.exchange;
  const width = (toZ - fromZ) / cells;
  const middles = Array.from({ length: cells }, (_, i) => fromZ + (i + 0.5) * width);
  const masses = middles.map((z) => normalCdf(z + width / 2) - normalCdf(z - width / 2));
  const total = sum(masses);
  return middles.map((z, i) => {
    const assets = medianAssetsUsd * Math.exp(logSpread * z);
    return { weight: (count * masses[i]!) / total, valueOf: (peril) => venueValue(peril, assets, recipe) };
  });
}

function venueValue(peril: Peril, assets: number, recipe: Recipe): number {
  const online = onlineShare(assets, recipe);
  switch (peril) {
    case 'crime-fidelity':
      return assets;
    case 'specie-offline':
      return recipe.population.vaultShareOfOffline * (1 - online) * assets;
    default:
      return online * assets;
  }
}

/** The judged share of all assets that keys online can move. */
export function onlineShare(assets: number, { population }: Recipe): number {
  const { atOneBillion, slope, least, most } = population.onlineShare;
  return Math.min(most, Math.max(least, atOneBillion * power(assets / 1e9, slope)));
}
