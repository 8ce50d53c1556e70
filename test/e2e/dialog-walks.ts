import { DEAL_WALKS } from './deal-walks.ts';
import type { DialogWalk } from './walk-steps.ts';
import { WINDOW_WALKS } from './window-walks.ts';
import { WORKBOOK_WALKS } from './workbook-walks.ts';

/** In the order in which one workbook lives through them. */
export const DIALOG_WALKS: readonly DialogWalk[] = [...WINDOW_WALKS, ...DEAL_WALKS, ...WORKBOOK_WALKS];
