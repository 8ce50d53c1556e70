import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { OfferedEntry } from '../../../components/offered-entry.tsx';
import { useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { editContract } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';
import './line-list.css';

interface Typed {
  readonly label: string | null;
  readonly amountMinor: MinorUnits | null;
}

const blank: Typed = { label: null, amountMinor: null };

/** Fees beside the premium, one line each; they are no part of it. */
export function FeeLines(): ReactElement {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  const currency = useEditorPart(({ content }) => content.currency);
  const { contract } = useTerms('contract');
  const fees = contract?.fees ?? [];
  const [typed, setTyped] = useState<Typed>(blank);
  const { label, amountMinor } = typed;
  const set = (name: string, lines: typeof fees) =>
    editContract(name, 'fees', lines.length === 0 ? undefined : lines);
  const add = () => {
    if (label === null || amountMinor === null) return;
    set(`fees: add ${label}`, [...fees, { label, amountMinor }]);
    setTyped(blank);
  };
  return (
    <>
      <h4 id="fees-heading">Fees</h4>
      {fees.length > 0 && (
        <ul className="line-list" aria-labelledby="fees-heading">
          {fees.map((fee, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end and removed; two may be alike
            <li key={index}>
              <span>{fee.label}</span>
              <span className="figures">{formatMoney(fee.amountMinor, currency)}</span>
              {!isReadOnly && (
                <IconButton
                  label={`Remove ${fee.label}`}
                  onPress={() =>
                    set(
                      `fees: remove ${fee.label}`,
                      fees.filter((_, other) => other !== index),
                    )
                  }
                >
                  <X aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className="line-form">
          <OfferedEntry
            label="Fee"
            value={label}
            offers={model.wording.contract?.fees ?? []}
            onChange={(text) => setTyped({ ...typed, label: text })}
            maximumLength={200}
          />
          <MoneyField
            label="Amount"
            currency={currency}
            value={amountMinor}
            onChange={(value) => setTyped({ ...typed, amountMinor: value })}
          />
          <Button onPress={add} isDisabled={label === null || amountMinor === null || fees.length >= 10}>
            Add fee
          </Button>
        </div>
      )}
    </>
  );
}
