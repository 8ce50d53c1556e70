import { X } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import type { PartTerms } from '#shared/domain/assessment-content.ts';
import type { CoveragePart } from '#shared/domain/rating-model.ts';
import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import { IconButton } from '../../../components/button.tsx';
import { MoneyFigure } from '../../../components/exact.tsx';
import { MoneyField, type MoneyFieldProps } from '../../../components/money-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { EnteredRate } from './entered-rate.tsx';
import { PartSuggestion } from './part-suggestion.tsx';
import { editPart, needsEnteredRate, removePart, WRITE_ZERO } from './terms-edit.ts';
import './part-terms.css';

interface PartTermsFormProps {
  readonly terms: PartTerms;
}

/** One part of cover: what it insures, its amounts, and the terms that are usual for it. A keystroke draws its field. */
export const PartTermsForm = memo(function PartTermsForm({ terms }: PartTermsFormProps): ReactElement {
  const editor = useEditor('model', 'isReadOnly', 'problems');
  const { model, isReadOnly } = editor;
  const currency = useEditorPart(({ content }) => content.currency);
  const type = useEditorPart(({ content }) => content.subject.type);
  const { part } = terms;
  const described = model.coverageParts.find(({ id }) => id === part);
  const label = described?.label ?? part;
  const field = { part, partLabel: label, isReadOnly };
  const amount = (term: AmountTerm) => ({
    ...field,
    term,
    currency,
    value: terms[term],
    error: problemAt(editor, `terms.parts.${part}.${term}`),
  });
  return (
    <fieldset className="part-terms" aria-label={label}>
      <PartHead {...field} insures={described?.insures} />
      <div className="part-terms-amounts">
        <PartAmount
          {...amount('limitMinor')}
          label="Limit each event"
          {...(terms.limitMinor === 0 ? { value: null, error: 'Needed for a price.' } : {})}
        />
        <PartAmount {...amount('retentionMinor')} label="Retention each event" emptyError={WRITE_ZERO} />
        <PartCoinsurance
          {...field}
          percent={terms.coinsurancePercent}
          error={problemAt(editor, `terms.parts.${part}.coinsurancePercent`)}
        />
        <PartAmount {...amount('aggregateLimitMinor')} label="Aggregate limit" placeholder="as limit" />
        <PartAmount
          {...amount('aggregateRetentionMinor')}
          label="Aggregate retention"
          emptyError={WRITE_ZERO}
        />
      </div>
      <MostPaidForPart part={part} currency={currency} />
      <PartSharing {...field} isShared={terms.isShared} />
      {(needsEnteredRate(part, type, model) || terms.enteredRate !== null) && (
        <EnteredRate terms={terms} label={label} />
      )}
      {described !== undefined && <PartSuggestion part={described} parts={model.coverageParts} />}
    </fieldset>
  );
});

/** What the amounts above come to: the most that the part pays, as long as that is of what is entered now. */
function MostPaidForPart({
  part,
  currency,
}: {
  readonly part: CoveragePartId;
  readonly currency: string;
}): ReactElement | null {
  const eventMinor = useEditorPart(({ judged }) => judged.most?.parts.get(part)?.eventMinor ?? null);
  const periodMinor = useEditorPart(({ judged }) => judged.most?.parts.get(part)?.periodMinor ?? null);
  const isCurrent = useEditorPart(({ judged }) => judged.isCurrent);
  if (eventMinor === null || periodMinor === null) return null;
  return (
    <p className={isCurrent ? 'small soft figures' : 'small soft figures is-stale'}>
      Pays at most <MoneyFigure minor={eventMinor} currency={currency} /> for one event and{' '}
      <MoneyFigure minor={periodMinor} currency={currency} /> in the period, at 100%.
    </p>
  );
}

interface FieldOfPart {
  readonly part: CoveragePartId;
  readonly partLabel: string;
  readonly isReadOnly: boolean;
}

type AmountTerm = 'limitMinor' | 'retentionMinor' | 'aggregateLimitMinor' | 'aggregateRetentionMinor';

interface PartAmountProps
  extends FieldOfPart,
    Pick<MoneyFieldProps, 'label' | 'value' | 'currency' | 'error' | 'emptyError' | 'placeholder'> {
  readonly term: AmountTerm;
}

const PartAmount = memo(function PartAmount({ part, partLabel, term, ...field }: PartAmountProps) {
  // A part without a limit is stored with 0, and says that it needs one.
  const stored = (minor: number | null) => (term === 'limitMinor' ? (minor ?? 0) : minor);
  return (
    <MoneyField
      {...field}
      id={fieldId(`terms.parts.${part}.${term}`)}
      onChange={(minor) =>
        editPart({
          part,
          name: `${field.label.toLowerCase()} of ${partLabel}`,
          key: term,
          patch: { [term]: stored(minor) },
        })
      }
    />
  );
});

interface PartCoinsuranceProps extends FieldOfPart {
  readonly percent: number;
  readonly error: string | undefined;
}

const PartCoinsurance = memo(function PartCoinsurance(props: PartCoinsuranceProps): ReactElement {
  const { part, partLabel, percent, error, isReadOnly } = props;
  return (
    <NumberField
      id={fieldId(`terms.parts.${part}.coinsurancePercent`)}
      label="Coinsurance"
      value={percent}
      low={0}
      high={100}
      unit="%"
      emptyError={WRITE_ZERO}
      error={error}
      isReadOnly={isReadOnly}
      onChange={(typed) =>
        editPart({
          part,
          name: `coinsurance of ${partLabel}`,
          key: 'coinsurancePercent',
          patch: {
            coinsurancePercent: typed ?? 0,
          },
        })
      }
    />
  );
});

interface PartSharingProps extends FieldOfPart {
  readonly isShared: boolean;
}

const PartSharing = memo(function PartSharing(props: PartSharingProps): ReactElement {
  const { part, partLabel, isShared, isReadOnly } = props;
  return (
    <TickBox
      id={fieldId(`terms.parts.${part}.isShared`)}
      label="Shares the policy’s aggregate limit and retention"
      isChecked={isShared}
      isReadOnly={isReadOnly}
      onChange={(isTicked) =>
        editPart({ part, name: `sharing of ${partLabel}`, key: 'isShared', patch: { isShared: isTicked } })
      }
    />
  );
});

interface PartHeadProps extends FieldOfPart {
  readonly insures: CoveragePart['insures'] | undefined;
}

const PartHead = memo(function PartHead({ part, partLabel, insures, isReadOnly }: PartHeadProps) {
  return (
    <div className="part-terms-head">
      <div>
        <h4>{partLabel}</h4>
        <p className="small soft measure">{insures}</p>
      </div>
      {!isReadOnly && (
        <IconButton label={`Remove ${partLabel}`} onPress={() => removePart(part, partLabel)}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
});
