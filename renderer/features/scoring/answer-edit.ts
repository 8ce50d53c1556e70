import { type Answer, type AssessmentContent, answerSchema } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceState } from '#shared/domain/vocabulary.ts';
import { edit } from '../../editor/draft/draft-store.ts';
import { isEqual } from '../../editor/is-equal.ts';

export const blankAnswer: Answer = answerSchema.parse({ evidence: 'not-provided' });

/** The content with one answer changed; an answer that says nothing leaves no record. */
export function withAnswer(
  content: AssessmentContent,
  factorId: string,
  change: (answer: Answer) => Answer,
): AssessmentContent {
  const before = content.answers[factorId] ?? blankAnswer;
  const after = change(before);
  if (isEqual(after, before)) return content;
  const { [factorId]: _, ...others } = content.answers;
  const isBlank = isEqual(after, blankAnswer);
  return { ...content, answers: isBlank ? others : { ...others, [factorId]: after } };
}

/** An answer starts as the applicant's statement: the evidence for it is a second, deliberate step. */
const asAtLeastAsserted = (answer: Answer): Answer =>
  answer.evidence === 'not-provided' || answer.evidence === 'not-applicable'
    ? { ...answer, evidence: 'asserted', reason: null }
    : answer;

export const answeredWithLevel =
  (level: string) =>
  (answer: Answer): Answer => ({ ...asAtLeastAsserted(answer), level });

export const answeredWithNumber =
  (value: number | null) =>
  (answer: Answer): Answer =>
    value === null ? { ...answer, value, evidence: 'not-provided' } : { ...asAtLeastAsserted(answer), value };

/** A tick below the answer: it says something, so the answer is at least asserted. */
export const answeredWithTick =
  (tick: 'isUnchangedSinceReview' | 'hasSocialisedLoss', isTicked: boolean) =>
  (answer: Answer): Answer => ({ ...asAtLeastAsserted(answer), [tick]: isTicked });

/** "Not provided" and "not applicable" take the answer away: a state and an answer never contradict each other. */
export const withEvidence =
  (evidence: EvidenceState) =>
  (answer: Answer): Answer => {
    if (evidence === 'not-provided' || evidence === 'not-applicable')
      return {
        ...answer,
        evidence,
        level: null,
        value: null,
        isUnchangedSinceReview: false,
        hasSocialisedLoss: false,
        reason: evidence === 'not-applicable' ? answer.reason : null,
      };
    return { ...answer, evidence, reason: null };
  };

/** One undoable edit of an answer. */
export function editAnswer(
  factor: { readonly id: string; readonly label: string },
  aspect: string,
  change: (answer: Answer) => Answer,
): void {
  const name = aspect === 'answer' ? `change ${factor.label}` : `change ${aspect} of ${factor.label}`;
  edit(name, `answers.${factor.id}.${aspect}`, (content) => withAnswer(content, factor.id, change));
}

/** One undoable edit of several answers: the day on which their evidence was seen. */
export function setSeenOn(factorIds: readonly string[], seenOn: IsoDate): void {
  edit('set date seen where it is empty', `answers.seenOn:${factorIds.join()}`, (content) =>
    factorIds.reduce((whole, id) => withAnswer(whole, id, (before) => ({ ...before, seenOn })), content),
  );
}
