import type { MenuItem } from '#shared/contract/native-menu.ts';
import { ask } from '../../bridge.ts';
import { type CommandFacts, canRun, commandFacts, titleOf } from '../../editor/commands/command.ts';
import { useDraftStore } from '../../editor/draft/draft-store.ts';
import { isEqual } from '../../editor/is-equal.ts';
import { useNavigation } from '../../editor/state/navigation.ts';
import { COMMANDS } from './commands.ts';

/** Changes that follow one another at once, such as going somewhere, reach the menu as one. */
const REST_MS = 50;

const ELECTRON_KEYS: Readonly<Record<string, string>> = {
  mod: 'CmdOrCtrl',
  arrowleft: 'Left',
  arrowright: 'Right',
  arrowup: 'Up',
  arrowdown: 'Down',
};

/** `mod+shift+z` as Electron writes it: `CmdOrCtrl+Shift+Z`. */
const acceleratorOf = (keys: string): string =>
  keys
    .split('+')
    .map((key) => ELECTRON_KEYS[key] ?? `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`)
    .join('+');

/** The commands that stand in the native menu, as they are now. A key without Ctrl or Alt is no key of a menu. */
export const menuItems = (facts: CommandFacts): MenuItem[] =>
  COMMANDS.flatMap((command) => {
    if (command.menu === undefined) return [];
    const keys = command.keys?.find((candidate) => candidate.includes('+'));
    return [
      {
        commandId: command.id,
        place: command.menu,
        label: titleOf(command, facts),
        accelerator: keys === undefined ? null : acceleratorOf(keys),
        isEnabled: canRun(command, facts),
      },
    ];
  });

/** Shows the commands in the native menu and keeps them as they are, until the function that it returns is called. */
export function keepNativeMenu(): () => void {
  let shown: readonly MenuItem[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    const items = menuItems(commandFacts());
    if (isEqual(items, shown)) return;
    shown = items;
    // A menu that could not be shown stays as it was; every command is in the palette too.
    ask((client) => client.app.showMenu({ items })).catch(() => undefined);
  };
  const showSoon = () => {
    timer ??= setTimeout(show, REST_MS);
  };
  show();
  const stops = [useDraftStore.subscribe(showSoon), useNavigation.subscribe(showSoon)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
