import { z } from 'zod';

// The kinds of field that a model's wording is made of.

export const text = z.string().min(1, { error: 'must not be empty' });
export const reference = z.string().min(1, { error: 'must not be empty' });
export const count = z.number().min(0);
/** A rule in words: its name, and why it was raised. */
export const rule = z.strictObject({ label: text, reason: text });
