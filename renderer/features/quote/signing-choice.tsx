import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Signing } from '#shared/contract/contract.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SecretEntry } from '../../components/secret-entry.tsx';
import { Segments } from '../../components/segments.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { presentQuery } from '../../editor/queries.ts';

/** What is chosen about signing; a passphrase is held only while the dialog is open. */
export interface SigningForm {
  readonly isSigned: boolean;
  readonly by: Signing['by'];
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly passphrase: string;
}

export const NOT_SIGNED: SigningForm = { isSigned: false, by: 'profile', file: null, passphrase: '' };

/** With what papers are signed; nothing where they are not, and null while something must still be chosen. */
export function signingOf({
  isSigned,
  by,
  file,
  passphrase,
}: SigningForm): { readonly signing?: Signing } | null {
  if (!isSigned) return {};
  if (by === 'profile') return { signing: { by } };
  return file === null ? null : { signing: { by, file: file.id, passphrase } };
}

interface SigningChoiceProps {
  readonly label: string;
  readonly form: SigningForm;
  readonly onChange: (form: SigningForm) => void;
}

/** Whether papers are signed, and with the key of whoever is signed in or with a key file of one’s own. */
export function SigningChoice({ label, form, onChange }: SigningChoiceProps): ReactElement {
  const { data: present } = useQuery(presentQuery);
  const signer = present?.profile ?? null;
  const by = signer === null ? 'file' : form.by;
  return (
    <div className="signing">
      <TickBox
        label={label}
        help="Any reader of PDF then shows whether a paper was changed."
        isChecked={form.isSigned}
        onChange={(isSigned) => onChange({ ...form, by, isSigned })}
      />
      {form.isSigned && (
        <div className="signing-with">
          {signer !== null && (
            <Segments
              label="Sign with"
              value={by}
              choices={[
                { key: 'profile', label: 'My key on this computer' },
                { key: 'file', label: 'A key file' },
              ]}
              onChange={(chosen) => onChange({ ...form, by: chosen })}
            />
          )}
          {by === 'file' && <KeyFile form={form} onChange={onChange} />}
        </div>
      )}
    </div>
  );
}

function KeyFile({ form, onChange }: Omit<SigningChoiceProps, 'label'>): ReactElement {
  const [wasAsked, setWasAsked] = useState(false);
  const choose = useMutation({
    mutationFn: () => ask((client) => client.papers.chooseKeyFile()),
    onSuccess: (file) => {
      setWasAsked(true);
      if (file !== null) onChange({ ...form, file });
    },
  });
  return (
    <>
      <div className="signing-file">
        <Button onPress={() => choose.mutate()} isDisabled={choose.isPending}>
          Choose key file…
        </Button>
        <span className="soft" role="status">
          {form.file?.name ?? (wasAsked ? 'No file was chosen.' : 'A PKCS#12 file (.p12 or .pfx).')}
        </span>
      </div>
      <SecretEntry
        label="Passphrase of the key file"
        help="Used once, for these papers. It is not stored."
        value={form.passphrase}
        onChange={(passphrase) => onChange({ ...form, passphrase })}
      />
      {choose.error !== null && (
        <Notice tone="stop" role="alert" title="No file could be chosen">
          {failureText(failureOf(choose.error))}
        </Notice>
      )}
    </>
  );
}
