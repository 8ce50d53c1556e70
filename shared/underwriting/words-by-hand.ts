import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { listOfSome } from '../domain/list-text.ts';
import { nameKey } from '../domain/name-key.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Finding } from './terms-findings.ts';

// Words in a contract that are not the wording's: each is for somebody with authority to read.

type Decision = NonNullable<RatingModel['wording']['decision']>;

interface Found {
  readonly field: string;
  readonly text: string;
}

/** As many letters of a condition as a sentence names it by. */
const NAMED = 80;
/** And so many of them. */
const MOST_TEXTS = 3;

/** Texts by which a contract stands or falls: others than the wording offers are by hand, whatever they say. */
const OFFERED = ['law', 'jurisdiction', 'territory'] as const;

/** A word whose letters look like those of another script: “ехсlusion”. */
const DISGUISED =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Whether nothing of a text can be read by whoever reads the contract: there is not a word in Latin letters. */
const isForeign = (text: string): boolean => /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text);

/**
 * Words that are not the wording's: conditions, law, courts and territory written or changed by hand; and any other text of the
 * contract that speaks of what is excluded or set aside, past every rule for it, or in letters in which that cannot be looked
 * for. Total and pure.
 */
export function wordsByHand(
  { terms, schedule }: AssessmentContent,
  { exclusions }: Decision,
  { wording }: RatingModel,
): Finding | null {
  const rules = exclusions?.ownWords ?? null;
  if (rules === null || terms.parts.length === 0) return null;
  const { contract, line, subjectivityTerms = {} } = terms;
  const among = (offered: readonly string[] = []) => {
    const keyOf = (text: string) => nameKey(text).replaceAll('&', 'and');
    const keys = new Set(offered.map(keyOf));
    return ({ text }: Found) => !keys.has(keyOf(text));
  };
  const speaksOfIt = ({ text }: Found) => {
    const key = nameKey(text);
    return (
      rules.fragments.some((fragment) => key.includes(fragment)) ||
      key
        .split(/[^\p{L}\p{N}]+/u)
        .some(
          (word) => rules.words.includes(word) || rules.beginnings.some((start) => word.startsWith(start)),
        )
    );
  };
  const at = (field: string, text: string | null | undefined): readonly Found[] =>
    text == null ? [] : [{ field: `terms.${field}`, text }];
  const found = [
    ...(contract?.conditions ?? [])
      .flatMap(({ text }, i) => at(`contract.conditions.${i}.text`, text))
      .filter(among(wording.contract?.conditions.map(({ text }) => text))),
    ...OFFERED.flatMap((field) =>
      at(`contract.${field}`, contract?.[field]).filter(among(wording.contract?.[field])),
    ),
    ...[
      ...at('line.conditions', line?.conditions),
      ...(contract?.subLimits ?? []).flatMap(({ label }, i) => at(`contract.subLimits.${i}.label`, label)),
      ...(contract?.fees ?? []).flatMap(({ label }, i) => at(`contract.fees.${i}.label`, label)),
      ...terms.ownSubjectivities.flatMap(({ text }, i) => at(`ownSubjectivities.${i}.text`, text)),
      ...Object.entries(subjectivityTerms).flatMap(([id, { from, to, otherwise }]) =>
        Object.entries({ from, to, otherwise }).flatMap(([field, text]) =>
          at(`subjectivityTerms.${id}.${field}`, text),
        ),
      ),
      ...(['situs', 'paymentTerms'] as const).flatMap((field) => at(`contract.${field}`, contract?.[field])),
    ].filter((one) => isForeign(one.text) || DISGUISED.test(one.text) || speaksOfIt(one)),
    // Names are written in any script.
    ...[
      ...at('contract.umr', contract?.umr),
      ...terms.taxes.flatMap(({ label }, i) => at(`taxes.${i}.label`, label)),
      ...(schedule ?? []).flatMap(({ label }, i) =>
        label === undefined ? [] : [{ field: `schedule.${i}.label`, text: label }],
      ),
    ].filter(speaksOfIt),
  ];
  if (found.length === 0) return null;
  const named = listOfSome(
    found.map(({ text }) => `“${text.length > NAMED ? `${text.slice(0, NAMED)}…` : text}”`),
    MOST_TEXTS,
  );
  return { reason: fillTemplate(rules.reason, { texts: named }), fields: found.map(({ field }) => field) };
}
