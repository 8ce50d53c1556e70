import type { AssessmentContent } from './assessment-content.ts';
import { ownSubjectivityId, type SubjectivityTerms } from './deal-content.ts';
import { withField } from './with-field.ts';

// What hangs on a subjectivity by its key: who owes what for it, and the files that prove it. One in own words goes by its
// place, so that taking one off moves what hangs on those behind it.

/** The content with keys of subjectivities changed; what `keyOf` gives null for goes with its subjectivity. */
function withKeys(content: AssessmentContent, keyOf: (key: string) => string | null): AssessmentContent {
  const { terms } = content;
  const owed = Object.entries(terms.subjectivityTerms ?? {}).flatMap(([key, given]) => {
    const next = keyOf(key);
    return next === null ? [] : [[next, given] as const];
  });
  const files = (content.files ?? []).flatMap((file) => {
    const next = file.about === 'subjectivity' ? keyOf(file.id) : file.id;
    return next === null ? [] : [{ ...file, id: next }];
  });
  const changed = {
    ...content,
    terms: withField(terms, 'subjectivityTerms', owed.length === 0 ? undefined : Object.fromEntries(owed)),
  };
  return withField(changed, 'files', files.length === 0 ? undefined : files);
}

/** The content without one of the model's subjectivities and all that hangs on it. */
export function withoutSubjectivity(content: AssessmentContent, id: string): AssessmentContent {
  const subjectivities = content.terms.subjectivities.filter((set) => set.id !== id);
  const kept = withKeys(content, (key) => (key === id ? null : key));
  return { ...kept, terms: { ...kept.terms, subjectivities } };
}

/** The content without one of the subjectivities in own words, by its place from 0, and all that hangs on it. */
export function withoutOwnSubjectivity(content: AssessmentContent, index: number): AssessmentContent {
  const own = content.terms.ownSubjectivities;
  const places = new Map(
    own.map((_, at) => [
      ownSubjectivityId(at),
      at === index ? null : ownSubjectivityId(at < index ? at : at - 1),
    ]),
  );
  const kept = withKeys(content, (key) => {
    const place = places.get(key);
    return place === undefined ? key : place;
  });
  const ownSubjectivities = own.filter((_, at) => at !== index);
  return { ...kept, terms: { ...kept.terms, ownSubjectivities } };
}

/** The content with one field of who owes what for a subjectivity; with none left nothing stands there. */
export function withSubjectivityTerm<K extends keyof SubjectivityTerms>(
  content: AssessmentContent,
  id: string,
  change: { readonly key: K; readonly value: SubjectivityTerms[K] | undefined },
): AssessmentContent {
  const all = content.terms.subjectivityTerms ?? {};
  const given = withField(all[id] ?? {}, change.key, change.value);
  const { [id]: _, ...others } = all;
  const next = Object.keys(given).length === 0 ? others : { ...others, [id]: given };
  const kept = Object.keys(next).length === 0 ? undefined : next;
  return { ...content, terms: withField(content.terms, 'subjectivityTerms', kept) };
}
