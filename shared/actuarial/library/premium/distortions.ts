import { mustBeLevel } from '../../argument-checks.ts';
import type { Distribution } from '../../measures/distribution.ts';
import { type Distortion, distortedMeans, SURVIVAL_FLOOR } from '../../premium/distortion.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
/** k >= 1 loads. */
export const dualPower = (k: number): ActuarialResult<Distortion> =>
  whenValid(
    [mustBe({ parameter: 'k', domain: '1 or more', given: k, holds: Number.isFinite(k) && k >= 1 })],
    () => ({
      kind: 'dual-power' as const,
      isSmooth: true,
      apply: (s: number) => (s <= 0 ? 0 : s >= 1 ? 1 : -Math.expm1(k * Math.log1p(-s))),
    }),
  );

/** The distortion whose distorted mean is TVaR_p: g(s) = min(s / (1 - p), 1); p in (0, 1). */
export const tailDistortion = (p: number): ActuarialResult<Distortion> =>
  whenValid([mustBeLevel('p', p)], () => ({
    kind: 'tvar' as const,
    isSmooth: false,
    apply: (s: number) => Math.min(1, Math.max(0, s) / (1 - p)),
  }));

/** The distorted mean by one distortion. Throws as distortedMeans does. */
export const distortedMean = (
  distribution: Distribution,
  distortion: Distortion,
  floor = SURVIVAL_FLOOR,
): number => distortedMeans(distribution, [distortion], floor)[0]!;
