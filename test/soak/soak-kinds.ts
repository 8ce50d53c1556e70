import { bridgeCallsKind } from './bridge-calls.ts';
import { corruptionsKind } from './corruptions.ts';
import { flippedPapersKind } from './flipped-papers.ts';
import { forgeriesKind } from './forgeries.ts';
import { hostileFilesKind } from './hostile-files.ts';
import { killedQuotesKind } from './killed-quotes.ts';
import { killsKind } from './kills.ts';
import { recordsKind } from './records.ts';
import type { SoakKind } from './soak-kind.ts';
import { targetedKind } from './targeted.ts';
import { twoProcessesKind } from './two-processes.ts';
import { windowKillsKind } from './window-kills.ts';

/** Every kind of harm, in the order in which a soak does them. */
export const SOAK_KINDS: readonly SoakKind[] = [
  killsKind,
  killedQuotesKind,
  windowKillsKind,
  corruptionsKind,
  targetedKind,
  recordsKind,
  forgeriesKind,
  bridgeCallsKind,
  hostileFilesKind,
  flippedPapersKind,
  twoProcessesKind,
];
