import type { Issue } from '../domain/issue.ts';

/** Something that an issue is about: its field, and what a sentence calls it. */
export interface Alike {
  readonly field: string;
  readonly name: string;
}

/** What is said alike of several fields, as one issue whose sentence names all of them; none where it is said of no field. */
export function oneOfAlike(
  { severity, id, about = 'content' }: Pick<Issue, 'severity' | 'id'> & Partial<Pick<Issue, 'about'>>,
  found: readonly Alike[],
  sentence: (names: readonly string[]) => string,
): readonly Issue[] {
  const [first] = found;
  if (first === undefined) return [];
  const message = sentence([...new Set(found.map(({ name }) => name))]);
  const fields = found.map(({ field }) => field);
  return [{ severity, id, about, field: first.field, message, ...(fields.length > 1 ? { fields } : {}) }];
}
