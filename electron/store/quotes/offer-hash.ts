import { sha256Hex } from '#shared/domain/sha256.ts';

/**
 * What an offer says, as 64 hex digits: SHA-256 of the text of its document without the head of the trail, which stands on
 * the paper and comes after it. The same for the document that is made and for its stored text, since JSON keeps the order
 * of keys.
 */
export function offerHash(documentText: string): string {
  const { trailHead, ...offer } = JSON.parse(documentText) as Readonly<Record<string, unknown>>;
  return sha256Hex(JSON.stringify(offer));
}
