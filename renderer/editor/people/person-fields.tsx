import type { ReactElement } from 'react';
import { ROLE_WORDS, ROLES } from '#shared/domain/people.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { SecretEntry } from '../../components/secret-entry.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { PASSPHRASE_WORDS, type TypedPerson, WITHOUT_PASSPHRASE, withName } from './person-form.ts';

const CHOICES = ROLES.toReversed().map((key) => ({ key, label: ROLE_WORDS[key] }));

interface PersonFieldsProps {
  readonly typed: TypedPerson;
  readonly onChange: (typed: TypedPerson) => void;
  /** By field; empty before saving was tried. */
  readonly faults: Readonly<Record<string, string>>;
  readonly nameLabel: string;
}

export const PersonFields = ({ typed, onChange, faults, nameLabel }: PersonFieldsProps): ReactElement => (
  <div className="field-grid">
    <TextEntry
      label={nameLabel}
      help="Printed on papers and entered in the audit trail."
      value={typed.name === '' ? null : typed.name}
      onChange={(name) => onChange(withName(typed, name ?? ''))}
      maximumLength={200}
      error={faults.name}
    />
    <TextEntry
      label="Initials"
      value={typed.initials === '' ? null : typed.initials}
      onChange={(initials) => onChange({ ...typed, initials: initials ?? '', areInitialsOwn: true })}
      maximumLength={6}
      error={faults.initials}
    />
    <ChoiceField
      label="Role"
      value={typed.role}
      choices={CHOICES}
      onChange={(role) => onChange({ ...typed, role })}
      error={faults.role}
    />
    <TextEntry
      label="E-mail"
      help="Optional."
      value={typed.email}
      onChange={(email) => onChange({ ...typed, email })}
      maximumLength={254}
      error={faults.email}
    />
  </div>
);

interface PassphraseFieldsProps {
  readonly typed: string;
  readonly repeated: string;
  readonly onChange: (typed: string, repeated: string) => void;
  readonly error: string | undefined;
}

export const PassphraseFields = ({
  typed,
  repeated,
  onChange,
  error,
}: PassphraseFieldsProps): ReactElement => (
  <>
    <p className="small soft measure">
      {PASSPHRASE_WORDS} {WITHOUT_PASSPHRASE}
    </p>
    <div className="field-grid">
      <SecretEntry
        label="Passphrase"
        help="At least 8 characters."
        value={typed}
        onChange={(text) => onChange(text, repeated)}
        error={error}
        isNew
      />
      <SecretEntry
        label="Passphrase once more"
        value={repeated}
        onChange={(text) => onChange(typed, text)}
        isNew
      />
    </div>
  </>
);
