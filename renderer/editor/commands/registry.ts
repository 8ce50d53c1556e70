import { isFinalised, useDraftStore } from '../draft/draft-store.ts';
import { useNavigation } from '../state/navigation.ts';
import { assessmentCommands } from './assessment-commands.ts';
import type { Command, CommandFacts } from './command.ts';
import { type CommandId, isCommandId } from './command-ids.ts';
import { windowCommands } from './window-commands.ts';

/** Every command of the window, in the order in which the palette shows them. */
export const COMMANDS: readonly Command[] = [...assessmentCommands, ...windowCommands];

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

export const canRun = (command: Command, facts: CommandFacts): boolean => command.canRun?.(facts) ?? true;

/** Runs a command by its id; one that cannot run now does nothing. False when there is no such command. */
export function runCommand(id: CommandId | string): boolean {
  if (!isCommandId(id)) return false;
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) return false;
  const facts = commandFacts();
  if (canRun(command, facts)) command.run(facts);
  return true;
}

/** The first keys of a command, for hints. */
export const keysOf = (id: CommandId): string | undefined =>
  COMMANDS.find((command) => command.id === id)?.keys?.[0];
