import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type ProfileId, ROLE_WORDS } from '#shared/domain/people.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SecretEntry } from '../../components/secret-entry.tsx';
import { signIn, signOut } from '../../editor/people/people-actions.ts';
import { presentQuery, profilesQuery } from '../../editor/queries.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** Who works in this workbook on this computer from now on. */
export function WhoDialog(): ReactElement {
  const { data: present } = useQuery(presentQuery);
  const { data: profiles } = useQuery(profilesQuery);
  const [chosen, setChosen] = useState<ProfileId | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const active = (profiles ?? []).filter(({ retiredAt }) => retiredAt === null);
  const id = chosen ?? present?.waiting?.id ?? present?.profile?.id ?? null;
  const profile = active.find((one) => one.id === id);
  const isHere = profile !== undefined && profile.id === present?.profile?.id;
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (who: ProfileId | null) => {
      if (who === null) await signOut();
      else await signIn(who, profile?.hasPassphrase === true ? passphrase : null);
    },
    onSuccess: closeDialog,
  });
  return (
    <FormDialog
      title={present?.profile == null ? 'Who are you?' : 'You are signed in'}
      verb="Sign in"
      leave="Close"
      others={present?.profile != null && <Button onPress={() => mutate(null)}>Sign out</Button>}
      onClose={closeDialog}
      onConfirm={() => profile !== undefined && mutate(profile.id)}
      isBusy={isPending}
      isHeld={profile === undefined || isHere}
      error={profile?.hasPassphrase === true ? null : error}
      errorTitle="Nobody was signed in"
    >
      <p className="soft measure">
        {present?.profile == null
          ? 'Nobody is signed in: what you do is entered as “(not named)”.'
          : `You are ${present.profile.name}, ${ROLE_WORDS[present.profile.role].toLowerCase()}. What you do is entered under that name.`}
      </p>
      <ChoiceField
        label="Profile"
        value={id}
        choices={active.map((one) => ({ key: one.id, label: one.name, detail: ROLE_WORDS[one.role] }))}
        onChange={(key) => {
          setChosen(key);
          setPassphrase('');
          reset();
        }}
        help="People are added in Settings."
      />
      {profile?.hasPassphrase === true && !isHere && (
        <SecretEntry
          label="Passphrase"
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            reset();
          }}
          error={error === null ? undefined : failureText(failureOf(error))}
        />
      )}
    </FormDialog>
  );
}
