import type { ReactElement } from 'react';
import { KeyCaps } from '../../components/key-caps.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { commandFacts, titleOf } from '../../editor/commands/command.ts';
import { shortcutsCommand } from '../../editor/commands/view-commands.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';
import { COMMANDS } from './commands.ts';
import './shortcut-sheet.css';

const IN_PLACE = [
  { title: 'Move through a list, open a row', keys: ['arrowdown', 'enter'] },
  { title: 'Show a chart as a table', keys: ['t'] },
  { title: 'Discard what was typed in a field', keys: ['escape'] },
];

/** Every shortcut, read from the commands that they run. */
export function ShortcutSheet(): ReactElement {
  const facts = commandFacts();
  const withKeys = COMMANDS.filter(({ keys }) => keys !== undefined);
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  return (
    <WindowDialog title={shortcutsCommand.title} onClose={closeDialog}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than a window, and nothing else in it takes the focus to scroll it by */}
      <section className="shortcut-sheet" aria-label={shortcutsCommand.title} tabIndex={0}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <Line key={command.id} title={titleOf(command, facts)} keys={command.keys ?? []} />
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>In lists, charts and fields</h3>
          <dl>
            {IN_PLACE.map((line) => (
              <Line key={line.title} {...line} />
            ))}
          </dl>
        </section>
      </section>
    </WindowDialog>
  );
}

const Line = ({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly string[];
}): ReactElement => (
  <div className="shortcut-line">
    <dt>{title}</dt>
    <dd>
      {keys.map((key) => (
        <KeyCaps key={key} keys={key} />
      ))}
    </dd>
  </div>
);
