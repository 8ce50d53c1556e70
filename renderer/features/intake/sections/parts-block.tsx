import { memo, type ReactElement } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { NO_MONEY } from '#shared/domain/money.ts';
import { ORDER_OF_APPLICATION } from '#shared/domain/order-of-application.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MoneyFigure } from '../../../components/exact.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { type Editor, problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { PartTermsForm } from './part-terms.tsx';
import { addPart, editTerms, needsEnteredRate, WRITE_ZERO } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';

/** The parts of cover and the policy's own aggregate terms over those that share. */
export function PartsBlock(): ReactElement {
  const { parts } = useTerms('parts');
  return (
    <>
      <div className="section-block">
        <h3>Parts of cover</h3>
        {parts.length === 0 && (
          <EmptyState isSmall title="No part of cover yet">
            Add the first part, with its limit and retention: the premium follows from them.
          </EmptyState>
        )}
        <div>
          {parts.map((terms) => (
            <PartTermsForm key={terms.part} terms={terms} />
          ))}
        </div>
        <AddPart />
      </div>
      {parts.length > 0 && <PolicyAggregate />}
      {parts.length > 0 && <OrderOfTerms />}
    </>
  );
}

/** The one order in which the terms are applied, and what all of them together can pay. */
const OrderOfTerms = memo(function OrderOfTerms(): ReactElement {
  const eventMinor = useEditorPart(({ judged }) => judged.most?.eventMinor ?? null);
  const periodMinor = useEditorPart(({ judged }) => judged.most?.periodMinor ?? null);
  const currency = useEditorPart(({ content }) => content.currency);
  const isCurrent = useEditorPart(({ judged }) => judged.isCurrent);
  return (
    <div className="section-block">
      <h3>How the terms are applied</h3>
      <ol className="terms-order small measure">
        {ORDER_OF_APPLICATION.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {eventMinor !== null && periodMinor !== null && (
        <p className={isCurrent ? 'small figures' : 'small figures is-stale'}>
          All parts together pay at most <MoneyFigure minor={eventMinor} currency={currency} /> for one event
          and <MoneyFigure minor={periodMinor} currency={currency} /> in the period, at 100%.
        </p>
      )}
    </div>
  );
});

/** Said before a part is chosen, not after. */
const WITHOUT_LOSS_MODEL =
  'No loss model for this type of subject: you enter a rate and the reason for it, which is a referral.';

/** The parts that are not in yet. Drawn again when a part comes or goes, not at every amount. */
const AddPart = memo(function AddPart(): ReactElement | null {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const taken = useEditorPart(
    useShallow(({ content }: Editor) => content.terms.parts.map(({ part }) => part)),
  );
  const type = useEditorPart(({ content }) => content.subject.type);
  const free = model.coverageParts.filter(({ id }) => !taken.includes(id));
  if (isReadOnly || free.length === 0) return null;
  return (
    <ChoiceField
      id={fieldId('terms.parts')}
      label="Add a part of cover"
      value={null}
      placeholder="Choose a part"
      choices={free.map(({ id, label, insures }) => ({
        key: id,
        label,
        detail: needsEnteredRate(id, type, model) ? `${insures}. ${WITHOUT_LOSS_MODEL}` : insures,
      }))}
      onChange={(part) => addPart(part, free.find(({ id }) => id === part)?.label ?? part)}
    />
  );
});

const PolicyAggregate = memo(function PolicyAggregate(): ReactElement {
  const editor = useEditor('isReadOnly', 'problems');
  const { isReadOnly } = editor;
  const terms = useTerms('policyAggregateLimitMinor', 'policyAggregateRetentionMinor');
  const currency = useEditorPart(({ content }) => content.currency);
  return (
    <div className="section-block">
      <h3>Policy aggregate</h3>
      <div className="field-grid">
        <MoneyField
          id={fieldId('terms.policyAggregateLimitMinor')}
          label="Policy aggregate limit"
          help="Across the parts that share it. Leave empty for the largest of their limits."
          currency={currency}
          value={terms.policyAggregateLimitMinor}
          isReadOnly={isReadOnly}
          error={problemAt(editor, 'terms.policyAggregateLimitMinor')}
          onChange={(minor) =>
            editTerms('policy aggregate limit', 'policyAggregateLimitMinor', {
              policyAggregateLimitMinor: minor,
            })
          }
        />
        <MoneyField
          id={fieldId('terms.policyAggregateRetentionMinor')}
          label="Policy aggregate retention"
          currency={currency}
          value={terms.policyAggregateRetentionMinor}
          emptyError={WRITE_ZERO}
          isReadOnly={isReadOnly}
          error={problemAt(editor, 'terms.policyAggregateRetentionMinor')}
          onChange={(minor) =>
            editTerms('policy aggregate retention', 'policyAggregateRetentionMinor', {
              policyAggregateRetentionMinor: minor ?? NO_MONEY,
            })
          }
        />
      </div>
    </div>
  );
});
