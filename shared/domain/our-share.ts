import type { QuoteTerms } from './assessment-content.ts';
import { exactPercent } from './exact-cents.ts';
import type { MinorUnits } from './money.ts';

/** Our share of the whole in per cent: the written line, and all of it where no line is given. */
export const ourPercent = ({ line }: Pick<QuoteTerms, 'line'>): number => line?.writtenPercent ?? 100;

/** Our share of an amount at 100%, in cents, rounded half-up once. Throws on a percentage that is not finite. */
export const ourShareMinor = (minor: MinorUnits, percent: number): MinorUnits => exactPercent(minor, percent);
