import type { ReactElement } from 'react';
import { formatShareValue } from '#shared/domain/format-number.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { FeeLines } from './fee-lines.tsx';
import { TaxLines } from './tax-lines.tsx';
import { editOptionalTerm, editTerms, WRITE_ZERO } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

/** Risk load, schedule adjustment with its reason, taxes. */
export function PremiumBlock(): ReactElement {
  const editor = useEditor('model', 'isReadOnly', 'problems');
  const { isReadOnly } = editor;
  const { riskLoadPrinciples, scheduleReasons } = editor.model.wording;
  const terms = useTerms(
    'brokeragePercent',
    'riskLoadPrinciple',
    'schedulePercent',
    'scheduleReason',
    'scheduleNote',
  );
  const field = (key: string) => ({
    id: fieldId(`terms.${key}`),
    isReadOnly,
    error: problemAt(editor, `terms.${key}`),
  });
  const isAdjusted = terms.schedulePercent !== 0;
  const reasonProblem =
    isAdjusted && terms.scheduleReason === null
      ? 'Choose the reason for the adjustment.'
      : field('scheduleReason').error;
  return (
    <div className="section-block">
      <h3>Premium</h3>
      <div className="field-grid">
        <ChoiceField
          {...field('riskLoadPrinciple')}
          label="Risk load"
          value={terms.riskLoadPrinciple}
          choices={riskLoadPrinciples.map(({ id, label }) => ({ key: id, label }))}
          onChange={(riskLoadPrinciple) => editTerms('risk load', 'riskLoadPrinciple', { riskLoadPrinciple })}
        />
        <NumberField
          {...field('brokeragePercent')}
          label="Brokerage"
          help={`Of the gross premium; empty for the model’s ${formatShareValue(editor.model.pricing.buildUp.brokerageShare)}.`}
          value={terms.brokeragePercent ?? null}
          low={0}
          high={60}
          unit="%"
          onChange={(percent) => editOptionalTerm('brokerage', 'brokeragePercent', percent ?? undefined)}
        />
        <NumberField
          {...field('schedulePercent')}
          label="Schedule adjustment"
          help="Per cent of the technical premium; below 0 is a credit."
          value={terms.schedulePercent}
          low={-100}
          high={1000}
          unit="%"
          emptyError={WRITE_ZERO}
          onChange={(percent) =>
            editTerms('schedule adjustment', 'schedulePercent', { schedulePercent: percent ?? 0 })
          }
        />
        {(isAdjusted || terms.scheduleReason !== null) && (
          <ChoiceField
            {...field('scheduleReason')}
            label="Reason"
            error={reasonProblem}
            value={terms.scheduleReason}
            choices={scheduleReasons.map(({ id, label }) => ({ key: id, label }))}
            onChange={(scheduleReason) =>
              editTerms('reason of the adjustment', 'scheduleReason', { scheduleReason })
            }
          />
        )}
        {(isAdjusted || terms.scheduleNote !== null) && (
          <TextEntry
            {...field('scheduleNote')}
            label="Note on the adjustment"
            value={terms.scheduleNote}
            onChange={(scheduleNote) => editTerms('note on the adjustment', 'scheduleNote', { scheduleNote })}
            maximumLength={2000}
          />
        )}
      </div>
      <TaxLines />
      <FeeLines />
    </div>
  );
}
