import { canonicalJson } from '#shared/domain/canonical-json.ts';

/** What a reader finds on a letter or a schedule, by the words of the paper. */
const PARTS: Readonly<Record<string, string>> = {
  reference: 'the reference',
  umr: 'the UMR',
  preparedAt: 'the day',
  preparedBy: 'who made it',
  insurer: 'the insurer',
  writer: 'who signs',
  broker: 'the broker',
  insured: 'the insured',
  business: 'the business of the insured',
  inputsHash: 'the hash of the inputs',
  quotation: 'the terms of the cover',
  binding: 'how it was bound',
  subjectivities: 'the subjectivities',
};

type Loose = Readonly<Record<string, unknown>>;

/** Says in which parts a paper of a case says otherwise than the one that is kept. */
export function dealPaperApart(carried: unknown, kept: unknown): readonly string[] {
  const [ours, theirs] = [kept as Loose, carried as Loose];
  const named = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter(
    (field) => field !== 'blocks',
  );
  const fields = [...named, 'blocks'];
  const apart = fields.filter((field) => said(ours[field]) !== said(theirs[field]));
  const parts = [
    ...new Set(
      apart.flatMap((field) =>
        field === 'blocks'
          ? blocksApart(ours[field], theirs[field])
          : [PARTS[field] ?? 'something beside the words'],
      ),
    ),
  ];
  return parts.length === 0
    ? ['What it carries inside is as issued.']
    : [`What it carries inside is not what was issued: ${parts.join(', ')}.`];
}

const said = (value: unknown): string => canonicalJson(value ?? null);

/** The headings under which blocks differ. */
function blocksApart(ours: unknown, theirs: unknown): readonly string[] {
  const [kept, carried] = [underHeadings(ours), underHeadings(theirs)];
  const apart = [...new Set([...kept.keys(), ...carried.keys()])].filter(
    (heading) => kept.get(heading) !== carried.get(heading),
  );
  // The same parts in another order.
  return apart.length === 0 ? ['the order of its parts'] : apart;
}

function underHeadings(blocks: unknown): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let heading = 'its opening words';
  for (const block of Array.isArray(blocks) ? (blocks as readonly Loose[]) : []) {
    if (block?.kind === 'heading' && typeof block.text === 'string')
      heading = `“${block.text.slice(0, 100)}”`;
    parts.set(heading, `${parts.get(heading) ?? ''}${said(block)}`);
  }
  return parts;
}
