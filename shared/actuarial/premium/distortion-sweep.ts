import { fitPanel, PANEL_POWERS } from '../special/panel-polynomial.ts';
import type { Distortion } from './distortion.ts';

/** How many values further on `ahead` looks. */
export const LOOK_AHEAD = 32;
/** Ratio of the ends of a panel, in s below one half and in 1 - s above: twelve points there give 14 digits. */
const PANEL_RATIO = 1.3;

/**
 * g for a falling sequence of survival probabilities: (s, ahead) -> g(s), `ahead` being the value LOOK_AHEAD places
 * further on. Where many values share a panel, g is interpolated on it instead of evaluated; the distortions marked
 * smooth are analytic on (0, 1) with singularities only at its ends, which fixes the panels' accuracy.
 */
export function sweep(distortion: Distortion): (s: number, ahead: number) => number {
  if (!distortion.isSmooth) return distortion.apply;
  const powers = new Float64Array(PANEL_POWERS);
  let low = 1;
  let high = 0;
  return (s, ahead) => {
    if (!(s >= low && s <= high)) {
      const from = s <= 0.5 ? s / PANEL_RATIO : 1 - PANEL_RATIO * (1 - s);
      if (!(ahead >= from) || s >= 1 || s <= 0) return distortion.apply(s);
      low = from;
      high = s;
      fitPanel(distortion.apply, low, high, powers);
    }
    const t = (2 * s - low - high) / (high - low);
    let value = powers[PANEL_POWERS - 1]!;
    for (let k = PANEL_POWERS - 2; k >= 0; k--) value = value * t + powers[k]!;
    return value;
  };
}
