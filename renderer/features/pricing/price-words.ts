/** Shown while nothing can be priced. */
export const NO_PRICE_YET = 'No price yet';
/** Heads the column that says how a line of the price is computed. */
export const HOW_COMPUTED = 'How it is computed';
