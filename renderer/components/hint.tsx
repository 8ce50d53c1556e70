import type { ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyCaps } from './key-caps.tsx';
import './hint.css';

interface HintProps {
  readonly text: string;
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'right' | 'left';
  readonly children: ReactElement;
}

/** A short hint on hover and focus. It repeats what the accessible name says and adds the keys; it never says anything new. */
export function Hint({ text, keys, placement = 'bottom', children }: HintProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="hint" placement={placement} offset={6}>
        {text}
        {keys !== undefined && <KeyCaps keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
