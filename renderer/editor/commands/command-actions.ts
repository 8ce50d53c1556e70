import type { Action } from '../../components/action-menu.tsx';
import { type Command, type CommandFacts, canRun, runCommand, titleOf } from './command.ts';

/** Commands as the lines of a menu; `facts` are asked for again when one is chosen. */
export const commandActions = (commands: readonly Command[], facts: () => CommandFacts): Action[] =>
  commands.map((command) => ({
    id: command.id,
    label: titleOf(command, facts()),
    keys: command.keys?.[0],
    isDisabled: !canRun(command, facts()),
    isApart: command.takesAway,
    run: () => runCommand(command, facts()),
  }));
