import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type AuthorityLimits, firstLimitsOf, type Profile } from '#shared/domain/people.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { addPerson, changePerson } from '../../editor/people/people-actions.ts';
import { PassphraseFields, PersonFields } from '../../editor/people/person-fields.tsx';
import { checkPerson, newPerson, passphraseFault, typedOf } from '../../editor/people/person-form.ts';
import { LimitsFields } from './limits-fields.tsx';

interface PersonDialogProps {
  /** Null for somebody new. */
  readonly profile: Profile | null;
  readonly onClose: () => void;
}

/** Somebody of this workbook, and what they may do. */
export function PersonDialog({ profile, onClose }: PersonDialogProps): ReactElement {
  const [typed, setTyped] = useState(() => (profile === null ? newPerson() : typedOf(profile)));
  const [limits, setLimits] = useState<AuthorityLimits | null>(profile?.limits ?? null);
  const [secret, setSecret] = useState({ typed: '', repeated: '' });
  const [wasTried, setWasTried] = useState(false);
  const { entry, faults } = checkPerson(typed, limits);
  const secretFault = passphraseFault(secret.typed, secret.repeated);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      if (entry === null) return;
      if (profile !== null) await changePerson(profile.id, entry);
      else await addPerson(entry, { passphrase: secret.typed === '' ? null : secret.typed, isMe: false });
    },
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={profile === null ? 'Add a person' : `Change ${profile.name}`}
      verb={profile === null ? 'Add person' : 'Save change'}
      width="wide"
      onClose={onClose}
      onConfirm={() => {
        setWasTried(true);
        if (entry !== null && secretFault === undefined) mutate();
      }}
      isBusy={isPending}
      error={error}
    >
      <PersonFields typed={typed} onChange={setTyped} faults={wasTried ? faults : {}} nameLabel="Name" />
      <h3>Authority</h3>
      <LimitsFields limits={limits ?? firstLimitsOf(typed.role ?? 'underwriter')} onChange={setLimits} />
      {profile === null && (
        <>
          <h3>Passphrase</h3>
          <PassphraseFields
            {...secret}
            onChange={(text, repeated) => setSecret({ typed: text, repeated })}
            error={wasTried ? secretFault : undefined}
          />
        </>
      )}
    </FormDialog>
  );
}
