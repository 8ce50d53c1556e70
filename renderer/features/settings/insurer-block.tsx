import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Insurer } from '#shared/domain/people.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { LogoPicture } from '../../components/logo-picture.tsx';
import { Notice } from '../../components/notice.tsx';
import { InsurerFields } from '../../editor/people/insurer-fields.tsx';
import { keepInsurer } from '../../editor/people/people-actions.ts';
import { checkInsurer, NO_INSURER } from '../../editor/people/person-form.ts';
import { insurerQuery } from '../../editor/queries.ts';

const MISSING = 'Not given';

/** The insurer that papers of this workbook name. */
export function InsurerBlock(): ReactElement {
  const { data: insurer, error } = useQuery(insurerQuery);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="section-block">
      <h2>Insurer</h2>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The insurer could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {insurer === null && (
        <p className="soft measure">Not said yet. A quote needs to name the insurer that it is of.</p>
      )}
      {insurer != null && (
        <Facts
          facts={[
            { label: 'Name', value: insurer.name },
            ...(insurer.shortName === null ? [] : [{ label: 'Short name', value: insurer.shortName }]),
            { label: 'Address', value: insurer.address ?? MISSING },
            { label: 'Licence no.', value: insurer.licence ?? MISSING },
            ...(insurer.logo === null
              ? []
              : [
                  {
                    label: 'Logo',
                    value: (
                      <LogoPicture className="logo-picture" alt="Logo of the insurer" logo={insurer.logo} />
                    ),
                  },
                ]),
          ]}
        />
      )}
      {insurer !== undefined && (
        <div className="row">
          <Button onPress={() => setIsOpen(true)}>
            {insurer === null ? 'Say for which insurer…' : 'Change the insurer…'}
          </Button>
        </div>
      )}
      {isOpen && <InsurerDialog insurer={insurer ?? NO_INSURER} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function InsurerDialog({
  insurer,
  onClose,
}: {
  readonly insurer: Insurer;
  readonly onClose: () => void;
}): ReactElement {
  const [typed, setTyped] = useState(insurer);
  const [wasTried, setWasTried] = useState(false);
  const { entry, faults } = checkInsurer(typed);
  const { mutate, isPending, error } = useMutation({ mutationFn: keepInsurer, onSuccess: onClose });
  return (
    <FormDialog
      title="Insurer"
      verb="Save"
      width="wide"
      onClose={onClose}
      onConfirm={() => {
        setWasTried(true);
        if (entry !== null) mutate(entry);
      }}
      isBusy={isPending}
      error={error}
      errorTitle="The insurer was not saved"
    >
      <p className="small soft measure">
        Papers that were issued keep the insurer that they name; the next ones name this one.
      </p>
      <InsurerFields typed={typed} onChange={setTyped} faults={wasTried ? faults : {}} />
    </FormDialog>
  );
}
