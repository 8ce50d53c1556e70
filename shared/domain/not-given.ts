import type { RatingModel } from './rating-model.ts';

/**
 * The schema wants assets above 0 for every incident; a new one starts with a cent, which the form shows as "not given".
 * With a loss of 0 beside it such an incident is immaterial and moves nothing until its figures are given.
 */
export const ASSETS_NOT_GIVEN_MINOR = 1;

/** Whether a model has a rule for what is not known about an incident: its fields may then be left empty. */
export const takesUnknown = ({ incidentModel }: Pick<RatingModel, 'incidentModel'>): boolean =>
  incidentModel.unknownFields !== null;

/** What an incident is measured by, in words that go before `is not known`; a model may have a rule for what of it is not. */
export const INCIDENT_MEASURES = [
  ['lossMinor', 'loss'],
  ['recoveredMinor', 'recovery'],
  ['assetsAtTimeMinor', 'amount of assets at the time'],
  ['usersMadeWholePercent', 'share of users made whole'],
] as const;
