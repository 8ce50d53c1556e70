import type { ReactElement } from 'react';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { DateField } from '../../../components/date-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { PeriodLength } from './period-length.tsx';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

const LENGTH_NEEDED = 'The length cannot be empty; the previous one is kept.';

/** Who is insured, through whom, from when and for how long. */
export function PolicyBlock(): ReactElement {
  const editor = useEditor('isReadOnly', 'problems', 'model');
  const isStartNeeded = neededForQuote('terms.periodStart', editor.model) !== null;
  const terms = useTerms('insured', 'broker', 'periodStart', 'periodDays', 'validityDays');
  const field = (key: string) => ({
    id: fieldId(`terms.${key}`),
    isReadOnly: editor.isReadOnly,
    error: problemAt(editor, `terms.${key}`),
  });
  return (
    <div className="section-block">
      <h3>Policy</h3>
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            {...field('insured')}
            label="Insured"
            help="As it should appear on the quote. Leave empty for the legal name, or else the name."
            value={terms.insured}
            onChange={(insured) => editTerms('insured', 'insured', { insured })}
            maximumLength={300}
          />
        </div>
        <TextEntry
          {...field('broker')}
          label="Broker"
          value={terms.broker}
          onChange={(broker) => editTerms('broker', 'broker', { broker })}
          maximumLength={300}
        />
        <DateField
          {...field('periodStart')}
          label="Period starts"
          help={`First day of cover${isStartNeeded ? '; a quote needs it' : ''}.`}
          value={terms.periodStart}
          onChange={(periodStart) => editTerms('start of period', 'periodStart', { periodStart })}
        />
        <PeriodLength
          {...field('periodDays')}
          start={terms.periodStart}
          days={terms.periodDays}
          onChange={(periodDays) => editTerms('length of period', 'periodDays', { periodDays })}
        />
        <NumberField
          {...field('validityDays')}
          label="Quote valid for"
          value={terms.validityDays}
          low={1}
          high={365}
          isWhole
          unit="days"
          emptyError={LENGTH_NEEDED}
          onChange={(days) => days !== null && editTerms('validity', 'validityDays', { validityDays: days })}
        />
      </div>
    </div>
  );
}
