import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { IconButton } from '../components/button.tsx';
import {
  type Command,
  commandFacts,
  type RailPlace,
  runCommand,
  titleOf,
} from '../editor/commands/command.ts';
import { presentQuery } from '../editor/queries.ts';
import type { Place } from '../editor/state/navigation.ts';
import { COMMANDS } from './commands/commands.ts';
import { pageOf } from './pages.ts';

type RailCommand = Command & { readonly rail: RailPlace };

const inRail = (end: RailPlace['end']): readonly RailCommand[] =>
  COMMANDS.filter((command): command is RailCommand => command.rail?.end === end).sort(
    (a, b) => a.rail.order - b.rail.order,
  );
const TOP = inRail('top');
const FOOT = inRail('foot');

/** The few places of the window, each a command with its keys. */
export const Rail = ({ place }: { readonly place: Place }): ReactElement => {
  // The name of the command of who one is follows from it.
  useQuery(presentQuery);
  const here = place.kind === 'page' ? pageOf(place.page).command : null;
  const buttons = (commands: readonly RailCommand[]) =>
    commands.map((command) => <RailButton key={command.id} command={command} isHere={command === here} />);
  return (
    <nav className="rail" aria-label="Ballast">
      <Mark />
      {buttons(TOP)}
      <span className="rail-apart" />
      {buttons(FOOT)}
    </nav>
  );
};

interface RailButtonProps {
  readonly command: RailCommand;
  readonly isHere: boolean;
}

function RailButton({ command, isHere }: RailButtonProps): ReactElement {
  const { Icon, mark } = command.rail;
  const letters = mark?.() ?? null;
  const [keys] = command.keys ?? [];
  return (
    <span {...(isHere ? { 'data-here': '' } : {})}>
      <IconButton
        label={titleOf(command, commandFacts())}
        {...(keys === undefined ? {} : { keys })}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
        onPress={() => runCommand(command)}
      >
        {letters === null ? <Icon aria-hidden /> : <span className="rail-letters">{letters}</span>}
      </IconButton>
    </span>
  );
}

/** A hull with its ballast: the weight that keeps it upright. */
const Mark = (): ReactElement => (
  <svg className="rail-mark" viewBox="0 0 28 28" aria-hidden>
    <path d="M3 9 H25 C25 18 20 23 14 23 C8 23 3 18 3 9 Z" />
    <path d="M8 17 H20" />
    <circle cx="14" cy="4.5" r="1.6" />
  </svg>
);
