import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Profile } from '#shared/domain/people.ts';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SecretEntry } from '../../components/secret-entry.tsx';
import { changePassphrase } from '../../editor/people/people-actions.ts';
import { PassphraseFields } from '../../editor/people/person-fields.tsx';
import { passphraseFault } from '../../editor/people/person-form.ts';

interface PassphraseDialogProps {
  readonly profile: Profile;
  /** Only who it belongs to chooses another one; a head takes it away. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

export function PassphraseDialog({ profile, isOwn, onClose }: PassphraseDialogProps): ReactElement {
  const [present, setPresent] = useState('');
  const [secret, setSecret] = useState({ typed: '', repeated: '' });
  const [wasTried, setWasTried] = useState(false);
  const fault = secret.typed === '' ? 'Choose a passphrase.' : passphraseFault(secret.typed, secret.repeated);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (next: string | null) =>
      changePassphrase(profile.id, { present: isOwn && profile.hasPassphrase ? present : null, next }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={`Passphrase of ${profile.name}`}
      verb={isOwn ? 'Save' : TAKE_AWAY}
      others={isOwn && profile.hasPassphrase && <Button onPress={() => mutate(null)}>{TAKE_AWAY}</Button>}
      onClose={onClose}
      onConfirm={() => {
        setWasTried(true);
        if (!isOwn) mutate(null);
        else if (fault === undefined) mutate(secret.typed);
      }}
      isBusy={isPending}
      error={error}
      errorTitle="The passphrase was not changed"
    >
      {isOwn && profile.hasPassphrase && (
        <SecretEntry label="Present passphrase" value={present} onChange={setPresent} />
      )}
      {isOwn ? (
        <PassphraseFields
          {...secret}
          onChange={(text, repeated) => setSecret({ typed: text, repeated })}
          error={wasTried ? fault : undefined}
        />
      ) : (
        <p className="soft measure">
          Without it, anybody at this computer can sign in as {profile.name} until a new one is chosen.
        </p>
      )}
    </FormDialog>
  );
}

const TAKE_AWAY = 'Take it away';
