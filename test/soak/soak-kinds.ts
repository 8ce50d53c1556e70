import { bridgeCallsKind } from './bridge-calls.ts';
import { corruptionsKind } from './corruptions.ts';
import { hostileFilesKind } from './hostile-files.ts';
import { killsKind } from './kills.ts';
import type { SoakKind } from './soak-kind.ts';
import { targetedKind } from './targeted.ts';
import { twoProcessesKind } from './two-processes.ts';

/** Every kind of harm, in the order in which a soak does them. */
export const SOAK_KINDS: readonly SoakKind[] = [
  killsKind,
  corruptionsKind,
  targetedKind,
  bridgeCallsKind,
  hostileFilesKind,
  twoProcessesKind,
];
