// Loaded into Electron before the application: the clock stands still and each random name is the next of a row, so that
// the same submission makes the same papers whenever it is quoted. The application itself is the real one.
const crypto = require('node:crypto');
const { syncBuiltinESMExports } = require('node:module');

const FIXED = Date.parse(process.env.BALLAST_TEST_CLOCK ?? '2026-11-25T09:30:00.000Z');
const RealDate = Date;
class FixedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(FIXED);
    else super(...given);
  }
  static now() {
    return FIXED;
  }
}
globalThis.Date = FixedDate;

let count = 0;
crypto.randomUUID = () => {
  count += 1;
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
};
// An Ed25519 key in PKCS #8 is these bytes and a seed.
const KEY_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
crypto.generateKeyPairSync = () => {
  count += 1;
  const privateKey = crypto.createPrivateKey({
    key: Buffer.concat([KEY_HEAD, Buffer.alloc(32, count)]),
    format: 'der',
    type: 'pkcs8',
  });
  return { privateKey, publicKey: crypto.createPublicKey(privateKey) };
};
syncBuiltinESMExports();
