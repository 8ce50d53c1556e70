import { X } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import type { PartTerms } from '#shared/domain/assessment-content.ts';
import { problemAt, useEditor, useEditorPart } from '../../../app/draft/editor-context.tsx';
import { fieldId } from '../../../app/draft/field-path.ts';
import { IconButton } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { EnteredRate } from './entered-rate.tsx';
import { PartSuggestion } from './part-suggestion.tsx';
import { sectionWords } from './sections.strings.ts';
import { termsWords as words } from './terms.strings.ts';
import { editPart, needsEnteredRate, removePart } from './terms-edit.ts';
import './part-terms.css';

interface PartTermsFormProps {
  readonly terms: PartTerms;
}

/** One part of cover: what it insures, its amounts, and the terms that are usual for it. */
export const PartTermsForm = memo(function PartTermsForm({ terms }: PartTermsFormProps): ReactElement {
  const editor = useEditor('model', 'isReadOnly', 'problems');
  const { model, isReadOnly } = editor;
  const currency = useEditorPart(({ content }) => content.currency);
  const type = useEditorPart(({ content }) => content.subject.type);
  const { part } = terms;
  const described = model.coverageParts.find(({ id }) => id === part);
  const label = described?.label ?? part;
  const path = `terms.parts.${part}`;
  const money = (key: keyof PartTerms, name: string) => ({
    id: fieldId(`${path}.${key}`),
    label: name,
    currency,
    isReadOnly,
    error: problemAt(editor, `${path}.${key}`),
    onChange: (minor: number | null) =>
      editPart(part, `${name.toLowerCase()} of ${label}`, key, { [key]: minor }),
  });
  return (
    <fieldset className="part-terms" aria-label={label}>
      <div className="part-terms-head">
        <div>
          <h4>{label}</h4>
          <p className="small soft measure">{described?.insures}</p>
        </div>
        {!isReadOnly && (
          <IconButton label={`Remove ${label}`} onPress={() => removePart(part, label)}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="part-terms-amounts">
        <MoneyField
          {...money('limitMinor', words.limit)}
          value={terms.limitMinor === 0 ? null : terms.limitMinor}
          onChange={(minor) => editPart(part, `limit of ${label}`, 'limitMinor', { limitMinor: minor ?? 0 })}
          error={terms.limitMinor === 0 ? words.limitNeeded : problemAt(editor, `${path}.limitMinor`)}
        />
        <MoneyField
          {...money('retentionMinor', words.retention)}
          value={terms.retentionMinor}
          emptyError={words.zeroNeeded}
        />
        <NumberField
          id={fieldId(`${path}.coinsurancePercent`)}
          label={words.coinsurance}
          value={terms.coinsurancePercent}
          low={0}
          high={100}
          unit="%"
          emptyError={words.zeroNeeded}
          isReadOnly={isReadOnly}
          onChange={(percent) =>
            editPart(part, `coinsurance of ${label}`, 'coinsurancePercent', {
              coinsurancePercent: percent ?? 0,
            })
          }
        />
        <MoneyField
          {...money('aggregateLimitMinor', words.aggregateLimit)}
          value={terms.aggregateLimitMinor}
          placeholder={sectionWords.asLimit}
        />
        <MoneyField
          {...money('aggregateRetentionMinor', words.aggregateRetention)}
          value={terms.aggregateRetentionMinor}
          emptyError={words.zeroNeeded}
        />
      </div>
      <TickBox
        id={fieldId(`${path}.isShared`)}
        label={words.shared}
        isChecked={terms.isShared}
        isReadOnly={isReadOnly}
        onChange={(isShared) => editPart(part, `sharing of ${label}`, 'isShared', { isShared })}
      />
      {(needsEnteredRate(part, type, model) || terms.enteredRate !== null) && (
        <EnteredRate terms={terms} label={label} />
      )}
      {described !== undefined && <PartSuggestion part={described} />}
    </fieldset>
  );
});
