import { formatNumber, formatPercent, formatPercentShort, formatSignificant } from './format-number.ts';

// How each computed figure is rounded, once for screen, paper and terminal: the same figure never reads as two. What
// somebody entered or a model states is written digit by digit (`exactNumber`, `formatPercentValue`, `formatShareValue`);
// the short forms of charts (`25.0m`) are another form, not another rounding.

/** Premium over the limit, of a part, of an option or of the whole: `2.544%`. */
export const formatRateOnLine = (share: number): string => formatPercent(share, 3);

/** Quoted over technical premium: `95.0%`. */
export const formatAdequacy = (ratio: number): string => formatPercent(ratio, 1);

/** Expected loss over premium: `36.9%`. */
export const formatLossRatio = (ratio: number): string => formatPercent(ratio, 1);

/** The chance that a period brings a loss, or uses up a limit: `5.60%`. */
export const formatChance = (share: number): string => formatPercent(share, 2);

/** The chance that an event of a part reaches its layer, or uses it up: `17.1%`. */
export const formatEventChance = (share: number): string => formatPercent(share, 1);

/** How much of a value exposed a limit is: `20.8%`. */
export const formatShareExposed = (share: number): string => formatPercent(share, 1);

/** How much of the weight of answers is unproven: `8.0%`. */
export const formatUnproven = (share: number): string => formatPercent(share, 1);

/** Mean, loading and deviation of a loss, in currency units to the cent: `808,351.33`. */
export const formatLoss = (units: number): string => formatNumber(units, 2);

/** Relativities and loads that the number of events is multiplied by, and what they follow from: `1.1580`. */
export const formatRelativity = (value: number): string => formatNumber(value, 4);

/** Events in a period, and a year: `0.058213`. */
export const formatEvents = (value: number): string => formatSignificant(value, 5);

/** Points that a factor earns, could earn, or loses: `4.25`. */
export const formatPoints = (points: number): string => formatNumber(points, 2);

/** The load of incidents, and how many weighted events a year they come to: `4.87`, `0.09925`. */
export const formatLoad = (value: number): string => formatSignificant(value, 4);

/** How bad an incident was, of 100: `46.25`. */
export const formatSeverity = (value: number): string => formatNumber(value, 2);

/** What an incident took of the assets there were: `13.23%`. */
export const formatLossShare = (share: number): string => formatPercentShort(share, 2);

/** The age of an incident or of a business, in years: `2.71`. */
export const formatYears = (years: number): string => formatNumber(years, 2);

/** How far an own record is believed, 0 to 1: `0.873`. */
export const formatCredibility = (value: number): string => formatNumber(value, 3);

export const formatSkewness = (value: number): string => formatNumber(value, 2);
