import { assessmentCommands } from '../../editor/commands/assessment-commands.ts';
import { COMMAND_GROUPS, type Command, runCommand } from '../../editor/commands/command.ts';
import { dealCommands } from '../../editor/commands/deal-commands.ts';
import { editCommands } from '../../editor/commands/edit-commands.ts';
import { whoCommand } from '../../editor/commands/people-commands.ts';
import { termsCommands } from '../../editor/commands/terms-commands.ts';
import { viewCommands } from '../../editor/commands/view-commands.ts';
import {
  backupCommands,
  dismissNoticesCommand,
  emptyBinCommand,
  workbookCommands,
} from '../../editor/commands/workbook-commands.ts';
import { PAGES } from '../pages.ts';
import { sectionCommands } from '../workbench/sections.ts';

/** The command of a page may stand in a list of the editor as well, since other features offer it. */
const all = new Set<Command>([
  ...assessmentCommands,
  ...dealCommands,
  ...editCommands,
  ...termsCommands,
  ...PAGES.map(({ command }) => command),
  ...sectionCommands,
  ...viewCommands,
  ...workbookCommands,
  ...backupCommands,
  emptyBinCommand,
  dismissNoticesCommand,
  whoCommand,
]);

/** Every command of the window, in the order in which palette and shortcut sheet show them. */
export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap((group) =>
  [...all].filter((command) => command.group === group),
);

/** Runs the command that the native menu names, if it can run now. */
export function runCommandOfMenu(id: string): void {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command !== undefined) runCommand(command);
}
