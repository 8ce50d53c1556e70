import type { ReactElement } from 'react';
import type { Flag } from '#shared/scoring/score-result.ts';
import { PremiumSummary } from '../../features/pricing/premium-summary.tsx';
import { PriceNotes } from '../../features/pricing/price-notes.tsx';
import { AskNextList } from '../../features/scoring/ask-next-list.tsx';
import { EvidenceGap } from '../../features/scoring/evidence-gap.tsx';
import { FlagList } from '../../features/scoring/flag-list.tsx';
import { GradeSummary } from '../../features/scoring/grade-summary.tsx';
import { PillarRows } from '../../features/scoring/pillar-rows.tsx';
import { useEditor } from '../draft/editor-context.tsx';
import { pathOfReference } from '../draft/field-path.ts';
import { goTo } from '../state/navigation.ts';
import { QuoteButton } from './quote-button.tsx';
import { workbenchWords } from './workbench.strings.ts';
import './verdict-panel.css';

/** Always in view: grade and score with its range, premium, flags, what to ask next. It moves as one types. */
export function VerdictPanel(): ReactElement {
  const editor = useEditor();
  const { score, price, referrals, model, content, stored, goToField, isReadOnly } = editor;
  const openReference = (reference: string) => {
    const path = pathOfReference(reference, content, model);
    if (path !== null) goToField(path);
  };
  const openFlag = ({ fields }: Pick<Flag, 'fields'>) => {
    const [first] = fields;
    if (first !== undefined) openReference(first);
  };
  return (
    <div className="verdict">
      <div className="verdict-scroll">
        <GradeSummary score={score} model={model} />
        <PillarRows
          score={score}
          onOpen={(pillar) => goTo({ kind: 'assessment', id: stored.summary.id, section: pillar })}
        />
        <hr />
        <PremiumSummary
          view={price}
          currency={content.currency}
          isQuotable={score.outcome.kind === 'graded'}
        />
        <FlagList label={workbenchWords.knockOuts} kind="stop" flags={score.knockOuts} onOpen={openFlag} />
        <FlagList label={workbenchWords.needsAuthority} kind="refer" flags={referrals} onOpen={openFlag} />
        <hr />
        <EvidenceGap gap={score.evidenceGap} model={model} />
        {!isReadOnly && <AskNextList questions={score.askNext} onOpen={openReference} />}
        {price.price !== null && <PriceNotes price={price.price} />}
      </div>
      <QuoteButton />
    </div>
  );
}
