/** One figure beside the reference's, and how far it may be off. */
export interface Comparison {
  readonly name: string;
  readonly given: number;
  readonly reference: number;
  readonly allowed: number;
}

export const absolute = (name: string, given: number, reference: number, allowed: number): Comparison => ({
  name,
  given,
  reference,
  allowed,
});

export const relative = (name: string, given: number, reference: number, share: number): Comparison =>
  absolute(name, given, reference, share * Math.abs(reference));

export const exact = (name: string, given: number, reference: number): Comparison =>
  absolute(name, given, reference, 0);

/** Those that are off, in words; an empty list is what a test expects. */
export const offOf = (comparisons: readonly Comparison[]): readonly string[] =>
  comparisons
    .filter(({ given, reference, allowed }) => !(Math.abs(given - reference) <= allowed))
    .map(({ name, given, reference, allowed }) => `${name}: ${given}, not ${reference} within ${allowed}`);
