import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { CONDITION_KINDS, type ContractTerms } from '#shared/domain/deal-content.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { Segments } from '../../../components/segments.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editContract } from '../sections/terms-edit.ts';
import { useTerms } from '../sections/use-terms.ts';
import '../sections/line-list.css';

type Condition = NonNullable<ContractTerms['conditions']>[number];

/** Conditions and warranties beside those of the model: those that the wording offers, and one's own. */
export function ConditionsBlock(): ReactElement {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  const { contract } = useTerms('contract');
  const given = contract?.conditions ?? [];
  const offered = model.wording.contract?.conditions ?? [];
  const set = (next: readonly Condition[]) =>
    editContract('conditions and warranties', 'conditions', next.length === 0 ? undefined : [...next]);
  const own = given.filter(({ id }) => id === undefined || !offered.some((clause) => clause.id === id));
  return (
    <div className="section-block">
      <h3 id={fieldId('terms.contract.conditions')}>Conditions and warranties</h3>
      <p className="small faint measure">They stand beside the conditions of the rating model.</p>
      <ul className="line-list">
        {offered.map(({ id, kind, text }) => (
          <li key={id}>
            <TickBox
              label={`${upperFirst(kind)}: ${text}`}
              isChecked={given.some((chosen) => chosen.id === id)}
              isReadOnly={isReadOnly}
              onChange={(isChosen) =>
                set(isChosen ? [...given, { id, kind, text }] : given.filter((chosen) => chosen.id !== id))
              }
            />
          </li>
        ))}
        {own.map((condition) => (
          <li key={`${condition.kind} ${condition.text}`}>
            <span>
              {upperFirst(condition.kind)}: {condition.text}
            </span>
            <span />
            {!isReadOnly && (
              <IconButton
                label={`Remove ${condition.text}`}
                onPress={() => set(given.filter((other) => other !== condition))}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && <OwnCondition onAdd={(condition) => set([...given, condition])} />}
    </div>
  );
}

function OwnCondition({ onAdd }: { readonly onAdd: (condition: Condition) => void }): ReactElement {
  const [kind, setKind] = useState<Condition['kind']>('condition');
  const [text, setText] = useState<string | null>(null);
  const isBlank = (text ?? '').trim() === '';
  return (
    <div className="line-form">
      <Segments
        label="Kind"
        value={kind}
        choices={CONDITION_KINDS.map((key) => ({ key, label: upperFirst(key) }))}
        onChange={setKind}
      />
      <TextEntry label="In your own words" value={text} onChange={setText} maximumLength={2000} />
      <Button
        isDisabled={isBlank}
        onPress={() => {
          if (text === null) return;
          onAdd({ kind, text });
          setText(null);
        }}
      >
        Add to the contract
      </Button>
    </div>
  );
}
