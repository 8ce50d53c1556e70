import { fastSha256 } from '../../host/hash.ts';

/** The last member of the text of a document that was issued since the head of the trail stands on it. */
const HEAD_AT_END = /,"trailHead":\{[^{}]*\}\}$/;

/**
 * What an offer says, as 64 hex digits: SHA-256 of the text of its document without the head of the trail, which stands on
 * the paper and comes after it, and so at the end of the text. The same for the document that is made and for its stored
 * text, since JSON keeps the order of keys.
 */
export const offerHash = (documentText: string): string => fastSha256(documentText.replace(HEAD_AT_END, '}'));
