import { type Profile, ROLE_WORDS } from '#shared/domain/people.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PaperHolder } from '../documents/paper-certificate.ts';
import type { InstallationKey } from '../host/installation-key.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { readInsurer } from '../store/people/insurer.ts';
import type { SignedIn } from './signed-in.ts';

/** Whoever signs papers, and with what. */
export interface HeldPaperKey {
  readonly key: InstallationKey;
  readonly facts: PaperHolder;
}

/** A paper is signed by a person, whose name, role and insurer the workbook says. */
export function paperHolder(
  people: Pick<SignedIn, 'paperKeyOf'>,
  db: WorkbookDatabase,
  profile: Profile | null,
): Result<HeldPaperKey> {
  if (profile === null)
    return failed('not-ready', 'A paper is signed by a person. Say who you are first (“Say who you are…”).');
  const key = people.paperKeyOf(db, profile);
  if (!key.ok) return key;
  const insurer = readInsurer(db);
  if (!insurer.ok) return insurer;
  return success({
    key: key.value,
    facts: { name: profile.name, role: ROLE_WORDS[profile.role], insurer: insurer.value?.name ?? null },
  });
}
