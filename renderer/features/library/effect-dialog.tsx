import { type ReactElement, useState } from 'react';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { Library } from '#shared/library/read-library.ts';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { EffectTable } from './effect-table.tsx';
import { type EffectOnFits, useEffectOnFits } from './use-effect-on-fits.ts';

interface EffectDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly before: Library;
  readonly after: Library;
  readonly recipe: Recipe;
  readonly onClose: () => void;
}

/** What a change of the library does to the fits. */
export function EffectDialog({
  title,
  lead,
  before,
  after: given,
  recipe,
  onClose,
}: EffectDialogProps): ReactElement {
  // The library as it was when the dialog was opened: a new object of the same rows is no reason to fit again.
  const [after] = useState(given);
  const effect = useEffectOnFits(before, after, recipe);
  return (
    <WindowDialog title={title} width="wide" onClose={onClose}>
      <div className="stack">
        <p className="soft measure">{lead}</p>
        <Effect effect={effect} />
      </div>
    </WindowDialog>
  );
}

export function Effect({ effect }: { readonly effect: EffectOnFits }): ReactElement {
  if (effect.phase === 'running')
    return (
      <p className="soft" role="status">
        Fitting both libraries…
      </p>
    );
  if (effect.phase === 'failed')
    return (
      <Notice tone="stop" role="alert" title="The fits could not be compared">
        {effect.sentences.join(' ')}
      </Notice>
    );
  return <EffectTable figures={effect.figures} />;
}
