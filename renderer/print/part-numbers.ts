import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';

/** The quoted parts as the document calls them: numbered in the order of the cover table, so that text can refer to them. */
export interface QuotedParts {
  readonly count: number;
  /** 1-based; 0 for a part that is not quoted. */
  /** `Part 1` where there are several; its label where there is one, or it is not quoted. */
  readonly short: (part: CoveragePartId) => string;
  readonly number: (part: CoveragePartId) => number;
  readonly label: (part: CoveragePartId) => string;
  /** `2. Crime: employee and signer dishonesty`; without the number when only one part is quoted. */
  readonly title: (part: CoveragePartId) => string;
  /** `every part`, `part 3`, `parts 1, 2 and 5`. */
  readonly reference: (parts: readonly CoveragePartId[]) => string;
}

function runs(numbers: readonly number[]): string[] {
  const texts: string[] = [];
  let start = 0;
  numbers.forEach((number, index) => {
    if (numbers[index + 1] === number + 1) return;
    const [first, last] = [numbers[start] ?? number, number];
    if (last - first >= 2) texts.push(`${first} to ${last}`);
    else for (let value = first; value <= last; value += 1) texts.push(String(value));
    start = index + 1;
  });
  return texts;
}

export const quotedParts = (document: QuoteDocument): QuotedParts =>
  quotedPartsOf(
    document.content.terms.parts.map((terms) => terms.part),
    new Map<CoveragePartId, string>(document.wording.parts.map(({ part, label }) => [part, label])),
  );

/** The same of parts in their order, with what each is called. */
export function quotedPartsOf(
  order: readonly CoveragePartId[],
  labels: ReadonlyMap<CoveragePartId, string>,
): QuotedParts {
  const number = (part: CoveragePartId): number => order.indexOf(part) + 1;
  const label = (part: CoveragePartId): string => labels.get(part) ?? part;
  return {
    count: order.length,
    number,
    label,
    short: (part) => (order.length > 1 && number(part) > 0 ? `Part ${number(part)}` : label(part)),
    title: (part) => (order.length > 1 && number(part) > 0 ? `${number(part)}. ${label(part)}` : label(part)),
    reference: (parts) => {
      const numbers = [...new Set(parts.map(number))].filter((value) => value > 0).toSorted((a, b) => a - b);
      if (numbers.length === order.length) return order.length === 1 ? 'the quoted part' : 'every part';
      const texts = runs(numbers);
      const last = texts.at(-1) ?? '';
      const list = texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
      return `${numbers.length === 1 ? 'part' : 'parts'} ${list}`;
    },
  };
}
