import type { AssessmentSummary } from '#shared/domain/records.ts';
import type { Draft } from '../draft/draft-store.ts';
import type { Place } from '../state/navigation.ts';
import type { CommandId } from './command-ids.ts';

/** What a command may look at to know whether it can run and how it is called now. */
export interface CommandFacts {
  readonly place: Place;
  readonly draft: Draft | null;
  /** The assessment in the editor, or null. */
  readonly open: AssessmentSummary | null;
  readonly isReadOnly: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

export type CommandGroup = 'Assessment' | 'Edit' | 'Go to' | 'View' | 'Workbook' | 'Help';

/** One command: the palette, the shortcuts, the shortcut sheet and the native menu all read this. */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly title: string | ((facts: CommandFacts) => string);
  /** `mod+shift+z`; `mod` is Ctrl or the Command key. */
  readonly keys?: readonly string[];
  readonly canRun?: (facts: CommandFacts) => boolean;
  readonly run: (facts: CommandFacts) => void;
}

export const titleOf = (command: Command, facts: CommandFacts): string =>
  typeof command.title === 'string' ? command.title : command.title(facts);
