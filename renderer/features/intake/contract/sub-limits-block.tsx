import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { SUB_LIMITS_NOT_PRICED } from '#shared/domain/sub-limits.ts';
import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { OfferedEntry } from '../../../components/offered-entry.tsx';
import { type Editor, problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editContract } from '../sections/terms-edit.ts';
import { useTerms } from '../sections/use-terms.ts';
import '../sections/line-list.css';

interface Typed {
  readonly part: CoveragePartId | null;
  readonly label: string | null;
  readonly limitMinor: MinorUnits | null;
}

const blank: Typed = { part: null, label: null, limitMinor: null };

/** Limits within a part, each in words and an amount; the words that the model suggests for the part are offered. */
export function SubLimitsBlock(): ReactElement {
  const editor = useEditor('isReadOnly', 'model', 'problems');
  const { isReadOnly, model } = editor;
  const currency = useEditorPart(({ content }) => content.currency);
  const quoted = useEditorPart(
    useShallow(({ content }: Editor) => content.terms.parts.map(({ part }) => part)),
  );
  const { contract } = useTerms('contract');
  const lines = contract?.subLimits ?? [];
  const [typed, setTyped] = useState<Typed>(blank);
  const { part, label, limitMinor } = typed;
  const coverage = (id: CoveragePartId | null) => model.coverageParts.find((known) => known.id === id);
  const set = (name: string, next: typeof lines) =>
    editContract(name, 'subLimits', next.length === 0 ? undefined : next);
  const add = () => {
    if (part === null || label === null || limitMinor === null) return;
    set(`sub-limits: add ${label}`, [...lines, { part, label, limitMinor }]);
    setTyped({ ...blank, part });
  };
  return (
    <div className="section-block">
      <h3 id="sub-limits-heading">Sub-limits</h3>
      <p className="small faint measure">{SUB_LIMITS_NOT_PRICED}</p>
      {lines.length > 0 && (
        <ul className="line-list" aria-labelledby="sub-limits-heading">
          {lines.map((line, index) => {
            const error = problemAt(editor, `terms.contract.subLimits.${index}.part`);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end and removed; two may be alike
              <li key={index} id={fieldId(`terms.contract.subLimits.${index}.part`)}>
                <span>
                  {line.label} <span className="small faint">{coverage(line.part)?.label ?? line.part}</span>
                  {error !== undefined && <span className="small field-error">{error}</span>}
                </span>
                <span className="figures">{formatMoney(line.limitMinor, currency)}</span>
                {!isReadOnly && (
                  <IconButton
                    label={`Remove ${line.label}`}
                    onPress={() =>
                      set(
                        `sub-limits: remove ${line.label}`,
                        lines.filter((_, other) => other !== index),
                      )
                    }
                  >
                    <X aria-hidden />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!isReadOnly && quoted.length === 0 && (
        <p className="small faint">Choose a coverage part first; a sub-limit stands within one.</p>
      )}
      {!isReadOnly && quoted.length > 0 && (
        <div className="line-form">
          <ChoiceField
            label="In the part"
            value={part}
            choices={quoted.map((id) => ({ key: id, label: coverage(id)?.label ?? id }))}
            onChange={(id) => setTyped({ ...typed, part: id })}
          />
          <OfferedEntry
            label="What is limited"
            value={label}
            offers={coverage(part)?.suggest.sublimits ?? []}
            onChange={(text) => setTyped({ ...typed, label: text })}
            maximumLength={300}
          />
          <MoneyField
            label="Most that is paid"
            currency={currency}
            value={limitMinor}
            onChange={(value) => setTyped({ ...typed, limitMinor: value })}
          />
          <Button
            onPress={add}
            isDisabled={part === null || label === null || limitMinor === null || lines.length >= 30}
          >
            Add sub-limit
          </Button>
        </div>
      )}
    </div>
  );
}
