import type { RoundedLaw } from '../severity-fits.ts';
import { SAMPLE_FAMILIES } from '../severity-fits.ts';
import type { ShareSight } from '../share-fit.ts';
import type { ShareRow, ShareSample } from '../share-rows.ts';

/** Where the fitted law puts each share among those that could have been seen: uniform on 0 to 1 if the law is right. */
export interface QuantileResiduals {
  readonly rows: readonly {
    readonly id: string;
    readonly assetsUsd: number;
    readonly share: number;
    /** Of a censored row, the least that it can be. */
    readonly position: number;
    readonly isCensored: boolean;
  }[];
  /** Rows by quarter of the position; a censored one is spread evenly over what it can be. */
  readonly quarters: readonly number[];
}

const QUARTERS = 4;

export function quantileResiduals({
  sample,
  law,
  rows,
  shareSight: { censoredFrom, thresholdUsd, referenceUsd },
}: {
  readonly sample: ShareSample;
  readonly law: RoundedLaw;
  readonly rows: readonly ShareRow[];
  readonly shareSight: ShareSight;
}): QuantileResiduals {
  const quarters = Array.from({ length: QUARTERS }, () => 0);
  const placed = rows.map(({ id, assetsUsd, share }) => {
    const at = SAMPLE_FAMILIES[sample].at(
      [law.a, law.b, Math.log(law.shape)],
      Math.log(assetsUsd / referenceUsd),
    );
    const isCensored = share >= censoredFrom;
    const least = Math.min(thresholdUsd / assetsUsd, censoredFrom);
    const survival = at?.survival ?? (() => Number.NaN);
    const position = 1 - survival(Math.min(share, censoredFrom)) / survival(least);
    const from = isCensored ? position : Math.min(position, 1 - 1e-12);
    for (let q = 0; q < QUARTERS; q += 1) {
      const [low, high] = [q / QUARTERS, (q + 1) / QUARTERS];
      const isIn = isCensored
        ? Math.max(0, high - Math.max(low, from)) / (1 - from)
        : Number(from >= low && from < high);
      quarters[q] = quarters[q]! + isIn;
    }
    return { id, assetsUsd, share, position, isCensored };
  });
  return { rows: placed, quarters };
}
