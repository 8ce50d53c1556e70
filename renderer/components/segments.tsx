import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import './segments.css';

export interface SegmentsProps<K extends string> extends FieldWords {
  readonly id?: string | undefined;
  readonly value: K | null;
  readonly choices: readonly { readonly key: K; readonly label: string }[];
  readonly onChange: (key: K) => void;
  readonly isReadOnly?: boolean | undefined;
  readonly isLabelHidden?: boolean;
}

/** A short closed list side by side: one choice is always seen among all. */
export function Segments<K extends string>(props: SegmentsProps<K>): ReactElement {
  const { value, choices, onChange, isReadOnly = false } = props;
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(key) => {
        const choice = choices.find((candidate) => candidate.key === key);
        if (choice) onChange(choice.key);
      }}
      isReadOnly={isReadOnly}
      isInvalid={props.error !== undefined}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.isLabelHidden ? { 'aria-label': props.label } : {})}
    >
      {!props.isLabelHidden && <FieldLabel label={props.label} />}
      <div className={isReadOnly ? 'segments is-still' : 'segments'}>
        {choices.map(({ key, label }) => (
          <Radio key={key} value={key} className="segment">
            {label}
          </Radio>
        ))}
      </div>
      <FieldNotes help={props.help} error={props.error} />
    </RadioGroup>
  );
}
