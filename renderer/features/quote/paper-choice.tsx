import type { ReactElement } from 'react';
import { PAPER_KINDS, type PaperKind } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import { Segments } from '../../components/segments.tsx';

interface PaperChoiceProps {
  readonly kind: PaperKind;
  readonly onChange: (kind: PaperKind) => void;
}

/** Which of the papers of a document is shown. */
export function PaperChoice({ kind, onChange }: PaperChoiceProps): ReactElement {
  return (
    <Segments
      label="Which paper"
      isLabelHidden
      value={kind}
      choices={PAPER_KINDS.map((key) => ({ key, label: paperTitle(key, 'quote') }))}
      onChange={onChange}
    />
  );
}
