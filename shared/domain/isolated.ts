const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A text that was entered, for a sentence or a cell: one that runs from right to left is set apart, so that it and what
 * stands around it keep their own order. Any other is left as it is.
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
