import { replaceEqualDeep } from '@tanstack/react-query';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { documentNotes } from '#shared/quote/document-notes.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { referralsIn } from '#shared/underwriting/judgement.ts';
import type { Editor } from '../../editor/draft/editor-context.tsx';
import { issueLists } from '../../editor/draft/issue-lists.ts';
import { type JudgementView, type PriceView, priceIn } from '../../editor/draft/judgement-view.ts';
import type { LastChange } from '../../editor/draft/last-change.ts';
import { goTo } from '../../editor/state/navigation.ts';
import { sectionOfPath } from './sections.ts';
import type { Judged } from './use-editor-model.ts';

export interface EditorInput {
  readonly stored: AssessmentRecord;
  readonly content: AssessmentContent;
  readonly judged: JudgementView;
  readonly lastChange: LastChange | null;
}

type Shown = Pick<Editor, 'score' | 'price' | 'notes' | 'referrals' | 'decision' | 'problems' | 'remarks'>;

/** What was issued, exactly as it was issued. */
const shownOfDocument = (document: QuoteDocument): Shown => ({
  score: document.score,
  price: {
    price: document.price,
    whyNone: null,
    isCurrent: true,
    grid: 'full',
    explanation: document,
    isExplanationCurrent: true,
    failure: null,
  } satisfies PriceView,
  notes: document.price?.notes ?? [],
  referrals: [...document.score.referrals, ...(document.price?.referrals ?? [])],
  decision: null,
  problems: [],
  remarks: [],
});

function shownOfJudgement({ judged: view }: EditorInput, { model }: Judged, isReadOnly: boolean): Shown {
  const { judgement, content } = view;
  const lists =
    isReadOnly || judgement === null || content === null
      ? null
      : issueLists(judgement.issues, content, model);
  return {
    score: judgement?.score ?? null,
    price: priceIn(view),
    notes: judgement?.price.ok ? documentNotes(judgement.issues) : [],
    referrals: judgement === null ? [] : referralsIn(judgement),
    decision: judgement?.decision ?? null,
    problems: lists?.problems ?? [],
    remarks: lists?.remarks ?? [],
  };
}

/** What a new judgement leaves as it was stays the same object, so that nothing is drawn again for it. */
const keepingEqual = (previous: Shown | null, { price, ...next }: Shown): Shown => {
  if (previous === null) return { price, ...next };
  const { score, notes, referrals, decision, problems, remarks } = previous;
  return { price, ...replaceEqualDeep({ score, notes, referrals, decision, problems, remarks }, next) };
};

/**
 * Puts together what the editor shows: the draft in hand, and the worker's last judgement, marked where it is of an earlier
 * input. An issued assessment shows what was issued. Of `previous`, the same assessment a moment ago, everything is kept
 * that the change leaves as it was.
 */
export function editorOf(input: EditorInput, judgedBy: Judged, previous: Editor | null): Editor {
  const { stored, content, judged, lastChange } = input;
  const { model, hash, document } = judgedBy;
  const isReadOnly = stored.summary.state === 'finalised';
  const frame = {
    stored,
    content,
    model,
    modelHash: hash,
    isReadOnly,
    document,
    judged,
    lastChange,
    goToField:
      previous?.goToField ??
      ((path) =>
        goTo({ kind: 'assessment', id: stored.summary.id, section: sectionOfPath(path, model) }, path)),
  } satisfies Partial<Editor>;
  if (
    previous !== null &&
    previous.isReadOnly === isReadOnly &&
    (document !== null || previous.judged === judged)
  )
    return { ...previous, ...frame };
  // While the last judgement is of an earlier input its lists stay as they are; its marks alone change.
  if (
    previous !== null &&
    previous.isReadOnly === isReadOnly &&
    previous.judged.judgement === judged.judgement
  )
    return { ...previous, ...frame, price: priceIn(judged) };
  const shown = document === null ? shownOfJudgement(input, judgedBy, isReadOnly) : shownOfDocument(document);
  return { ...frame, ...keepingEqual(previous, shown) };
}
