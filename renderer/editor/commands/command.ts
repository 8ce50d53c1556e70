import type { LucideIcon } from 'lucide-react';
import type { MenuPlace } from '#shared/contract/native-menu.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { type Draft, isFinalised, useDraftStore } from '../draft/draft-store.ts';
import { type Place, useNavigation } from '../state/navigation.ts';

/** What a command may look at to know whether it can run and what it is called now. */
export interface CommandFacts {
  readonly place: Place;
  readonly draft: Draft | null;
  /** The assessment that the command is about: the one in the editor, or the row of the list whose menu is open. */
  readonly open: AssessmentSummary | null;
  readonly isReadOnly: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** The headings under which palette and shortcut sheet list the commands, in their order. */
export const COMMAND_GROUPS = ['Assessment', 'Deal', 'Edit', 'Go to', 'View', 'Workbook', 'Help'] as const;
type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where a command stands in the rail at the left edge of the window. */
export interface RailPlace {
  readonly end: 'top' | 'foot';
  readonly order: number;
  readonly Icon: LucideIcon;
  /** A few letters in place of the icon, where there are any now. */
  readonly mark?: () => string | null;
}

/**
 * One command. Palette, shortcuts, shortcut sheet, rail, native menu and the menus of the window take its title, its keys
 * and whether it can run from here.
 */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** Ends with an ellipsis where a person is asked for something more before anything happens. */
  readonly title: string | ((facts: CommandFacts) => string);
  /** `mod+shift+z`; `mod` is Ctrl or the Command key. The first are those that are shown. */
  readonly keys?: readonly string[];
  readonly menu?: MenuPlace;
  readonly rail?: RailPlace;
  /** It removes something, so menus draw a line before it. */
  readonly takesAway?: true;
  readonly canRun?: (facts: CommandFacts) => boolean;
  readonly run: (facts: CommandFacts) => void;
}

/** A command that is always called the same. */
export interface NamedCommand extends Command {
  readonly title: string;
}

/** The facts about what is open in the window now. */
export function commandFacts(): CommandFacts {
  const { draft } = useDraftStore.getState();
  const { place, behind, ahead } = useNavigation.getState();
  const isOpenHere = draft !== null && place.kind === 'assessment' && place.id === draft.stored.summary.id;
  return {
    place,
    draft: isOpenHere ? draft : null,
    open: isOpenHere ? draft.stored.summary : null,
    isReadOnly: isOpenHere && isFinalised(draft),
    canGoBack: behind.length > 0,
    canGoForward: ahead.length > 0,
  };
}

/** The facts for commands about an assessment that is not open, such as a row of the list. */
export const factsAbout = (row: AssessmentSummary): CommandFacts => ({
  ...commandFacts(),
  draft: null,
  open: row,
  isReadOnly: row.state === 'finalised',
});

export const titleOf = ({ title }: Command, facts: CommandFacts): string =>
  typeof title === 'string' ? title : title(facts);

export const canRun = (command: Command, facts: CommandFacts): boolean => command.canRun?.(facts) ?? true;

/** Runs a command if it can run now. */
export function runCommand(command: Command, facts: CommandFacts = commandFacts()): void {
  if (canRun(command, facts)) command.run(facts);
}
