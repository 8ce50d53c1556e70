import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Checkbox } from 'react-aria-components';
import './tick-box.css';

interface TickBoxProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isReadOnly?: boolean | undefined;
}

export function TickBox({
  id,
  label,
  help,
  isChecked,
  onChange,
  isReadOnly = false,
}: TickBoxProps): ReactElement {
  return (
    <Checkbox
      className="tick-box"
      isSelected={isChecked}
      onChange={onChange}
      isReadOnly={isReadOnly}
      {...(id === undefined ? {} : { id })}
    >
      <span className="tick-mark">{isChecked && <Check aria-hidden />}</span>
      <span>
        {label}
        {help !== undefined && <span className="tick-help">{help}</span>}
      </span>
    </Checkbox>
  );
}
