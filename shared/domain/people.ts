import { z } from 'zod';
import { filledLine, optionalLine, optionalLines, percent } from './content-fields.ts';
import { minorUnitsSchema } from './money.ts';
import { CURRENCIES, GRADES } from './vocabulary.ts';

// The people who work in a workbook, and the insurer for whom they do. Both are kept in the workbook; passphrases and
// signing keys never cross the boundary.

export const profileIdSchema = z.uuid().brand<'ProfileId'>();
export type ProfileId = z.infer<typeof profileIdSchema>;

/** From the least authority to the most. */
export const ROLES = ['assistant', 'underwriter', 'senior', 'head'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  assistant: 'Assistant underwriter',
  underwriter: 'Underwriter',
  senior: 'Senior underwriter',
  head: 'Head of underwriting',
};

/** What is entered where nobody has said who they are. */
export const NOT_NAMED = '(not named)';

/** How far a person may go without another. `null` is no limit of that measure. */
export const authorityLimitsSchema = z.strictObject({
  currency: z.enum(CURRENCIES),
  /** The largest limit each event of a part, in minor units. */
  limitEachEventMinor: minorUnitsSchema.nullable(),
  /** The most that can be paid in the period, in minor units. */
  aggregateMinor: minorUnitsSchema.nullable(),
  /** Our line of that, in minor units. */
  ourLineMinor: minorUnitsSchema.nullable(),
  /** The quoted premium, in minor units. */
  premiumMinor: minorUnitsSchema.nullable(),
  /** The lowest grade that may be written. */
  lowestGrade: z.enum(GRADES).nullable(),
  /** The schedule adjustment, up or down, in per cent. */
  schedulePercent: percent(0, 1000).nullable(),
  /** The lowest quoted premium, in per cent of the technical premium. */
  walkAwayPercent: percent(0, 1000).nullable(),
  /** Ids of the referrals that this person may clear. */
  mayClear: z.union([z.literal('all'), z.array(z.string().min(1).max(64)).max(200)]),
  /** May approve a grade whose action is to decline. */
  mayApproveDecline: z.boolean(),
});
export type AuthorityLimits = Readonly<z.infer<typeof authorityLimitsSchema>>;

const LIMITLESS: AuthorityLimits = {
  currency: 'USD',
  limitEachEventMinor: null,
  aggregateMinor: null,
  ourLineMinor: null,
  premiumMinor: null,
  lowestGrade: null,
  schedulePercent: null,
  walkAwayPercent: null,
  mayClear: 'all',
  mayApproveDecline: true,
};

/** What a new profile of that role begins with: the head has no limit; whoever else clears no referral until it is given. */
export const firstLimitsOf = (role: Role): AuthorityLimits =>
  role === 'head' ? LIMITLESS : { ...LIMITLESS, mayClear: [], mayApproveDecline: false };

/** What a person may write of a profile. */
export const profileEntrySchema = z.strictObject({
  name: filledLine(200),
  initials: filledLine(6),
  role: z.enum(ROLES),
  email: optionalLine(254),
  limits: authorityLimitsSchema,
});
export type ProfileEntry = Readonly<z.infer<typeof profileEntrySchema>>;

const timestamp = z.iso.datetime();

/** A profile as everybody may see it. */
export const profileSchema = z.strictObject({
  id: profileIdSchema,
  ...profileEntrySchema.shape,
  hasPassphrase: z.boolean(),
  /** The public half of the key that this person signs with: Ed25519, as DER in base64; null before the first signing in. */
  publicKey: z.string().nullable(),
  addedAt: timestamp,
  updatedAt: timestamp,
  /** Who has left keeps the profile, since entries name it. */
  retiredAt: timestamp.nullable(),
});
export type Profile = Readonly<z.infer<typeof profileSchema>>;

/** A passphrase as it is chosen; one that is tried may be of any length. */
export const passphraseSchema = z
  .string()
  .min(8, { error: 'must have at least 8 characters' })
  .max(200, { error: 'must not be longer than 200 characters' });

/** Who works in the open workbook on this computer. */
export const presentSchema = z.strictObject({
  /** Who is signed in; null for nobody. */
  profile: profileSchema.nullable(),
  /** Who was here last and has a passphrase to give before anything is entered in that name. */
  waiting: profileSchema.nullable(),
  /** Whether anybody who is not retired has a profile. */
  isAnybodyKnown: z.boolean(),
  /** A name that was typed in the settings of an earlier version. */
  suggestedName: z.string(),
});
export type PresentPeople = z.infer<typeof presentSchema>;

export const LARGEST_LOGO = 512 * 1024;
export const LOGO_TYPES = ['image/png', 'image/svg+xml'] as const;

export const logoSchema = z.strictObject({
  type: z.enum(LOGO_TYPES).describe('Kind of picture'),
  base64: z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'must be a picture in base64' })
    .max(Math.ceil(LARGEST_LOGO / 3) * 4, { error: 'must not be larger than 512 kB' })
    .describe('The picture in base64'),
});
export type Logo = Readonly<z.infer<typeof logoSchema>>;

/** The insurer as a submission file may carry it and as a person enters it. */
export const insurerEntrySchema = z.strictObject({
  name: filledLine(200).describe('Name of the insurer, as on the paper'),
  shortName: optionalLine(60).describe('How it is called for short'),
  address: optionalLines(500).describe('Address, with its line breaks'),
  licence: optionalLine(200).describe('Licence number and who gave it'),
});

export const insurerSchema = z.strictObject({
  ...insurerEntrySchema.shape,
  logo: logoSchema.nullable(),
});
export type Insurer = Readonly<z.infer<typeof insurerSchema>>;

/** The insurer as a submission file may carry it, for a run without a window. */
export const insurerBlockSchema = z.strictObject({
  ...insurerEntrySchema.shape,
  logo: logoSchema.nullable().default(null).describe('PNG or SVG of at most 512 kB, in base64'),
});

/** Who a submission says that it is quoted by. */
export const underwriterBlockSchema = z.strictObject({
  name: filledLine(200).describe('Name of the underwriter, entered with the quote and printed'),
});
