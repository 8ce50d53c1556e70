import { replaceEqualDeep } from '@tanstack/react-query';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import { decidingIds } from '#shared/domain/options.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { documentNotes } from '#shared/quote/document-notes.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { Decision } from '#shared/underwriting/decision.ts';
import { referralsIn } from '#shared/underwriting/judgement.ts';
import { decideCleared, decideOffered, optionsIssues } from '#shared/underwriting/offered.ts';
import type { Editor } from '../../editor/draft/editor-context.tsx';
import { type JudgementView, type PriceView, priceIn } from '../../editor/draft/judgement-view.ts';
import type { LastChange } from '../../editor/draft/last-change.ts';
import { problemsIn, raisedFlags, type ToDo, toDoList, toDoOfOptions } from '../../editor/draft/to-do.ts';
import { goTo } from '../../editor/state/navigation.ts';
import { sectionOfPath } from './sections.ts';
import type { Judged } from './use-editor-model.ts';

export interface EditorInput {
  readonly stored: AssessmentRecord;
  /** Of the option that is shown. */
  readonly content: AssessmentContent;
  readonly whole: AssessmentContent;
  readonly shown: OptionId;
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

/** The options that go on the paper, each as far as it has been judged. */
const offeredOf = ({ whole, judged }: EditorInput) =>
  decidingIds(whole).map((id) => judged.options.find((option) => option.id === id) ?? null);

/** What issuing would make; of options, all of which go on one paper, null until each has been judged. */
function decisionOf(input: EditorInput, { model }: Judged): Decision | null {
  const { whole, judged, stored } = input;
  if (judged.judgement === null) return null;
  const cleared = stored.deal.approval?.cleared ?? [];
  if (whole.options === undefined) return decideCleared(judged.judgement, cleared);
  const offered = offeredOf(input).flatMap((option) => option ?? []);
  return offered.length < decidingIds(whole).length
    ? null
    : decideOffered(optionsIssues(whole, model), offered, cleared);
}

/** What stands in the way in the list of options, and in those that are not shown. */
function toDoBeside(input: EditorInput, { model }: Judged): readonly ToDo[] {
  const { whole, shown } = input;
  if (whole.options === undefined) return [];
  const offered = offeredOf(input).flatMap((option) => option ?? []);
  return [
    ...toDoOfOptions(optionsIssues(whole, model), null),
    ...offered
      .filter(({ id }) => id !== shown)
      .flatMap(({ id, issues }) => {
        const seen = input.judged.judgement?.issues.map(({ message }) => message) ?? [];
        return toDoOfOptions(
          issues.filter(({ message }) => !seen.includes(message)),
          id,
        );
      }),
  ];
}

function shownOfJudgement(input: EditorInput, judgedBy: Judged, isReadOnly: boolean): Shown {
  const { judged: view } = input;
  const { model } = judgedBy;
  const { judgement, content } = view;
  const listed =
    judgement === null || content === null
      ? { problems: [], toDo: null }
      : isReadOnly
        ? { problems: [], toDo: raisedFlags(judgement.flags, content, model) }
        : {
            problems: problemsIn(judgement.issues, content, model),
            toDo: [...toDoBeside(input, judgedBy), ...toDoList(judgement, content, model)],
          };
  return {
    score: judgement?.score ?? null,
    price: priceIn(view),
    notes: judgement?.price.ok ? documentNotes(judgement.issues) : [],
    referrals: judgement === null ? [] : referralsIn(judgement),
    decision: decisionOf(input, judgedBy),
    ...listed,
  };
}

/** While options are judged one after the other nothing is decided over them: that is done once, with the last. */
const isUnderWay = (input: EditorInput): boolean =>
  input.whole.options !== undefined && !offeredOf(input).every((option) => option?.isCurrent === true);

/** The same object where nothing of the price is another, as when the figures of an option come in. */
const keptPrice = (previous: PriceView, next: PriceView): PriceView =>
  (Object.keys(next) as (keyof PriceView)[]).every((key) => previous[key] === next[key]) ? previous : next;

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
  const { stored, content, whole, shown: option, judged, lastChange } = input;
  const { model, hash, document } = judgedBy;
  const isReadOnly = stored.summary.state === 'finalised';
  const frame = {
    stored,
    content,
    whole,
    shown: option,
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
    previous.judged.judgement === judged.judgement &&
    (previous.judged.options === judged.options || isUnderWay(input))
  )
    return { ...previous, ...frame, price: keptPrice(previous.price, priceIn(judged)) };
  const shown =
    document === null ? shownOfJudgement(input, judgedBy, isReadOnly) : shownOfDocument(document, model);
  return { ...frame, ...keepingEqual(previous, shown) };
}
