import { type BookSoFar, type Capacity, type CountedPaper, shares } from '../domain/accumulation.ts';
import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue } from '../domain/issue.ts';
import { type LinkField, linkedNames } from '../domain/links.ts';
import { listText } from '../domain/list-text.ts';
import type { AccumulationRule } from '../domain/model-wording.ts';
import { minorOf, sumOfMinor } from '../domain/money.ts';
import { nameKey } from '../domain/name-key.ts';
import { ourPercent, ourShareMinor } from '../domain/our-share.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Flag } from '../scoring/score-result.ts';

interface Accumulated {
  readonly flags: readonly Flag[];
  readonly issues: readonly Issue[];
}

const NOTHING: Accumulated = { flags: [], issues: [] };

/** What is said of one name: that the capacity is passed, that it is not, or why that cannot be told. */
interface Said {
  readonly kind: 'over' | 'note';
  readonly field: LinkField;
  readonly message: string;
}

const note = (id: string, field: LinkField | null, message: string): Issue => ({
  severity: 'note',
  id,
  about: 'content',
  field: field === null ? null : `subject.${field}`,
  message,
});

/** Each name once, however it is spelled. */
const distinct = (names: readonly string[]): readonly string[] => [
  ...new Map(names.toReversed().map((name) => [nameKey(name), name])).values(),
];

function saidOfName({
  name,
  capacity: { field, amountMinor, currency },
  content,
  papers,
  rule,
}: {
  readonly name: string;
  readonly capacity: Capacity;
  readonly content: AssessmentContent;
  readonly papers: readonly CountedPaper[];
  readonly rule: AccumulationRule;
}): readonly Said[] {
  const kind = rule.kinds.find((one) => one.field === field)?.label ?? field;
  const sharing = papers.filter((paper) => shares(paper, field, name));
  const summed = sharing.filter((paper) => paper.currency === currency);
  const others = sharing.filter((paper) => paper.currency !== currency);
  const percent = ourPercent(content.terms);
  const own =
    content.currency === currency
      ? content.terms.parts.map(({ limitMinor }) => ourShareMinor(limitMinor, percent))
      : [];
  const sum = minorOf(
    Math.min(sumOfMinor([...own, ...summed.map(({ limitMinor }) => limitMinor)]), Number.MAX_SAFE_INTEGER),
  );
  const isOver = sum > amountMinor;
  const filled = {
    kind,
    name,
    sum: formatMoneyPlain(sum, currency),
    capacity: formatMoneyPlain(amountMinor, currency),
    papers: formatCount(summed.length, 'other paper', 'other papers'),
    currency,
  };
  const references = listText([
    ...(content.currency === currency ? [] : [rule.thisOffer]),
    ...others.map(({ reference, version }) => `${reference} v${version}`).sort(),
  ]);
  return [
    {
      kind: isOver ? 'over' : 'note',
      field,
      message: fillTemplate(isOver ? rule.over : rule.within, filled),
    },
    ...(references === ''
      ? []
      : [{ kind: 'note', field, message: fillTemplate(rule.notSummed, { ...filled, references }) } as const]),
  ];
}

/**
 * Whether the limits each event of this offer and of the papers of the workbook that share a name come to more than the
 * capacity for names of that kind: a referral where they do, a note of the sum where they do not, and a note of what cannot
 * be told, so that it never counts as passed. Amounts in another currency than the capacity are named and not summed. Names
 * compare by `nameKey`. Nothing where the wording has no such rule, no part is chosen or no book is at hand (null). Total and pure.
 */
export function accumulation(
  content: AssessmentContent,
  model: RatingModel,
  book: BookSoFar | null,
): Accumulated {
  const rule = model.wording.decision?.accumulation ?? null;
  if (rule === null || book === null || content.terms.parts.length === 0) return NOTHING;
  const without = rule.kinds.filter(({ field }) => !book.capacities.some((one) => one.field === field));
  const limited = rule.kinds.flatMap(({ field, plural }) =>
    book.capacities
      .filter((capacity) => capacity.field === field)
      .map((capacity) => ({ capacity, plural, names: distinct(linkedNames(content.subject, field)) })),
  );
  const unnamed = limited.filter(({ names }) => names.length === 0);
  const said = limited.flatMap(({ capacity, names }) =>
    names.flatMap((name) => saidOfName({ name, capacity, content, papers: book.papers, rule })),
  );
  const over = said.filter(({ kind }) => kind === 'over');
  const notComputed = (template: string, kinds: readonly { readonly plural: string }[]) =>
    kinds.length === 0
      ? []
      : [fillTemplate(template, { kinds: listText(kinds.map(({ plural }) => plural)) })];
  const gaps = [...notComputed(rule.noCapacity, without), ...notComputed(rule.noName, unnamed)];
  return {
    flags:
      over.length === 0
        ? []
        : [
            {
              id: rule.referral,
              kind: 'referral',
              label: rule.label,
              reason: over.map(({ message }) => message).join(' '),
              fields: over.map(({ field }) => `subject.${field}`),
            },
          ],
    issues: [
      ...said
        .filter(({ kind }) => kind === 'note')
        .map(({ field, message }, i) => note(`accumulation:${field}:${i}`, field, message)),
      ...gaps.map((message, i) => note(`not-computed:${rule.referral}:${i}`, null, message)),
    ],
  };
}
