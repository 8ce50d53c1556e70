import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Input, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import { holdUnreadable } from './unreadable-entries.ts';

export type Parsed<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly message: string };

export interface EntryFieldProps<T> extends FieldWords {
  readonly id?: string | undefined;
  readonly value: T | null;
  /** What the field shows while it is not being edited. */
  readonly format: (value: T) => string;
  readonly parse: (text: string) => Parsed<T>;
  readonly onChange: (value: T | null) => void;
  /** What an emptied field means; null = it may be empty. */
  readonly emptyError?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly isFigure?: boolean;
  readonly prefix?: string | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The exact figure behind the text: shown on hover, taken along on copy. */
  readonly exact?: string | undefined;
  readonly isLabelHidden?: boolean;
}

/**
 * A field whose text stands for a value. A valid entry counts at once; an invalid one stays as typed with what is wrong
 * beside it, and the last valid value stays in force. Escape puts the last value back.
 */
export function EntryField<T>(props: EntryFieldProps<T>): ReactElement {
  const { value, format, parse, onChange, emptyError, isReadOnly = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  const committed = useRef(value);
  // Undo, or another way in, changed the value: what was typed is about an older one.
  if (typed !== null && committed.current !== value) {
    committed.current = value;
    setTyped(null);
  }

  const wrong = typed === null ? undefined : complaint(parse(typed), emptyError);
  const error = isLeft ? (wrong ?? props.error) : props.error;
  const ownId = useId();
  const { id = ownId, label } = props;
  const isUnreadable = wrong !== undefined;
  useEffect(() => (isUnreadable ? holdUnreadable({ id, label }) : undefined), [isUnreadable, id, label]);

  const commit = (next: T | null) => {
    committed.current = next;
    if (next !== value) onChange(next);
  };
  const type = (text: string) => {
    if (typed === null) committed.current = value;
    setTyped(text);
    const parsed = parse(text);
    if (parsed.kind === 'value') commit(parsed.value);
    else if (parsed.kind === 'empty' && emptyError === undefined) commit(null);
  };
  const rest = () => {
    setIsLeft(true);
    if (wrong === undefined) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') rest();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setIsLeft(false);
    }
  };

  return (
    <TextField
      className="field"
      value={typed ?? (value === null ? '' : format(value))}
      onChange={type}
      onFocus={() => setIsLeft(false)}
      onBlur={rest}
      isReadOnly={isReadOnly}
      isInvalid={error !== undefined}
      id={id}
      {...(props.isLabelHidden ? { 'aria-label': props.label } : {})}
    >
      {!props.isLabelHidden && <FieldLabel label={props.label} />}
      <EntryBox {...props} isReadOnly={isReadOnly} isWrong={error !== undefined} onKeyDown={onKeyDown} />
      <FieldNotes help={props.help} error={error} />
    </TextField>
  );
}

function complaint<T>(parsed: Parsed<T>, emptyError: string | undefined): string | undefined {
  if (parsed.kind === 'error') return parsed.message;
  return parsed.kind === 'empty' ? emptyError : undefined;
}

interface EntryBoxProps
  extends Pick<EntryFieldProps<never>, 'prefix' | 'unit' | 'isFigure' | 'placeholder' | 'exact'> {
  readonly isReadOnly: boolean;
  readonly isWrong: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function EntryBox(props: EntryBoxProps): ReactElement {
  const { prefix, unit, isFigure = false, placeholder, exact, isReadOnly, isWrong, onKeyDown } = props;
  const copyExact = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (exact === undefined || selectionStart !== 0 || selectionEnd !== value.length) return;
    event.clipboardData.setData('text/plain', exact);
    event.preventDefault();
  };
  const states = [
    'field-box',
    isFigure ? 'is-figure' : '',
    isWrong ? 'is-wrong' : '',
    isReadOnly ? 'is-still' : '',
  ];
  return (
    <div className={states.filter(Boolean).join(' ')} title={exact}>
      {prefix !== undefined && <span className="field-unit">{prefix}</span>}
      <Input
        onKeyDown={onKeyDown}
        onCopy={copyExact}
        spellCheck={false}
        autoComplete="off"
        {...(placeholder === undefined || isReadOnly ? {} : { placeholder })}
        {...(isFigure ? { inputMode: 'decimal' as const } : {})}
      />
      {unit !== undefined && <span className="field-unit">{unit}</span>}
    </div>
  );
}
