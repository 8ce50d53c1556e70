import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';
import './line-list.css';

interface Typed {
  readonly jurisdiction: string | null;
  readonly label: string | null;
  readonly ratePercent: number | null;
}

const blank: Typed = { jurisdiction: null, label: null, ratePercent: null };

/** Taxes and levies on top of the quoted premium, one line each. */
export function TaxLines(): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const { taxes } = useTerms('taxes');
  const [typed, setTyped] = useState<Typed>(blank);
  const { jurisdiction, label, ratePercent } = typed;
  const isWhole = jurisdiction !== null && label !== null && ratePercent !== null;
  const add = () => {
    if (!isWhole) return;
    editTerms(`taxes: add ${label}`, 'taxes.add', {
      taxes: [...taxes, { jurisdiction, label, ratePercent }],
    });
    setTyped(blank);
  };
  return (
    <>
      <h4 id="taxes-heading">Taxes and levies</h4>
      {taxes.length > 0 && (
        <ul className="line-list" aria-labelledby="taxes-heading">
          {taxes.map((tax, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end and removed; two may be alike
            <li key={index}>
              <span>
                {tax.jurisdiction}: {tax.label}
              </span>
              <span className="figures">{formatPercentValue(tax.ratePercent)}</span>
              {!isReadOnly && (
                <IconButton
                  label={`Remove ${tax.label}`}
                  onPress={() =>
                    editTerms(`taxes: remove ${tax.label}`, 'taxes.remove', {
                      taxes: taxes.filter((_, other) => other !== index),
                    })
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
          <TextEntry
            label="Jurisdiction"
            value={jurisdiction}
            onChange={(text) => setTyped({ ...typed, jurisdiction: text })}
            maximumLength={100}
          />
          <TextEntry
            label="Tax or levy"
            value={label}
            onChange={(text) => setTyped({ ...typed, label: text })}
            maximumLength={200}
          />
          <NumberField
            label="Rate"
            value={ratePercent}
            onChange={(value) => setTyped({ ...typed, ratePercent: value })}
            low={0}
            high={100}
            unit="%"
          />
          <Button onPress={add} isDisabled={!isWhole}>
            Add tax
          </Button>
        </div>
      )}
    </>
  );
}
