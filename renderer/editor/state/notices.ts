import { create } from 'zustand';
import type { Notice, WorkbookInfo } from '#shared/domain/records.ts';

/** What a person has read and put away; a notice that says something else comes again, and so does another opening. */
export const useDismissed = create<{ readonly keys: ReadonlySet<string> }>()(() => ({ keys: new Set() }));

const keyOf = (opening: number, { kind, message }: Notice): string => `${opening} ${kind} ${message}`;

/** They say in what state the workbook is open, for as long as it is. */
const STAYING: ReadonlySet<Notice['kind']> = new Set(['read-only', 'backup', 'altered']);
export const canDismiss = ({ kind }: Notice): boolean => !STAYING.has(kind);

export const shownNotices = (
  { opening, notices }: Pick<WorkbookInfo, 'opening' | 'notices'>,
  dismissed: ReadonlySet<string>,
): readonly Notice[] => notices.filter((notice) => !dismissed.has(keyOf(opening, notice)));

export function dismissNotices(opening: number, notices: readonly Notice[]): void {
  const added = notices.filter(canDismiss).map((notice) => keyOf(opening, notice));
  useDismissed.setState(({ keys }) => ({ keys: new Set([...keys, ...added]) }));
}
