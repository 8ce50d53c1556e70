import { type ReactElement, useEffect, useState } from 'react';
import { Input, TextArea, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';

export interface TextEntryProps extends FieldWords {
  readonly id?: string | undefined;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly maximumLength: number;
  readonly isLong?: boolean;
  readonly isReadOnly?: boolean | undefined;
  /** Set when the text may not be empty: what to say when it is. The last text stays in force meanwhile. */
  readonly emptyError?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** Free text; empty means "not given". */
export function TextEntry(props: TextEntryProps): ReactElement {
  const { value, onChange, isLong = false, isReadOnly = false, emptyError } = props;
  const [isEmptied, setIsEmptied] = useState(false);
  useEffect(() => {
    if (value !== null) setIsEmptied(false);
  }, [value]);

  const error = isEmptied ? emptyError : props.error;
  const type = (text: string) => {
    if (text.trim() === '' && emptyError !== undefined) {
      setIsEmptied(true);
      return;
    }
    setIsEmptied(false);
    onChange(text === '' ? null : text);
  };
  const states = ['field-box', error === undefined ? '' : 'is-wrong', isReadOnly ? 'is-still' : ''];

  return (
    <TextField
      className="field"
      value={isEmptied ? '' : (value ?? '')}
      onChange={type}
      isReadOnly={isReadOnly}
      isInvalid={error !== undefined}
      maxLength={props.maximumLength}
      {...(props.id === undefined ? {} : { id: props.id })}
    >
      <FieldLabel label={props.label} />
      <div className={states.filter(Boolean).join(' ')}>
        {isLong ? (
          <TextArea rows={2} {...placeholderOf(props)} />
        ) : (
          <Input autoComplete="off" spellCheck={false} {...placeholderOf(props)} />
        )}
      </div>
      <FieldNotes help={props.help} error={error} />
    </TextField>
  );
}

const placeholderOf = ({ placeholder, isReadOnly }: TextEntryProps) =>
  placeholder === undefined || isReadOnly ? {} : { placeholder };
