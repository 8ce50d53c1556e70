import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './hint.tsx';
import './button.css';

type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly tone?: ButtonTone;
  readonly isSmall?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A button is a verb. One primary button a screen. */
export function Button({
  tone = 'plain',
  isSmall = false,
  icon,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <AriaButton {...rest} className={`button button-${tone}${isSmall ? ' button-small' : ''}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly label: string;
  /** Shown beside the label in the hint: the keys that do the same. */
  readonly keys?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, keys, children, ...rest }: IconButtonProps): ReactElement {
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className="icon-button">
        {children}
      </AriaButton>
    </Hint>
  );
}
