import { nameKey } from './name-key.ts';

/** A form of company written out is the one that is not. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  limited: 'ltd',
  incorporated: 'inc',
  corporation: 'corp',
  company: 'co',
};

/**
 * What makes two names of companies, or of places, the same: their words without the signs between them, “&” as “and”, and the
 * form of company in its short way (Ltd is Limited).
 */
export const companyKey = (name: string): string =>
  nameKey(name)
    .replace(/&/gu, ' and ')
    .replace(/(?<=\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\b(limited|incorporated|corporation|company)\b/gu, (form) => SHORT_FORMS[form] ?? form)
    .trim();
