import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Label, Text } from 'react-aria-components';
import './field.css';

export interface FieldWords {
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong with what was stored or typed; shown under the field. */
  readonly error?: string | undefined;
}

export const FieldLabel = ({ label }: { readonly label: string }): ReactElement => (
  <Label className="field-label">{label}</Label>
);

/** Help and error of a field; both are tied to the control by the field around them. */
export function FieldNotes({ help, error }: Pick<FieldWords, 'help' | 'error'>): ReactElement {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className="field-error">
          <CircleAlert aria-hidden />
          <span>{error}</span>
        </Text>
      )}
    </>
  );
}
