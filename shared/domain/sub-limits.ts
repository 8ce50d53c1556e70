/** Said wherever a sub-limit stands: form, paper, terminal. */
export const SUB_LIMITS_NOT_PRICED = 'The price takes no account of sub-limits.';
