import type { ReactElement } from 'react';
import { isolated } from '#shared/domain/isolated.ts';

/**
 * Whose paper a page is of, over each: it repeats as the watermark does and is no part of what is read in order. Beside it
 * the stamp writes what the paper is and the section of the page, which is known once the pages are made.
 */
export function RunningHead({ insured }: { readonly insured: string }): ReactElement {
  return (
    <p className="running-head" aria-hidden="true">
      {isolated(insured)}
    </p>
  );
}
