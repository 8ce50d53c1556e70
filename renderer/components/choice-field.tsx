import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import './choice-field.css';

export interface Choice<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface ChoiceFieldProps<K extends string> extends FieldWords {
  readonly id?: string | undefined;
  readonly value: K | null;
  readonly choices: readonly Choice<K>[];
  readonly onChange: (key: K) => void;
  readonly isReadOnly?: boolean | undefined;
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
}

/** One of a list, with what each means. */
export function ChoiceField<K extends string>(props: ChoiceFieldProps<K>): ReactElement {
  const { value, choices, onChange, isReadOnly = false } = props;
  if (isReadOnly) return <StillChoice {...props} />;
  return (
    <Select
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => {
        const choice = choices.find((candidate) => candidate.key === key);
        if (choice && choice.key !== value) onChange(choice.key);
      }}
      isInvalid={props.error !== undefined}
      placeholder={props.placeholder ?? 'Choose'}
      {...(props.isLabelHidden ? { 'aria-label': props.label } : {})}
    >
      {!props.isLabelHidden && <FieldLabel label={props.label} />}
      <Button className="choice-button" {...(props.id === undefined ? {} : { id: props.id })}>
        <SelectValue className="choice-value">
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <FieldNotes help={props.help} error={props.error} />
      <Popover className="popover choice-popover" offset={4}>
        <ListBox className="choice-list" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

const ChoiceItem = <K extends string>({ choice }: { readonly choice: Choice<K> }): ReactElement => (
  <ListBoxItem id={choice.key} textValue={choice.label} className="choice-item">
    {({ isSelected }): ReactNode => (
      <>
        <span className="choice-tick">{isSelected && <Check aria-hidden />}</span>
        <span>
          <Text slot="label">{choice.label}</Text>
          {choice.detail !== undefined && (
            <Text slot="description" className="choice-detail">
              {choice.detail}
            </Text>
          )}
        </span>
      </>
    )}
  </ListBoxItem>
);

/** Read-only: the words themselves, with the same label. */
function StillChoice<K extends string>({ label, value, choices, help }: ChoiceFieldProps<K>): ReactElement {
  const words = choices.find(({ key }) => key === value)?.label ?? 'Not given';
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="field-box is-still">
        <span className="choice-still">{words}</span>
      </div>
      {help !== undefined && <p className="field-help">{help}</p>}
    </div>
  );
}
