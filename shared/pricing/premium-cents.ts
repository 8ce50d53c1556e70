import { exactPercent, exactProduct, exactRest, exactShares } from '../domain/exact-cents.ts';
import { minorPercent, minorShare } from '../domain/minor-share.ts';
import { allocateLargestRemainder, type MinorUnits, roundToMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/** Every product that a line of a premium is: how it becomes whole cents. */
interface PremiumCents {
  readonly share: (amountMinor: MinorUnits, share: number) => MinorUnits;
  readonly percent: (amountMinor: MinorUnits, percent: number) => MinorUnits;
  /** A rate in per cent of a limit a year, for so many days. */
  readonly rate: (limitMinor: MinorUnits, ratePercent: number, days: number) => MinorUnits;
  /** A share of an amount a year, for so many days. */
  readonly proRata: (amountMinor: MinorUnits, share: number, days: number) => MinorUnits;
  /** What an amount without loadings comes to with them, each a share of the whole. */
  readonly grossed: (netMinor: MinorUnits, loadings: readonly number[]) => MinorUnits;
  readonly split: (totalMinor: MinorUnits, weights: readonly number[]) => MinorUnits[];
}

/** The rule of models that do not say: some of the products are those of doubles, which may fall a cent short of a half. */
const AS_DOUBLES: PremiumCents = {
  share: minorShare,
  percent: minorPercent,
  rate: (limitMinor, ratePercent, days) => roundToMinor(((limitMinor * ratePercent) / 100) * (days / 365)),
  proRata: (amountMinor, share, days) => roundToMinor((share * amountMinor * days) / 365),
  grossed: (netMinor, loadings) => roundToMinor(netMinor / (1 - loadings.reduce((sum, one) => sum + one, 0))),
  split: allocateLargestRemainder,
};

const EXACT: PremiumCents = {
  share: (amountMinor, share) => exactProduct([amountMinor, share]),
  percent: exactPercent,
  rate: (limitMinor, ratePercent, days) => exactProduct([limitMinor, ratePercent, days], [100, 365]),
  proRata: (amountMinor, share, days) => exactProduct([amountMinor, share, days], [365]),
  grossed: (netMinor, loadings) => exactProduct([netMinor], [exactRest(loadings)]),
  split: exactShares,
};

/** How a model turns the lines of a premium into cents. */
export const premiumCents = ({ pricing }: RatingModel): PremiumCents =>
  pricing.buildUp.products === 'exact' ? EXACT : AS_DOUBLES;
