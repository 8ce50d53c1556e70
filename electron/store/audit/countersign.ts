import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { type AuditRow, auditRowHash } from './audit-chain.ts';

/** The key by which an installation countersigns; its private half never reaches the store. */
export interface TrailKey {
  /** Ed25519, as DER in base64. */
  readonly publicKey: string;
  /** The signature of a text, in base64. */
  readonly sign: (text: string) => string;
}

const COUNTERSIGNED = /^(assessment-finalised|quote-(prepared|issued)|(case|offer)-.+)$/;

/** Whether an entry is signed with the key of the installation that makes it, or says that it has none. */
export const isCountersigned = (action: string): boolean => COUNTERSIGNED.test(action);

/** What an entry says where the installation has no key. */
const UNSIGNED = 'unsigned';

const signatureSchema = z.union([
  z.literal(UNSIGNED),
  z.strictObject({ key: z.string(), value: z.string() }),
]);
const factsSchema = z.looseObject({ signature: signatureSchema.optional() });

/** What is signed: the hash that the entry would have without its signature. */
const signedText = (row: AuditRow, previousHash: string): string =>
  `ballast-trail/1:${auditRowHash(row, previousHash)}`;

/** The facts of an entry with the signature of the entry in them, or the word that it has none. */
export function countersigned(row: AuditRow, previousHash: string, key: TrailKey | undefined): AuditRow {
  const signature =
    key === undefined ? UNSIGNED : { key: key.publicKey, value: key.sign(signedText(row, previousHash)) };
  const facts = parsedJson(row.facts) as Readonly<Record<string, unknown>>;
  return { ...row, facts: canonicalJson({ ...facts, signature }) };
}

/** How an entry is countersigned: not at all, said to be unsigned, by which key, or by none that fits. */
export type Countersignature =
  | { readonly kind: 'none' | 'unsigned' | 'invalid' }
  | { readonly kind: 'valid'; readonly key: string };

/** Reads and verifies the countersignature of an entry; anything that is none that we made is invalid. */
export function readCountersignature(row: AuditRow, previousHash: string): Countersignature {
  const facts = factsSchema.safeParse(parsedJson(row.facts)).data;
  if (facts === undefined) return { kind: 'invalid' };
  const { signature, ...others } = facts;
  if (signature === undefined) return { kind: 'none' };
  if (signature === UNSIGNED) return { kind: 'unsigned' };
  const text = signedText({ ...row, facts: canonicalJson(others) }, previousHash);
  return isSignedBy(signature, text) ? { kind: 'valid', key: signature.key } : { kind: 'invalid' };
}

function isSignedBy({ key, value }: { readonly key: string; readonly value: string }, text: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), publicKey, Buffer.from(value, 'base64'))
    );
  } catch {
    return false;
  }
}
