import { z } from 'zod';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import { utcDay } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { minorOf } from '#shared/domain/money.ts';
import type { Result } from '#shared/domain/result.ts';
import { documentPrice, documentScore } from '#shared/quote/document-figures.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { type FigureApart, figuresApart } from './figures-apart.ts';

/** What a worksheet carries that is computed again. */
export const worksheetSchema = z.looseObject({
  format: z.literal('ballast-quote-document/1'),
  reference: z.string(),
  version: z.number().int().nullable(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  preparedAt: z.iso.datetime(),
  content: assessmentContentSchema,
  model: z.looseObject({ hash: z.string(), id: z.string() }),
  score: z.looseObject({}),
  price: z
    .looseObject({
      technicalMinor: z.number().int(),
      quotedMinor: z.number().int(),
      payableMinor: z.number().int(),
      buildUp: z.array(z.looseObject({ label: z.string(), amountMinor: z.number().int() })),
    })
    .nullable(),
});
export type Worksheet = z.infer<typeof worksheetSchema>;

/** What came of computing a worksheet again from its inputs. */
export interface ComputedAgain {
  /** `not-compared`: its model is not at hand, or another engine comes to other figures. */
  readonly outcome: 'agrees' | 'agrees-with-older' | 'not-compared' | 'differs';
  /** A sentence each. */
  readonly findings: readonly string[];
}

const MOST_TOLD = 8;

/**
 * Score and price of the inputs that a worksheet carries, by our own model and engine, beside those that it carries, figure
 * by figure. Referrals and notes are left out: they rest on the day, the book and who asks.
 */
export function computeAgain(
  sheet: Worksheet,
  found: Result<ActiveModel>,
  presentHash: string | null,
): ComputedAgain {
  const { content, engineVersion } = sheet;
  if (inputsHash(content, sheet.model.hash) !== sheet.inputsHash)
    return {
      outcome: 'differs',
      findings: ['The inputs that it carries are not those whose hash it names.'],
    };
  if (!found.ok)
    return {
      outcome: 'not-compared',
      findings: [
        `Its rating model, “${sheet.model.id}”, is not at hand, so that nothing was computed again.`,
      ],
    };
  const { model, hash } = found.value;
  const judgement = judge({ content, model, today: utcDay(new Date(sheet.preparedAt)), grid: 'full' });
  const { referrals: _, ...score } = documentScore(judgement, model);
  const price = documentPrice(judgement, model);
  if ((sheet.price === null) !== (price === null))
    return {
      outcome: 'differs',
      findings: [
        price === null
          ? 'It carries a price, but its inputs cannot be priced.'
          : 'It carries no price, but its inputs can be priced.',
      ],
    };
  const own = price === null ? null : { ...price, referrals: undefined, notes: undefined };
  const compared = [figuresApart({ score: sheet.score }, { score })];
  if (own !== null) compared.push(figuresApart({ price: sheet.price }, { price: own }));
  const apart = compared.flatMap((part) => part.apart);
  const count = compared.reduce((sum, part) => sum + part.count, 0);
  if (apart.length > 0) {
    const words = apart.slice(0, MOST_TOLD).map((one) => apartWords(one, sheet));
    const more =
      apart.length > MOST_TOLD ? [`And ${formatNumber(apart.length - MOST_TOLD)} figures more.`] : [];
    if (engineVersion === ENGINE_VERSION) return { outcome: 'differs', findings: [...words, ...more] };
    return {
      outcome: 'not-compared',
      findings: [
        `It was computed by engine “${engineVersion}”; this one, ${ENGINE_VERSION}, comes to other figures, so that nothing is proven by it. ${[...words, ...more].join(' ')}`,
      ],
    };
  }
  const isOlder = engineVersion !== ENGINE_VERSION || (presentHash !== null && hash !== presentHash);
  return {
    outcome: isOlder ? 'agrees-with-older' : 'agrees',
    findings: [
      price === null
        ? `It carries no price, and its inputs have none. Its score was computed again and agrees: ${formatNumber(count)} figures.`
        : `Score and premium were computed again from its inputs and agree to the cent: ${formatMoney(price.quotedMinor, content.currency)}, and ${formatNumber(count)} figures behind it.`,
      ...(isOlder ? [`It stands under rating model ${model.version} and engine ${ENGINE_VERSION}.`] : []),
    ],
  };
}

/** The amounts that a reader finds on the paper, by the words of the paper. */
const AMOUNTS: Readonly<Record<string, string>> = {
  technicalMinor: 'Technical premium',
  quotedMinor: 'Quoted premium',
  payableMinor: 'Payable',
  maximumPayableMinor: 'Maximum payable',
};

/** An amount that does not follow from the inputs, named as the paper names it; else where in the working it stands. */
function apartWords({ at, carried, computed }: FigureApart, { content, price }: Worksheet): string {
  const [part, field, index] = at;
  const line = field === 'buildUp' && typeof index === 'number' ? price?.buildUp[index]?.label : undefined;
  const label = line ?? (typeof field === 'string' ? AMOUNTS[field] : undefined);
  const words = (value: unknown): string => {
    if (value === null || value === undefined) return 'none';
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value !== 'number') return 'something else';
    const isAmount = String(at.at(-1)).endsWith('Minor') && Number.isSafeInteger(value);
    return isAmount ? formatMoney(minorOf(value), content.currency) : String(value);
  };
  const where = label ?? `A figure of the ${part === 'score' ? 'score' : 'price'}`;
  return `${where}: it carries ${words(carried)}, but its inputs give ${words(computed)}.`;
}
