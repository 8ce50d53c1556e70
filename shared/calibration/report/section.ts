import { type Block, paragraph } from '../../report/report-document.ts';

/** A section of the report in the order in which it is read; bare text is a paragraph. */
export type Section = readonly (Block | string)[];

export const blocksOf = (section: Section): readonly Block[] =>
  section.map((part) => (typeof part === 'string' ? paragraph(part) : part));
