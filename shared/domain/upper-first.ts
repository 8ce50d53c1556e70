/** The first letter capital, for words that begin a sentence or stand alone. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
