import { useMemo } from 'react';
import { termsReferrals } from '#shared/pricing/terms-referrals.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { usePrice } from '../../features/pricing/use-price.ts';
import { type Draft, isFinalised } from '../draft/draft-store.ts';
import type { Editor } from '../draft/editor-context.tsx';
import { sectionOfPath } from '../draft/field-path.ts';
import { findProblems } from '../draft/find-problems.ts';
import { noPriceYet, type PriceView } from '../draft/price-view.ts';
import { issueDecision } from '../draft/quote-standing.ts';
import { goTo } from '../state/navigation.ts';
import type { Judged } from './use-editor-model.ts';

/** Scores in the window on each change; prices beside it. An issued assessment shows the figures that were issued. */
export function useEditorValue(draft: Draft, { model, hash, document }: Judged): Editor {
  const { content, stored } = draft;
  const isReadOnly = isFinalised(draft);
  const fresh = useMemo(
    () => (document === null ? scoreAssessment(content, model) : null),
    [content, model, document],
  );
  const live = usePrice(document === null ? content : null, model);
  const score = fresh ?? document?.score ?? scoreAssessment(content, model);
  const issued = useMemo<PriceView>(
    () => ({
      ...noPriceYet,
      price: document?.price ?? null,
      isCurrent: true,
      grid: 'full',
      explanation: document,
      isExplanationCurrent: true,
    }),
    [document],
  );
  const price = document === null ? live : issued;
  const found = useMemo(
    () => (isReadOnly ? { problems: [], remarks: [] } : findProblems(content, model, score, price)),
    [isReadOnly, content, model, score, price],
  );
  const referrals = useMemo(
    () => [...score.referrals, ...(document?.price?.referrals ?? termsReferrals(content, model))],
    [score, document, content, model],
  );
  const decision = useMemo(
    () => issueDecision(content, model, score, price.price, referrals),
    [content, model, score, price.price, referrals],
  );
  return useMemo(
    () => ({
      stored,
      content,
      model,
      modelHash: hash,
      isReadOnly,
      document,
      score,
      price,
      referrals,
      decision,
      ...found,
      goToField: (path) =>
        goTo({ kind: 'assessment', id: stored.summary.id, section: sectionOfPath(path, model) }, path),
    }),
    [stored, content, model, hash, isReadOnly, document, score, price, referrals, decision, found],
  );
}
