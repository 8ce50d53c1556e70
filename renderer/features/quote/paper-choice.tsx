import type { ReactElement } from 'react';
import { PAPER_KINDS, type PaperKind } from '#shared/quote/paper.ts';
import { Segments } from '../../components/segments.tsx';

const NAMES: Readonly<Record<PaperKind, string>> = {
  quotation: 'Quotation',
  'risk-summary': 'Risk summary',
  worksheet: 'Rating worksheet',
};

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
      choices={PAPER_KINDS.map((key) => ({ key, label: NAMES[key] }))}
      onChange={onChange}
    />
  );
}
