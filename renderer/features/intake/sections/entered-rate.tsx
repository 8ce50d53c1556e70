import { type ReactElement, useEffect, useState } from 'react';
import type { PartTerms } from '#shared/domain/assessment-content.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editPart } from './terms-edit.ts';

interface Typed {
  readonly ratePercent: number | null;
  readonly reason: string | null;
}

/** A rate entered by hand, stored only together with its reason. */
export function EnteredRate({
  terms,
  label,
}: {
  readonly terms: PartTerms;
  readonly label: string;
}): ReactElement {
  const editor = useEditor('isReadOnly', 'problems');
  const { isReadOnly } = editor;
  const path = `terms.parts.${terms.part}.enteredRate`;
  const stored = terms.enteredRate;
  const [typed, setTyped] = useState<Typed>(stored ?? { ratePercent: null, reason: null });
  // Undo, redo and a change of type arrive from outside.
  useEffect(() => {
    if (stored) setTyped(stored);
  }, [stored]);

  const change = (patch: Partial<Typed>) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    const { ratePercent, reason } = next;
    if (ratePercent !== null && reason !== null && reason.trim() !== '')
      editPart({
        part: terms.part,
        name: `entered rate of ${label}`,
        key: 'enteredRate',
        patch: {
          enteredRate: { ratePercent, reason },
        },
      });
  };
  const isHalf = stored === null && (typed.ratePercent !== null || typed.reason !== null);
  const problem =
    problemAt(editor, path) ?? (isHalf ? 'Enter both the rate and the reason for it.' : undefined);

  return (
    <Notice
      tone="refer"
      title="There is no loss model for this part and type of subject: enter a rate and the reason for it. This is always a referral."
    >
      <div className="field-grid">
        <NumberField
          id={fieldId(path)}
          label="Entered rate"
          help="Annual rate on the limit."
          value={typed.ratePercent}
          low={0}
          high={100}
          unit="%"
          isReadOnly={isReadOnly}
          onChange={(ratePercent) => change({ ratePercent })}
        />
        <TextEntry
          id={fieldId(`${path}.reason`)}
          label="Reason for the rate"
          value={typed.reason}
          onChange={(reason) => change({ reason })}
          maximumLength={2000}
          isReadOnly={isReadOnly}
          error={problem}
        />
      </div>
      {stored !== null && !isReadOnly && (
        <Button
          tone="quiet"
          isSmall
          onPress={() => {
            setTyped({ ratePercent: null, reason: null });
            editPart({
              part: terms.part,
              name: `entered rate of ${label}`,
              key: 'enteredRate',
              patch: { enteredRate: null },
            });
          }}
        >
          Remove the rate
        </Button>
      )}
    </Notice>
  );
}
