import {
  type DeclineChoice,
  declineChoiceSchema,
  LONGEST_OWN_REASON,
  LONGEST_TO_LOOK_AGAIN,
  MOST_DECLINE_REASONS,
  MOST_TO_LOOK_AGAIN,
} from '#shared/deal/papers/decline-letter.ts';

const ONLY_WITH_DECLINE = ['own-reason', 'look-again', 'look-again-by'] as const;

/** What is wrong, by the field of a choice that it is wrong in. */
const SENTENCES: Readonly<Record<string, string>> = {
  reasons: `The option --decline takes at most ${MOST_DECLINE_REASONS} reasons.`,
  ownReason: `The option --own-reason takes at most ${LONGEST_OWN_REASON} letters.`,
  lookAgain: `The option --look-again may be given ${MOST_TO_LOOK_AGAIN} times, with at most ${LONGEST_TO_LOOK_AGAIN} letters each.`,
  by: 'The option --look-again-by must be a calendar date written YYYY-MM-DD.',
};

/** What the options say of a decline and its letter; null where there is none, and a sentence where something is wrong. */
export function declineOf(
  given: ReadonlyMap<string, string>,
  lookAgain: readonly string[],
): DeclineChoice | string | null {
  const codes = given.get('decline')?.split(',');
  if (codes === undefined) {
    const idle = ONLY_WITH_DECLINE.find((name) =>
      name === 'look-again' ? lookAgain.length > 0 : given.has(name),
    );
    return idle === undefined
      ? null
      : `The option --${idle} belongs to --decline with the codes of the reasons.`;
  }
  const choice = declineChoiceSchema.safeParse({
    reasons: codes,
    ownReason: given.get('own-reason') ?? null,
    lookAgain,
    by: given.get('look-again-by') ?? null,
    documents: 'kept',
    showsGrade: false,
    showsPremium: false,
  });
  if (choice.success) return choice.data;
  const [field] = choice.error.issues[0]?.path ?? [];
  return SENTENCES[String(field)] ?? 'The options of the decline are not all as they must be.';
}
