import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Insurer } from '#shared/domain/people.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { InsurerFields } from '../../editor/people/insurer-fields.tsx';
import { addPerson, keepInsurer } from '../../editor/people/people-actions.ts';
import { PassphraseFields, PersonFields } from '../../editor/people/person-fields.tsx';
import {
  checkInsurer,
  checkPerson,
  NO_INSURER,
  newPerson,
  passphraseFault,
} from '../../editor/people/person-form.ts';
import { insurerQuery, presentQuery, queryClient } from '../../editor/queries.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';
import { sayDone } from '../../editor/state/messages.ts';

const NO_FAULTS = {};

/** Asks once, in a new workbook, who works in it and for whom; what was said already is not asked again. */
export function FirstStartDialog(): ReactElement {
  const { data: present } = useQuery(presentQuery);
  const { data: known } = useQuery(insurerQuery);
  const [typed, setTyped] = useState(() =>
    newPerson(queryClient.getQueryData(presentQuery.queryKey)?.suggestedName),
  );
  const [insurer, setInsurer] = useState<Insurer>(NO_INSURER);
  const [secret, setSecret] = useState({ typed: '', repeated: '' });
  const [wasTried, setWasTried] = useState(false);
  const asksPerson = present?.profile == null;
  const asksInsurer = known == null;
  const person = checkPerson(typed, null);
  // The insurer can be left for later as a whole, but not half.
  const isInsurerLeft =
    insurer === NO_INSURER || Object.values(insurer).every((value) => value === null || value === '');
  const company = isInsurerLeft && asksPerson ? { entry: null, faults: NO_FAULTS } : checkInsurer(insurer);
  const secretFault = passphraseFault(secret.typed, secret.repeated);
  const isReady =
    (!asksPerson || (person.entry !== null && secretFault === undefined)) &&
    (!asksInsurer || (isInsurerLeft && asksPerson) || company.entry !== null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const passphrase = secret.typed === '' ? null : secret.typed;
      // Once the first of the two is kept, it is not asked any more.
      const said = asksPerson ? `You are ${typed.name.trim()}.` : `The insurer is ${insurer.name.trim()}.`;
      if (asksPerson && person.entry !== null) await addPerson(person.entry, { passphrase, isMe: true });
      if (asksInsurer && company.entry !== null) await keepInsurer(company.entry);
      return said;
    },
    onSuccess: (said) => {
      closeDialog();
      sayDone(said);
    },
  });
  return (
    <FormDialog
      title="Who are you, and for which insurer?"
      verb="Save"
      leave="Later"
      width="wide"
      onClose={closeDialog}
      onConfirm={() => {
        setWasTried(true);
        if (isReady) mutate();
      }}
      isBusy={isPending}
      error={error}
    >
      <p className="soft measure">
        Papers name the insurer and who prepared them, and the audit trail names who entered what. All of it
        is kept in this workbook and can be changed in Settings.
      </p>
      {asksPerson && (
        <>
          <h3>You</h3>
          <PersonFields
            typed={typed}
            onChange={setTyped}
            faults={wasTried ? person.faults : NO_FAULTS}
            nameLabel="Your name"
          />
          <PassphraseFields
            {...secret}
            onChange={(text, repeated) => setSecret({ typed: text, repeated })}
            error={wasTried ? secretFault : undefined}
          />
        </>
      )}
      {asksInsurer && (
        <>
          <h3>The insurer</h3>
          <InsurerFields
            typed={insurer}
            onChange={setInsurer}
            faults={wasTried ? company.faults : NO_FAULTS}
          />
        </>
      )}
    </FormDialog>
  );
}
