/** The sizes of paper that a quote can be printed on. */
export const PAPERS = [
  { key: 'a4', label: 'A4' },
  { key: 'letter', label: 'Letter' },
] as const;
