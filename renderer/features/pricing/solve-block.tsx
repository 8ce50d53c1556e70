import { type FormEvent, type ReactElement, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatMoney } from '#shared/domain/format-money.ts';
import { partLabel } from '#shared/domain/model-words.ts';
import type { Peril } from '#shared/domain/vocabulary.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { EntryField } from '../../components/entry-field.tsx';
import { Segments } from '../../components/segments.tsx';
import { type Editor, useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { SolveAnswer } from './solve-answer.tsx';
import { useSolveStore } from './solve-store.ts';
import { readTarget, type SolveView, solveHindrance } from './solve-view.ts';
import './solve-block.css';

const pricedParts = ({ price }: Editor): readonly Peril[] => price.price?.parts.map(({ part }) => part) ?? [];

/** The least retention or the largest limit of a part that meets a target premium. */
export function SolveBlock(): ReactElement {
  const { model } = useEditor('model');
  // What can be asked for is the same for most prices: the form is not drawn again for each.
  const parts = useEditorPart(useShallow(pricedParts));
  const hindrance = useEditorPart(({ price, isReadOnly }) => solveHindrance(price.price, isReadOnly));
  const currency = useEditorPart(({ content }) => content.currency);
  const { engine, view: solve } = useSolveStore();
  const [chosen, setChosen] = useState<string | null>(null);
  const [what, setWhat] = useState<SolveResult['what']>('retention');
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string | undefined>(undefined);

  const part = parts.find((candidate) => candidate === chosen) ?? parts[0];
  const target = readTarget(typed);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hindrance !== null || part === undefined) return;
    setComplaint(target.kind === 'error' ? target.message : undefined);
    if (target.kind === 'target') engine?.solve({ part, what, targetMinor: target.minor });
  };

  return (
    <section className="section-block" aria-labelledby="solve-heading">
      <h3 id="solve-heading">Solve for a target premium</h3>
      <p className="small soft measure">
        Finds the smallest retention, or the largest limit, of one part at which the premium is not above the
        target, both at 100%. All other terms stay as they are.
      </p>
      <form className="solve-form" onSubmit={submit} noValidate aria-labelledby="solve-heading">
        <ChoiceField
          label="Part of cover"
          value={part ?? null}
          choices={parts.map((key) => ({ key, label: partLabel(model, key) }))}
          onChange={setChosen}
          isReadOnly={hindrance !== null}
        />
        <Segments
          label="Find"
          value={what}
          choices={[
            { key: 'retention', label: 'Retention' },
            { key: 'limit', label: 'Limit' },
          ]}
          onChange={setWhat}
          isReadOnly={hindrance !== null}
        />
        <EntryField<string>
          label="Target quoted premium"
          value={typed}
          // What was typed stays as typed: it is judged when one asks, not while one writes.
          format={(text) => text}
          parse={(text) => ({ kind: 'value', value: text })}
          onChange={(text) => {
            setTyped(text ?? '');
            setComplaint(undefined);
          }}
          error={complaint}
          prefix={currency}
          placeholder="1.5m"
          exact={target.kind === 'target' ? formatMoney(target.minor, currency) : undefined}
          isFigure
          isReadOnly={hindrance !== null}
        />
        <div className="solve-actions">
          <Button type="submit" isDisabled={hindrance !== null}>
            Solve
          </Button>
          {solve.kind === 'solving' && (
            <Button tone="quiet" onPress={() => engine?.cancelSolve()}>
              Cancel
            </Button>
          )}
        </div>
      </form>
      {hindrance === null ? <Outcome solve={solve} /> : <p className="small soft">{hindrance}</p>}
    </section>
  );
}

function Outcome({ solve }: { readonly solve: SolveView }): ReactElement | null {
  if (solve.kind === 'answered') return <SolveAnswer asked={solve.content} result={solve.result} />;
  if (solve.kind === 'idle') return null;
  return (
    <p role="status" className="small soft">
      {wordsOf(solve)}
    </p>
  );
}

function wordsOf(solve: Exclude<SolveView, { kind: 'answered' | 'idle' }>): string {
  if (solve.kind === 'failed') return solve.why;
  if (solve.kind === 'solving') return 'Solving…';
  return solve.by === 'input' ? 'Stopped, because the input changed.' : 'Stopped.';
}
