import { z } from 'zod';
import { isoDateSchema } from '../domain/dates.ts';

// The rows of an incident library as they stand in its files: every cell is text until its column says otherwise.

/** First failure that led to the loss. */
export const LIBRARY_CAUSES = [
  'hot-wallet-compromise',
  'cold-wallet-compromise',
  'private-key-compromise',
  'bridge-validator-compromise',
  'supply-chain-frontend',
  'insider',
  'phishing-social-engineering',
  'smart-contract-bug',
  'reentrancy',
  'flash-loan-economic',
  'oracle-manipulation',
  'governance-attack',
  'slashing',
  'insolvency-fraud',
  'rug-pull-exit',
  'other',
] as const;
export type LibraryCause = (typeof LIBRARY_CAUSES)[number];

export const LIBRARY_SUBJECT_TYPES = [
  'exchange',
  'custodian',
  'wallet',
  'lending',
  'dex',
  'derivatives',
  'yield',
  'bridge',
  'stablecoin',
  'staking',
  'other',
] as const;
export type LibrarySubjectType = (typeof LIBRARY_SUBJECT_TYPES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Who did it, as far as a public body or the subject itself has named one. */
export const ACTORS = ['state', 'insider', 'individual', 'group', 'unknown'] as const;

const text = z.string().trim().min(1, { error: 'must not be empty' });
const optionalText = z
  .string()
  .transform((given) => (given.trim() === '' ? null : given.trim()))
  .default(null);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });
const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(oneOf(values))
    .default(null);

/**
 * One to three digits, a point and three more may be meant for thousands: `25.000` is 25 thousand in half the world. Any other
 * number of decimals, and three behind a nought or behind more than three digits, is read as it stands.
 */
const PLAIN_FIGURE = /^(\d{1,18}(\.(\d{1,2}|\d{4,20}))?|(0|\d{4,18})\.\d{3})$/;
const figure = (what: string) =>
  z
    .string()
    .regex(PLAIN_FIGURE, {
      error: `must be ${what} in plain digits, without sign, spaces or separators, and not with just three decimals, which may be meant for thousands`,
    })
    .transform(Number);
const dollars = figure('an amount in US dollars');
const positiveDollars = dollars.refine((amount) => amount > 0, { error: 'must be above 0' });
const optional = <T>(value: z.ZodType<T, string>) =>
  z
    .literal('')
    .transform(() => null)
    .or(value)
    .default(null);
const count = figure('a number');

export const incidentRowSchema = z.object({
  id: text,
  subject: text,
  subject_type: oneOf(LIBRARY_SUBJECT_TYPES),
  date: isoDateSchema,
  chain_or_venue: z.string(),
  gross_loss_usd: positiveDollars,
  recovered_usd: optional(dollars),
  cause: oneOf(LIBRARY_CAUSES),
  audited_before_loss: oneOf(['yes', 'no', 'unknown']),
  users_made_whole: oneOf(['full', 'partial', 'no', 'unknown']),
  confidence: oneOf(CONFIDENCES),
  source: text,
  actor: optionalOneOf(ACTORS),
  actor_name: optionalText,
  actor_confidence: optionalOneOf(CONFIDENCES),
  actor_source: optionalText,
  vendor: optionalText,
  event_group: optionalText,
  first_notice_hours: optional(count),
  assets_at_risk_usd: optional(positiveDollars),
});
export type IncidentRow = Readonly<z.output<typeof incidentRowSchema>>;

export const exposureRowSchema = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a year of four digits' })
    .transform(Number),
  cex_active_n: count,
  cex_active_low: count,
  cex_active_high: count,
  defi_protocols_tvl_gt1m_n: count,
  defi_protocols_tvl_gt10m_n: count,
  defi_protocols_tvl_gt100m_n: count,
  defi_tvl_headline_avg_usd: optional(dollars),
  defi_tvl_headline_yearend_usd: optional(dollars),
  defi_tvl_all_sectors_avg_usd: optional(dollars),
  assets_on_exchanges_yearend_usd: optional(dollars),
  confidence: oneOf(CONFIDENCES),
  source: text,
});
export type ExposureRow = Readonly<z.output<typeof exposureRowSchema>>;

export const lossShareRowSchema = z.object({
  id: text,
  assets_at_risk_usd: positiveDollars,
  basis: text,
  confidence: oneOf(CONFIDENCES),
});
export type LossShareRow = Readonly<z.output<typeof lossShareRowSchema>>;
