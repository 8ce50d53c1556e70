import { replaceEqualDeep } from '@tanstack/react-query';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { termsReferrals } from '#shared/pricing/terms-referrals.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import type { Editor } from '../../editor/draft/editor-context.tsx';
import { findProblems } from '../../editor/draft/find-problems.ts';
import { noPriceYet, type PriceView } from '../../editor/draft/price-view.ts';
import { issueDecision } from '../../editor/draft/quote-standing.ts';
import { goTo } from '../../editor/state/navigation.ts';
import { sectionOfPath } from './sections.ts';
import type { Judged } from './use-editor-model.ts';

export interface EditorInput {
  readonly stored: AssessmentRecord;
  readonly content: AssessmentContent;
  readonly price: PriceView;
}

/** The figures that were issued, as a price view. */
export const issuedPrice = ({ document }: Judged): PriceView => ({
  ...noPriceYet,
  price: document?.price ?? null,
  isCurrent: true,
  grid: 'full',
  explanation: document,
  isExplanationCurrent: true,
});

/**
 * Scores and judges what is in the editor. Of `previous`, the same assessment a moment ago, everything is kept that the
 * change leaves as it was. An issued assessment shows what was issued.
 */
export function editorOf(
  { stored, content, price }: EditorInput,
  { model, hash, document }: Judged,
  previous: Editor | null,
): Editor {
  const isReadOnly = stored.summary.state === 'finalised';
  const isSameContent = previous?.content === content;
  const isSamePrice =
    isSameContent && previous.price.price === price.price && previous.price.problems === price.problems;
  const score = isSameContent ? previous.score : (document?.score ?? scoreAssessment(content, model));
  const referrals = isSameContent
    ? previous.referrals
    : [...score.referrals, ...(document?.price?.referrals ?? termsReferrals(content, model))];
  const found = isReadOnly
    ? { problems: [], remarks: [] }
    : isSamePrice && previous.isReadOnly === isReadOnly
      ? { problems: previous.problems, remarks: previous.remarks }
      : findProblems(content, model, score, price);
  const decision = isSamePrice ? previous.decision : issueDecision(content, model, score, price, referrals);
  const judged = { score, referrals, decision, ...found };
  return {
    stored,
    content,
    model,
    modelHash: hash,
    isReadOnly,
    document,
    price,
    ...(previous === null ? judged : replaceEqualDeep(judgedIn(previous), judged)),
    goToField:
      previous?.goToField ??
      ((path) =>
        goTo({ kind: 'assessment', id: stored.summary.id, section: sectionOfPath(path, model) }, path)),
  };
}

const judgedIn = ({ score, referrals, decision, problems, remarks }: Editor) => ({
  score,
  referrals,
  decision,
  problems,
  remarks,
});
