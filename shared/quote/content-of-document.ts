import type { AssessmentContent } from '../domain/assessment-content.ts';
import { contentOfOption, mainOption } from '../domain/options.ts';
import type { QuoteDocument } from './quote-document.ts';

/** The content that a document is of: of options, the first that went on the paper. */
export const contentOfDocument = ({ content }: Pick<QuoteDocument, 'content'>): AssessmentContent =>
  contentOfOption(content, mainOption(content));
