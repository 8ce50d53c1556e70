import { replaceEqualDeep } from '@tanstack/react-query';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { documentNotes } from '#shared/quote/document-notes.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { referralsIn } from '#shared/underwriting/judgement.ts';
import { decideCleared } from '#shared/underwriting/offered.ts';
import type { Editor } from '../../editor/draft/editor-context.tsx';
import { type JudgementView, type PriceView, priceIn } from '../../editor/draft/judgement-view.ts';
import type { LastChange } from '../../editor/draft/last-change.ts';
import { problemsIn, raisedFlags, toDoList } from '../../editor/draft/to-do.ts';
import { goTo } from '../../editor/state/navigation.ts';
import { sectionOfPath } from './sections.ts';
import type { Judged } from './use-editor-model.ts';

export interface EditorInput {
  readonly stored: AssessmentRecord;
  readonly content: AssessmentContent;
  readonly judged: JudgementView;
  readonly lastChange: LastChange | null;
}

type Shown = Pick<Editor, 'score' | 'price' | 'notes' | 'referrals' | 'decision' | 'problems' | 'toDo'>;

/** What was issued, exactly as it was issued. */
function shownOfDocument(document: QuoteDocument, model: RatingModel): Shown {
  const { score, price, content } = document;
  const referrals = [...score.referrals, ...(price?.referrals ?? [])];
  return {
    score,
    price: {
      price,
      whyNone: null,
      isCurrent: true,
      grid: 'full',
      explanation: document,
      isExplanationCurrent: true,
      failure: null,
    } satisfies PriceView,
    notes: price?.notes ?? [],
    referrals,
    decision: null,
    problems: [],
    toDo: raisedFlags([...score.knockOuts, ...referrals], content, model),
  };
}

function shownOfJudgement(
  { judged: view, stored }: EditorInput,
  { model }: Judged,
  isReadOnly: boolean,
): Shown {
  const { judgement, content } = view;
  const listed =
    judgement === null || content === null
      ? { problems: [], toDo: null }
      : isReadOnly
        ? { problems: [], toDo: raisedFlags(judgement.flags, content, model) }
        : {
            problems: problemsIn(judgement.issues, content, model),
            toDo: toDoList(judgement, content, model),
          };
  return {
    score: judgement?.score ?? null,
    price: priceIn(view),
    notes: judgement?.price.ok ? documentNotes(judgement.issues) : [],
    referrals: judgement === null ? [] : referralsIn(judgement),
    decision: judgement === null ? null : decideCleared(judgement, stored.deal.approval?.cleared ?? []),
    ...listed,
  };
}

/** What a new judgement leaves as it was stays the same object, so that nothing is drawn again for it. */
const keepingEqual = (previous: Shown | null, { price, ...next }: Shown): Shown => {
  if (previous === null) return { price, ...next };
  const { score, notes, referrals, decision, problems, toDo } = previous;
  return { price, ...replaceEqualDeep({ score, notes, referrals, decision, problems, toDo }, next) };
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
  const shown =
    document === null ? shownOfJudgement(input, judgedBy, isReadOnly) : shownOfDocument(document, model);
  return { ...frame, ...keepingEqual(previous, shown) };
}
