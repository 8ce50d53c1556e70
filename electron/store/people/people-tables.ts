import type { RecordKind, RecordOf } from '../audit/record-hash.ts';
import { blob, integer, table, text } from '../connection/table.ts';

export const insurerTable = table('insurer', {
  key: { onlyRow: integer },
  values: {
    name: text,
    shortName: text,
    address: text,
    licence: text,
    logo: blob,
    logoType: text,
    updatedAt: text,
  },
});

export const profilesTable = table('profiles', {
  key: { id: text },
  values: {
    name: text,
    initials: text,
    role: text,
    email: text,
    /** JSON text. */
    limits: text,
    passphraseSalt: text,
    passphraseHash: text,
    passphraseCost: integer,
    publicKey: text,
    addedAt: text,
    updatedAt: text,
    retiredAt: text,
  },
  fixed: ['addedAt'],
});

export const insurerKind: RecordKind = { name: 'insurer', tables: [insurerTable], words: 'The insurer' };
export const profileKind: RecordKind = { name: 'profile', tables: [profilesTable], words: 'This profile' };

/** There is one insurer in a workbook. */
export const THE_INSURER: RecordOf = { kind: insurerKind, id: '1' };
