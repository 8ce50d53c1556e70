import {
  firstLimitsOf,
  type Insurer,
  insurerEntrySchema,
  type Profile,
  type ProfileEntry,
  passphraseSchema,
  profileEntrySchema,
  type Role,
} from '#shared/domain/people.ts';

/** A profile as it is typed; limits are null until they are touched, and then those of the role. */
export interface TypedPerson {
  readonly name: string;
  readonly initials: string;
  /** Whether the initials were typed, rather than taken from the name. */
  readonly areInitialsOwn: boolean;
  readonly role: Role | null;
  readonly email: string | null;
}

export const newPerson = (name = ''): TypedPerson => ({
  name,
  initials: initialsOf(name),
  areInitialsOwn: false,
  role: null,
  email: null,
});

export const typedOf = ({ name, initials, role, email }: Profile): TypedPerson => ({
  name,
  initials,
  areInitialsOwn: true,
  role,
  email,
});

/** The first letters of the first names and the last one: `R. Vance` is RV. */
function initialsOf(name: string): string {
  const letters = name
    .split(/[\s.-]+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '');
  return (letters.length > 3 ? [letters[0], letters[1], letters.at(-1)] : letters).join('').toUpperCase();
}

export const withName = (typed: TypedPerson, name: string): TypedPerson => ({
  ...typed,
  name,
  initials: typed.areInitialsOwn ? typed.initials : initialsOf(name),
});

type Faults = Readonly<Record<string, string>>;

const WORDS: Faults = {
  name: 'The name',
  initials: 'The initials',
  role: 'The role',
  email: 'The e-mail address',
  limits: 'The authority',
  shortName: 'The short name',
  address: 'The address',
  licence: 'The licence number',
};

interface Checked<T> {
  readonly entry: T | null;
  /** What is wrong, by field. */
  readonly faults: Faults;
}

function checkedBy<T>(
  schema: {
    readonly safeParse: (value: unknown) =>
      | { readonly success: true; readonly data: T }
      | {
          readonly success: false;
          readonly error: {
            readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
          };
        };
  },
  value: unknown,
): Checked<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { entry: parsed.data, faults: {} };
  const faults = parsed.error.issues
    .toReversed()
    .map(({ path, message }) => [String(path[0]), `${WORDS[String(path[0])] ?? 'The entry'} ${message}.`]);
  return { entry: null, faults: Object.fromEntries(faults) as Faults };
}

/** The entry of a typed profile, or what is wrong with it. */
export function checkPerson(
  typed: TypedPerson,
  limits: ProfileEntry['limits'] | null,
): Checked<ProfileEntry> {
  const { name, initials, role, email } = typed;
  if (role === null) {
    const { faults } = checkPerson({ ...typed, role: 'underwriter' }, limits);
    return { entry: null, faults: { ...faults, role: 'Choose the role.' } };
  }
  return checkedBy(profileEntrySchema, {
    name,
    initials,
    role,
    email,
    limits: limits ?? firstLimitsOf(role),
  });
}

export const checkInsurer = ({ name, shortName, address, licence, logo }: Insurer): Checked<Insurer> => {
  const { entry, faults } = checkedBy(insurerEntrySchema, { name, shortName, address, licence });
  return { entry: entry === null ? null : { ...entry, logo }, faults };
};

export const NO_INSURER: Insurer = { name: '', shortName: null, address: null, licence: null, logo: null };

/** What is wrong with a passphrase that is chosen, in a sentence; empty is none. */
export function passphraseFault(typed: string, repeated: string): string | undefined {
  if (typed === '' && repeated === '') return undefined;
  const parsed = passphraseSchema.safeParse(typed);
  if (!parsed.success) return `The passphrase ${parsed.error.issues[0]?.message ?? 'cannot be used'}.`;
  return typed === repeated ? undefined : 'The two are not the same.';
}

/** Said where people are added and where somebody approves: what a name proves without a passphrase. */
export const WITHOUT_PASSPHRASE =
  'Without a passphrase anybody at this computer can sign in under a name and act in it: the record then shows the name that was chosen, and does not prove who it was.';

/** Said wherever a passphrase is chosen. */
export const PASSPHRASE_WORDS =
  'Optional. A passphrase keeps colleagues at this computer from acting in your name in Ballast, and seals the key that you sign with. It does not encrypt the workbook: whoever has the file can read it. It cannot be recovered; a head of underwriting can take it away.';
