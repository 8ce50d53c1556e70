import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { LinkList } from '#shared/domain/links.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { FieldLabel, FieldNotes } from '../../../components/field-parts.tsx';
import { linkedNamesQuery } from '../../../editor/queries.ts';
import './linked-names.css';

interface LinkedNamesProps {
  readonly id: string;
  readonly list: LinkList;
  readonly label: string;
  /** One of them, for the button that removes it. */
  readonly one: string;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
  readonly isReadOnly: boolean;
  readonly error: string | undefined;
}

const MOST_NAMES = 20;

/** Names that are picked from those in the workbook or typed, each once however it is spelled. */
export function LinkedNames(props: LinkedNamesProps): ReactElement {
  const { id, list, label, one, names, onChange, isReadOnly } = props;
  const [typed, setTyped] = useState('');
  const choices = useId();
  const { data: known } = useQuery(linkedNamesQuery);
  const name = typed.trim();
  const isThere = names.some((other) => nameKey(other) === nameKey(name));
  const error =
    name !== '' && isThere
      ? `${name} is in the list already.`
      : name !== '' && names.length >= MOST_NAMES
        ? `At most ${MOST_NAMES} can be named.`
        : props.error;
  const canAdd = name !== '' && !isThere && names.length < MOST_NAMES;
  const add = () => {
    if (!canAdd) return;
    // A name that the workbook has is written as it is there.
    const kept = known?.[list].find((other) => nameKey(other) === nameKey(name)) ?? name;
    onChange([...names, kept]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  const free = (known?.[list] ?? []).filter((other) => !names.some((own) => nameKey(own) === nameKey(other)));
  return (
    <div className="linked-names">
      {isReadOnly ? (
        <p className="field-label">{label}</p>
      ) : (
        <TextField
          className="field"
          id={id}
          value={typed}
          onChange={setTyped}
          onBlur={add}
          isInvalid={error !== undefined}
          maxLength={200}
        >
          <FieldLabel label={label} />
          <div className="row linked-names-entry">
            <div className={`field-box${error === undefined ? '' : ' is-wrong'}`}>
              <Input
                list={choices}
                onKeyDown={onKeyDown}
                autoComplete="off"
                spellCheck={false}
                placeholder="Pick or type a name"
              />
            </div>
            <Button onPress={add} isDisabled={!canAdd}>
              Add
            </Button>
          </div>
          <FieldNotes error={error} />
        </TextField>
      )}
      <datalist id={choices}>
        {free.map((other) => (
          <option key={other} value={other} />
        ))}
      </datalist>
      <ul aria-label={label}>
        {names.map((other) => (
          <li key={other}>
            <span>{other}</span>
            {!isReadOnly && (
              <IconButton
                label={`Remove the ${one} ${other}`}
                onPress={() => onChange(names.filter((left) => left !== other))}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {isReadOnly && names.length === 0 && <p className="small faint">None named</p>}
    </div>
  );
}
