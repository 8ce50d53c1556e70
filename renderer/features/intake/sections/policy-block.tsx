import type { ReactElement } from 'react';
import { DateField } from '../../../components/date-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { termsWords as words } from './terms.strings.ts';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

/** Who is insured, through whom, from when and for how long. */
export function PolicyBlock(): ReactElement {
  const editor = useEditor('isReadOnly', 'problems');
  const terms = useTerms('insured', 'broker', 'periodStart', 'periodDays', 'validityDays');
  const field = (key: string) => ({
    id: fieldId(`terms.${key}`),
    isReadOnly: editor.isReadOnly,
    error: problemAt(editor, `terms.${key}`),
  });
  return (
    <div className="section-block">
      <h3>{words.policy}</h3>
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            {...field('insured')}
            label={words.insured}
            help={words.insuredHelp}
            value={terms.insured}
            onChange={(insured) => editTerms('insured', 'insured', { insured })}
            maximumLength={300}
          />
        </div>
        <TextEntry
          {...field('broker')}
          label={words.broker}
          value={terms.broker}
          onChange={(broker) => editTerms('broker', 'broker', { broker })}
          maximumLength={300}
        />
        <DateField
          {...field('periodStart')}
          label={words.periodStart}
          help={words.periodStartHelp}
          value={terms.periodStart}
          onChange={(periodStart) => editTerms('start of period', 'periodStart', { periodStart })}
        />
        <NumberField
          {...field('periodDays')}
          label={words.periodDays}
          value={terms.periodDays}
          low={1}
          high={1096}
          isWhole
          unit="days"
          emptyError={words.periodNeeded}
          onChange={(days) =>
            days !== null && editTerms('length of period', 'periodDays', { periodDays: days })
          }
        />
        <NumberField
          {...field('validityDays')}
          label={words.validity}
          value={terms.validityDays}
          low={1}
          high={365}
          isWhole
          unit="days"
          emptyError={words.periodNeeded}
          onChange={(days) => days !== null && editTerms('validity', 'validityDays', { validityDays: days })}
        />
      </div>
    </div>
  );
}
