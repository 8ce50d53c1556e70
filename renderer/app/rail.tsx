import { FilePlus2, Keyboard, ListTree, Search, Settings, Trash2 } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../components/button.tsx';
import type { CommandId } from '../editor/commands/command-ids.ts';
import { keysOf, runCommand } from '../editor/commands/registry.ts';
import type { Place } from '../editor/state/navigation.ts';
import { appWords } from './app.strings.ts';

interface Item {
  readonly command: CommandId;
  readonly label: string;
  readonly icon: ReactNode;
  readonly place?: Place['kind'];
}

const TOP: readonly Item[] = [
  { command: 'go.assessments', label: appWords.assessments, icon: <ListTree aria-hidden />, place: 'list' },
  { command: 'assessment.new', label: appWords.newAssessment, icon: <FilePlus2 aria-hidden />, place: 'new' },
  { command: 'view.palette', label: appWords.commandPalette, icon: <Search aria-hidden /> },
];

const FOOT: readonly Item[] = [
  { command: 'go.bin', label: appWords.bin, icon: <Trash2 aria-hidden />, place: 'bin' },
  { command: 'help.shortcuts', label: appWords.keyboardShortcuts, icon: <Keyboard aria-hidden /> },
  { command: 'go.settings', label: appWords.settings, icon: <Settings aria-hidden />, place: 'settings' },
];

/** The few places of the window, each a command with its keys. */
export const Rail = ({ place }: { readonly place: Place }): ReactElement => (
  <nav className="rail" aria-label={appWords.ballast}>
    <Mark />
    {TOP.map((item) => (
      <RailButton key={item.command} item={item} isHere={item.place === place.kind} />
    ))}
    <span className="rail-apart" />
    {FOOT.map((item) => (
      <RailButton key={item.command} item={item} isHere={item.place === place.kind} />
    ))}
  </nav>
);

function RailButton({ item, isHere }: { readonly item: Item; readonly isHere: boolean }): ReactElement {
  const keys = keysOf(item.command);
  return (
    <span {...(isHere ? { 'data-here': '' } : {})}>
      <IconButton
        label={item.label}
        {...(keys === undefined ? {} : { keys })}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
        onPress={() => runCommand(item.command)}
      >
        {item.icon}
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
