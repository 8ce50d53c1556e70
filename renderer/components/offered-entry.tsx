import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import './choice-field.css';
import './offered-entry.css';

export interface OfferedEntryProps extends FieldWords {
  readonly id?: string | undefined;
  readonly value: string | null;
  /** What is usually written, the most usual first: offered, and never there by itself. */
  readonly offers: readonly string[];
  readonly onChange: (value: string | null) => void;
  /** What is wrong with a text, as a sentence; the last good one stays in force meanwhile. */
  readonly complaintAbout?: (text: string) => string | undefined;
  readonly maximumLength: number;
  readonly unit?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly isLabelHidden?: boolean;
}

/** A text that is picked from what is usual or typed; empty means "not given". */
export function OfferedEntry(props: OfferedEntryProps): ReactElement {
  const { value, offers, onChange, complaintAbout, isReadOnly = false } = props;
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string | null } | null>(null);
  // Undo, or another way in, changed the value: what was typed is about an older one.
  const isStale = typed !== null && typed.over !== value;
  const text = typed === null || isStale ? (value ?? '') : typed.text;
  const wrong = text === '' ? undefined : complaintAbout?.(text);
  const type = (next: string) => {
    if (isReadOnly) return;
    const cut = next.slice(0, props.maximumLength);
    const isBlank = cut.trim() === '';
    if (!isBlank && complaintAbout?.(cut) !== undefined) return setTyped({ text: cut, over: value });
    const given = isBlank ? null : cut;
    setTyped(isBlank && cut !== '' ? { text: cut, over: null } : null);
    if (given !== value) onChange(given);
  };
  const error = wrong ?? props.error;
  const states = ['field-box', error === undefined ? '' : 'is-wrong', isReadOnly ? 'is-still' : ''];
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      inputValue={text}
      onInputChange={type}
      selectedKey={offers.includes(text) ? text : null}
      onSelectionChange={(key) => {
        if (key !== null) type(String(key));
      }}
      isReadOnly={isReadOnly}
      isInvalid={error !== undefined}
      items={offers.map((offer) => ({ id: offer }))}
      {...(props.isLabelHidden ? { 'aria-label': props.label } : {})}
    >
      {!props.isLabelHidden && <FieldLabel label={props.label} />}
      <div className={states.filter(Boolean).join(' ')}>
        <Input autoComplete="off" spellCheck={false} {...(props.id === undefined ? {} : { id: props.id })} />
        {props.unit !== undefined && <span className="field-unit">{props.unit}</span>}
        {!isReadOnly && (
          <Button className="offered-open">
            <ChevronDown aria-hidden />
          </Button>
        )}
      </div>
      <FieldNotes help={props.help} error={error} />
      <Popover className="popover choice-popover" offset={4}>
        <ListBox className="choice-list">
          {(offer: { readonly id: string }) => (
            <ListBoxItem id={offer.id} textValue={offer.id} className="choice-item offered-item">
              {offer.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
