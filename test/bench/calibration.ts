import { calibrated, libraryOf, packTexts } from '../calibration/library.ts';
import type { Bench } from './bench.ts';

export const benches: readonly Bench[] = [
  {
    name: 'calibration on pack 1 of the incident library, report and backtest',
    run: () => calibrated(libraryOf(packTexts('pack-1'))),
    runs: 1,
    targets: [{ kind: 'at-most-ms', milliseconds: 10_000 }],
  },
];
