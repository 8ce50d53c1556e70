import type { AssessmentContent } from './assessment-content.ts';
import type { IsoDate } from './dates.ts';
import { fieldWords } from './field-words.ts';
import { pathKey } from './issue-sentence.ts';
import { lowerFirst } from './lower-first.ts';
import type { RatingModel } from './rating-model.ts';

// What counts as seen: the evidence that is verified, or of which a document was seen.

/** Of what it is the “Seen on” date, within a sentence: `“Authorisation quorum”`, `the incident register`. */
export const evidenceName = ([head, id]: readonly PropertyKey[], model: RatingModel): string =>
  head === 'answers'
    ? `“${model.factors.find((factor) => factor.id === id)?.label ?? String(id)}”`
    : lowerFirst(fieldWords([head ?? ''], model));

export interface SeenEvidence {
  readonly at: readonly string[];
  readonly seenOn: IsoDate | null;
  readonly source: string | null;
}

/** What counts as verified or as a document seen: answers, the register, and exposures once a figure of them is given. */
export function seenEvidence(
  { answers, incidentRegister, exposures, subject }: AssessmentContent,
  model: RatingModel,
): readonly SeenEvidence[] {
  const asked = model.factors.filter(({ appliesTo }) => appliesTo.includes(subject.type));
  const evidenced = [
    ...asked.map(({ id }) => ({ at: ['answers', id], of: answers[id] })),
    { at: ['incidentRegister'], of: incidentRegister },
  ];
  const { note: _, source, seenOn, ...figures } = exposures;
  const areGiven = Object.values(figures).some((figure) => figure != null);
  return [
    ...evidenced.flatMap(({ at, of }) =>
      of?.evidence === 'verified' || of?.evidence === 'documented'
        ? [{ at, seenOn: of.seenOn, source: of.source }]
        : [],
    ),
    ...(areGiven ? [{ at: ['exposures'], seenOn, source }] : []),
  ];
}

/** Evidence that counts as seen, of which nobody has said when, so that it may be of any age: its field and its name. */
export const undatedEvidence = (
  content: AssessmentContent,
  model: RatingModel,
): readonly { readonly field: string; readonly name: string }[] =>
  seenEvidence(content, model)
    .filter(({ seenOn }) => seenOn === null)
    .map(({ at }) => ({ field: pathKey(at), name: evidenceName(at, model) }));
