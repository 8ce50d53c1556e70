import type { ComponentType } from 'react';
import type { NamedCommand } from './commands/command.ts';

/** A page of the window. app/pages.ts lists them all. */
export interface Page<Id extends string = string> {
  readonly id: Id;
  /** Goes there. The page is called as it is, and stands where it does in the rail. */
  readonly command: NamedCommand;
  readonly Page: ComponentType<{ readonly title: string }>;
  /** What it shows does not come from a workbook, so it opens without one. */
  readonly needsNoWorkbook?: boolean;
  /** It is about the workbook that is open and is left when another one is opened. */
  readonly isLeftWithWorkbook?: boolean;
}
