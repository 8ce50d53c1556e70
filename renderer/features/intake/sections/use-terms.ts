import { useShallow } from 'zustand/react/shallow';
import type { QuoteTerms } from '#shared/domain/assessment-content.ts';
import { type Editor, useEditorPart } from '../../../editor/draft/editor-context.tsx';

/** The named terms; who uses them is drawn again when one of them changes. */
export function useTerms<K extends keyof QuoteTerms>(...keys: readonly K[]): Pick<QuoteTerms, K> {
  return useEditorPart(
    useShallow(
      ({ content }: Editor) =>
        Object.fromEntries(keys.map((key) => [key, content.terms[key]])) as Pick<QuoteTerms, K>,
    ),
  );
}
