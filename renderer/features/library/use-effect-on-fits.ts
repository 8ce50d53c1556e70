import { useEffect, useState } from 'react';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { Library } from '#shared/library/read-library.ts';
import { createCalibrationClient } from './calibration-client.ts';
import type { ComparedFigure } from './calibration-jobs.ts';

export type EffectOnFits =
  | { readonly phase: 'running' }
  | { readonly phase: 'done'; readonly figures: readonly ComparedFigure[] }
  | { readonly phase: 'failed'; readonly sentences: readonly string[] };

/** Fits two libraries in a worker and compares their figures; leaving ends it. */
export function useEffectOnFits(before: Library, after: Library | null, recipe: Recipe): EffectOnFits {
  const [effect, setEffect] = useState<EffectOnFits>({ phase: 'running' });
  useEffect(() => {
    if (after === null) return;
    setEffect({ phase: 'running' });
    const client = createCalibrationClient(recipe);
    client.run(
      { kind: 'compare', before, after },
      {
        onAnswer: (answer) => {
          if (answer.kind === 'compare') setEffect({ phase: 'done', figures: answer.figures });
          else if (answer.kind === 'refused') setEffect({ phase: 'failed', sentences: answer.sentences });
        },
        onFailure: (why) => setEffect({ phase: 'failed', sentences: [why] }),
      },
    );
    return client.end;
  }, [before, after, recipe]);
  return effect;
}
