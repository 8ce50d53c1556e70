import type { ReactElement } from 'react';
import { TextEntry } from '../../components/text-entry.tsx';
import { changeSettings } from '../../editor/actions.ts';
import { useResting } from './use-resting.ts';

/** Kept as soon as typing rests, and when the field is left, however it is left. */
export function UnderwriterField({ value }: { readonly value: string }): ReactElement {
  const [typed, change] = useResting(value, (name) => void changeSettings({ underwriter: name.trim() }));
  return (
    <TextEntry
      label="Underwriter"
      help="Shown on quotes and in the audit trail. Leave empty to use your account on this computer."
      value={typed === '' ? null : typed}
      onChange={(text) => change(text ?? '')}
      maximumLength={200}
    />
  );
}
