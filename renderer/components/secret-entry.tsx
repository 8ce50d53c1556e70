import type { ReactElement } from 'react';
import { Input, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';

interface SecretEntryProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether it is chosen now, or was chosen before. */
  readonly isNew?: boolean;
}

/** A passphrase: not shown while it is typed, and kept nowhere in the window. */
export const SecretEntry = ({
  label,
  help,
  error,
  value,
  onChange,
  isNew,
}: SecretEntryProps): ReactElement => (
  <TextField
    className="field"
    type="password"
    value={value}
    onChange={onChange}
    isInvalid={error !== undefined}
    maxLength={200}
    autoComplete={isNew === true ? 'new-password' : 'current-password'}
  >
    <FieldLabel label={label} />
    <div className={error === undefined ? 'field-box' : 'field-box is-wrong'}>
      <Input spellCheck={false} />
    </div>
    <FieldNotes help={help} error={error} />
  </TextField>
);
