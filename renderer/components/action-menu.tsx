import type { ReactElement, ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { KeyCaps } from './key-caps.tsx';
import './action-menu.css';

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A line before it: what follows removes something. */
  readonly isApart?: boolean | undefined;
  readonly run: () => void;
}

interface ActionMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly actions: readonly Action[];
}

export function ActionMenu({ label, icon, actions }: ActionMenuProps): ReactElement {
  return (
    <MenuTrigger>
      <IconButton label={label}>{icon}</IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="action-menu"
          aria-label={label}
          disabledKeys={actions.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onAction={(key) => actions.find(({ id }) => id === key)?.run()}
        >
          {actions.flatMap((action) => [
            action.isApart ? <Separator key={`${action.id}-line`} className="action-line" /> : null,
            <MenuItem key={action.id} id={action.id} textValue={action.label} className="action-item">
              <span>{action.label}</span>
              {action.keys !== undefined && <KeyCaps keys={action.keys} />}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
