import { z } from 'zod';
import { isoDateSchema, localDay } from '../../domain/dates.ts';
import { formatDate } from '../../domain/format-date.ts';
import { formatMoney } from '../../domain/format-money.ts';
import type { RatingModel } from '../../domain/rating-model.ts';
import { failed, type Result, success } from '../../domain/result.ts';
import { type Block, heading, list, paragraph } from '../../report/report-document.ts';
import { type Letter, type LetterBasis, letterOf } from './letter.ts';
import { DECLINE } from './letter-words.ts';

/** As many coded reasons stand in a letter. */
export const MOST_DECLINE_REASONS = 3;

/** As many things stand in it that would let the insurer look again. */
export const MOST_TO_LOOK_AGAIN = 6;
/** Letters of a reason in one's own words, and of a thing that would let the insurer look again. */
export const LONGEST_OWN_REASON = 600;
export const LONGEST_TO_LOOK_AGAIN = 300;

/** What the underwriter chooses for a decline letter. */
export const declineChoiceSchema = z.strictObject({
  /** Codes of the reasons of a decline, one to three. */
  reasons: z.array(z.string().max(64)).max(MOST_DECLINE_REASONS),
  /** A reason in words of its own; null without one. */
  ownReason: z.string().trim().max(LONGEST_OWN_REASON).nullable(),
  /** What would let the insurer look again, one thing each; none where nothing would. */
  lookAgain: z.array(z.string().trim().min(1).max(LONGEST_TO_LOOK_AGAIN)).max(MOST_TO_LOOK_AGAIN),
  /** By when it should come; null without a day. */
  by: isoDateSchema.nullable(),
  documents: z.enum(['kept', 'returned']),
  /** Grade and score stand in the letter. */
  showsGrade: z.boolean(),
  /** The premium that was worked out stands in the letter. */
  showsPremium: z.boolean(),
});
export type DeclineChoice = Readonly<z.infer<typeof declineChoiceSchema>>;

/** The reasons of a decline that have a sentence for the broker, in the order of their list. */
export const declineReasons = ({
  wording,
}: RatingModel): readonly { readonly id: string; readonly label: string; readonly sentence: string }[] =>
  (wording.lifecycle?.reasons.declined ?? []).flatMap(({ id, label }) => {
    const sentence = wording.papers?.declined.find((own) => own.id === id)?.sentence;
    return sentence === undefined ? [] : [{ id, label, sentence }];
  });

/**
 * The letter that tells a broker that no terms are offered, with the reasons that the underwriter chose and nothing else of
 * the assessment unless that was chosen too. Fails without a reason, with one that is not on the list, or with a day by which
 * nothing is asked for or that is over.
 */
export function declineLetter(
  basis: LetterBasis,
  { choice, model }: { readonly choice: DeclineChoice; readonly model: RatingModel },
): Result<Letter> {
  const known = declineReasons(model);
  const unknown = choice.reasons.find((id) => !known.some((reason) => reason.id === id));
  if (unknown !== undefined) return failed('invalid-input', 'Reasons: choose them from the list.', 'reasons');
  const own = choice.ownReason === null || choice.ownReason === '' ? [] : [closed(choice.ownReason)];
  const reasons = [
    ...known.filter(({ id }) => choice.reasons.includes(id)).map(({ sentence }) => sentence),
    ...own,
  ];
  if (reasons.length === 0)
    return failed('invalid-input', 'Reasons: choose one, or give one in words.', 'reasons');
  if (choice.by !== null && choice.lookAgain.length === 0)
    return failed('invalid-input', 'By when: say what would let us look again, or leave the day out.', 'by');
  if (choice.by !== null && choice.by < localDay(new Date(basis.head.preparedAt)))
    return failed('invalid-input', 'By when: the day is over.', 'by');
  const blocks: Block[] = [
    paragraph(DECLINE.opening),
    heading(DECLINE.reasons),
    paragraph(reasons.join(' ')),
    ...figures(basis, choice),
    heading(DECLINE.lookAgain),
    ...(choice.lookAgain.length === 0
      ? [paragraph(DECLINE.nothing)]
      : [list(choice.lookAgain.map(closed)), paragraph(byWhen(choice))]),
    heading(DECLINE.documents),
    paragraph(DECLINE[choice.documents]),
    paragraph(DECLINE.noAdmission),
  ];
  return success(letterOf('decline-letter', basis, blocks));
}

const closed = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const byWhen = ({ by }: DeclineChoice): string =>
  by === null
    ? 'Once we have it we are glad to look at the risk again.'
    : `If we have it by ${formatDate(by)} we are glad to look at the risk again.`;

function figures({ document }: LetterBasis, choice: DeclineChoice): readonly Block[] {
  const { score, price, content } = document;
  const grade = score.outcome.grade;
  return [
    ...(choice.showsGrade
      ? [
          paragraph(
            grade === null
              ? 'On what we hold we have given the risk no grade.'
              : `On what we hold we have graded the risk ${grade}.`,
          ),
        ]
      : []),
    ...(choice.showsPremium && price !== null
      ? [
          paragraph(
            `The premium that we worked out for the terms asked is ${formatMoney(price.quotedMinor, content.currency)} at 100%. It is not an offer.`,
          ),
        ]
      : []),
  ];
}
