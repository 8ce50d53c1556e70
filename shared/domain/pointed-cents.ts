import { fieldWords } from './field-words.ts';
import type { RatingModel } from './rating-model.ts';
import { type Failure, failed } from './result.ts';

/** A member whose name says that it holds cents, with a number that is more than digits. A quote inside a string is escaped. */
const POINTED = /"([A-Za-z]+Minor)"\s*:\s*(-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+))/g;

/**
 * Amounts of a submission's text that are not written as whole cents in digits alone: `25.000` is 25 to JSON and 25 thousand
 * to whoever wrote it so, and `2.5e9` is no amount that anybody reads. A sentence each, with the line.
 */
export const pointedCents = (text: string, model: RatingModel): readonly Failure[] =>
  [...text.matchAll(POINTED)].map(({ 1: key = '', 2: written = '', index }) => {
    const line = text.slice(0, index).split(/\r\n|\r|\n/).length;
    const sentence = `${fieldWords([key], model)} (line ${line}) must be whole cents, written in digits alone, not ${written}.`;
    return failed('invalid-input', sentence, key).failure;
  });
