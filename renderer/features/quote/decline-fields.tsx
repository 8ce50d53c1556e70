import type { ReactElement } from 'react';
import type { PaperOrder } from '#shared/contract/contract.ts';
import {
  declineReasons,
  LONGEST_OWN_REASON,
  LONGEST_TO_LOOK_AGAIN,
  MOST_DECLINE_REASONS,
  MOST_TO_LOOK_AGAIN,
} from '#shared/deal/papers/decline-letter.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { DateField } from '../../components/date-field.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';

/** What is chosen for a decline letter, as it is typed. */
export interface DeclineForm {
  readonly reasons: readonly string[];
  readonly ownReason: string | null;
  readonly lookAgain: string | null;
  readonly by: IsoDate | null;
  readonly documents: 'kept' | 'returned';
  readonly showsGrade: boolean;
  readonly showsPremium: boolean;
}

export const NOTHING_CHOSEN: DeclineForm = {
  reasons: [],
  ownReason: null,
  lookAgain: null,
  by: null,
  documents: 'kept',
  showsGrade: false,
  showsPremium: false,
};

/** The order that a form makes; null without a reason. */
export function declineOrder(form: DeclineForm): PaperOrder | null {
  if (form.reasons.length === 0 && form.ownReason === null) return null;
  const lookAgain = (form.lookAgain ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_TO_LOOK_AGAIN);
  return {
    kind: 'decline-letter',
    choice: { ...form, reasons: [...form.reasons], lookAgain },
  };
}

const DOCUMENTS = [
  { key: 'kept', label: 'We keep them' },
  { key: 'returned', label: 'We return them' },
] as const;

interface DeclineFieldsProps {
  readonly form: DeclineForm;
  readonly onChange: (form: DeclineForm) => void;
}

/** The reasons that the broker reads, what would let us look again, and what else the letter says. */
export function DeclineFields({ form, onChange }: DeclineFieldsProps): ReactElement {
  const { model } = useEditor('model');
  const set = (change: Partial<DeclineForm>) => onChange({ ...form, ...change });
  const tick = (id: string, isChosen: boolean) =>
    set({
      reasons: isChosen
        ? [...form.reasons, id].slice(0, MOST_DECLINE_REASONS)
        : form.reasons.filter((reason) => reason !== id),
    });
  return (
    <div className="issue-form case-paper-form">
      <fieldset className="case-paper-reasons">
        <legend>{`Reasons, up to ${MOST_DECLINE_REASONS}`}</legend>
        {declineReasons(model).map(({ id, sentence }) => (
          <TickBox
            key={id}
            label={sentence}
            isChecked={form.reasons.includes(id)}
            onChange={(isChosen) => tick(id, isChosen)}
          />
        ))}
      </fieldset>
      <TextEntry
        label="A reason in other words"
        help="May be left out. The broker reads it as it stands."
        value={form.ownReason}
        onChange={(ownReason) => set({ ownReason })}
        maximumLength={LONGEST_OWN_REASON}
        isLong
      />
      <TextEntry
        label="What would let us look again"
        help={`One thing on each line, up to ${MOST_TO_LOOK_AGAIN}. May be left out.`}
        value={form.lookAgain}
        onChange={(lookAgain) => set({ lookAgain })}
        maximumLength={MOST_TO_LOOK_AGAIN * LONGEST_TO_LOOK_AGAIN}
        isLong
      />
      <DateField
        id="decline-by"
        label="By when"
        help="May be left out."
        value={form.by}
        onChange={(by) => set({ by })}
      />
      <Segments
        label="Their documents"
        value={form.documents}
        choices={DOCUMENTS}
        onChange={(documents) => set({ documents })}
      />
      <TickBox
        label="Name the grade"
        isChecked={form.showsGrade}
        onChange={(showsGrade) => set({ showsGrade })}
      />
      <TickBox
        label="Name the premium that was worked out"
        isChecked={form.showsPremium}
        onChange={(showsPremium) => set({ showsPremium })}
      />
    </div>
  );
}
