import { z } from 'zod';
import {
  type Insurer,
  insurerEntrySchema,
  insurerSchema,
  LARGEST_LOGO,
  LOGO_TYPES,
} from '#shared/domain/people.ts';
import type { Result } from '#shared/domain/result.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { mustBeAsEntered } from '../audit/bound-records.ts';
import { changing, prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { upsertRow } from '../connection/table.ts';
import { insurerTable, THE_INSURER } from './people-tables.ts';

const READ = `SELECT ${insurerTable.select()} FROM insurer`;

const storedSchema = z.object({
  ...insurerEntrySchema.shape,
  logo: z.instanceof(Buffer).nullable(),
  logoType: z.enum(LOGO_TYPES).nullable(),
});

/** The insurer that papers of this workbook name; null before it was said. */
export const readInsurer = (db: WorkbookDatabase): Result<Insurer | null> =>
  reading(db, () => insurerNow(db));

function insurerNow(db: WorkbookDatabase): Insurer | null {
  const found = prepared(db, READ).get();
  if (found === undefined) return null;
  const { logo, logoType, ...entry } = parsedRow(db, {
    schema: storedSchema,
    row: found,
    what: 'an insurer',
  });
  mustBeAsEntered(db, THE_INSURER);
  const hasLogo = logo !== null && logoType !== null;
  return { ...entry, logo: hasLogo ? { type: logoType, base64: logo.toString('base64') } : null };
}

/** Says for which insurer this workbook is kept. Papers that were issued keep the insurer that they name. */
export function setInsurer(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly insurer: Insurer },
): Result<Insurer> {
  return changing(db, () => {
    const before = insurerNow(db);
    const { logo, ...entry } = wellFormed(insurerSchema.parse(stamp.insurer));
    const bytes = logo === null ? null : Buffer.from(logo.base64, 'base64');
    if (bytes !== null && bytes.byteLength > LARGEST_LOGO)
      throw fault('too-large', 'The logo is larger than 512 kB. Choose a smaller picture.');
    changeRecords(db, stamp, {
      records: [THE_INSURER],
      change: () => {
        upsertRow(db, insurerTable, {
          onlyRow: 1,
          ...entry,
          logo: bytes,
          logoType: logo?.type ?? null,
          updatedAt: stamp.now.toISOString(),
        });
        return {
          action: 'insurer-set',
          subjectOf: 'Insurer',
          detail: before === null ? `The insurer is ${entry.name}.` : changeWords(before, { ...entry, logo }),
        };
      },
    });
    return { ...entry, logo };
  });
}

const WORDS = {
  name: 'name',
  shortName: 'short name',
  address: 'address',
  licence: 'licence',
  logo: 'logo',
} as const satisfies Record<keyof Insurer, string>;

function changeWords(before: Insurer, after: Insurer): string {
  const fields = Object.keys(WORDS) as (keyof Insurer)[];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const names = changed.map((field) => WORDS[field]).join(', ');
  return changed.length === 0
    ? `The insurer stays ${after.name}.`
    : `The insurer is ${after.name}; changed: ${names}.`;
}
