import { createHash, createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFacts } from '#electron/documents/paper-certificate.ts';
import { signaturesOf } from '#electron/documents/paper-signatures.ts';
import { keyCard, pkcs12Signer, signerFor } from '#electron/documents/paper-signer.ts';
import { signPaper } from '#electron/documents/sign-paper.ts';
import { verifyPaper } from '#electron/documents/verify-paper.ts';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { signingWith } from '#electron/host/installation-key.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { paperHolder } from '#electron/ipc/paper-holder.ts';
import { randomOf } from '#test/soak/random.ts';
import { host, resources, value } from './handlers-host.ts';
import { carriedText, carrying, issuedPapers, signInAs, twoPages } from './issued-papers.ts';
import { newFolder } from './new-folder.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const model = value(loadBundledModel(resources));

const stranger = async () =>
  signerFor(
    signingWith(generateKeyPairSync('ed25519').privateKey),
    { name: 'Ada Marlow' },
    { folder: newFolder(), now: NOW },
  );

describe('a signed paper', () => {
  let issued: Awaited<ReturnType<typeof issuedPapers>>;
  let folder: string;
  beforeAll(async () => {
    folder = newFolder();
    issued = await issuedPapers(folder, model, { isSigned: true });
  }, 120_000);
  afterAll(() => issued.at.session.close());

  it('is believed where it was issued, and the signer is named by the workbook', async () => {
    const { papers, basis } = issued;
    for (const [kind, bytes] of Object.entries(papers)) {
      const verdict = await verifyPaper(bytes, basis);
      expect(verdict.kind).toBe(kind === 'worksheet' ? 'matches' : 'intact');
      expect(verdict.findings.join(' ')).toContain(
        'Signed by Ada Marlow, with a key that this workbook knows',
      );
    }
  }, 60_000);

  it('is believed in a workbook that knows the key but not the paper', async () => {
    const { papers, basis, at } = issued;
    const other = host(newFolder(), model);
    const ownKeys = () => at.context.people.ownKeys();
    const { db } = other.session.current()!;
    expect((await verifyPaper(papers.worksheet, { ...basis, db, ownKeys })).kind).toBe('matches');
    expect((await verifyPaper(papers.quotation, { ...basis, db, ownKeys })).kind).toBe('intact');
    other.session.close();
  }, 60_000);

  it('is signed by somebody unknown where nobody knows the key', async () => {
    const { papers, basis } = issued;
    const verdict = await verifyPaper(papers.worksheet, { ...basis, db: null, ownKeys: () => [] });
    expect(verdict.kind).toBe('signed-unknown');
    expect(verdict.findings.join(' ')).toMatch(/Fingerprint of the key: ([0-9a-f]{4} ){15}[0-9a-f]{4}/);
  }, 60_000);

  it('has the paper whole before the signature, which covers all but its own digits', async () => {
    for (const bytes of Object.values(issued.papers)) {
      const text = Buffer.from(bytes).toString('latin1');
      const ranges = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) +(\d+) +(\d+) *\]/g)];
      expect(ranges).toHaveLength(1);
      const [start = -1, before = 0, after = 0, rest = 0] = ranges[0]!.slice(1).map(Number);
      expect(start).toBe(0);
      expect(after + rest).toBe(bytes.length);
      expect(text.slice(before, after)).toMatch(/^<[0-9A-F]+>$/);
      // The paper ends where it ended before it was signed, and can be read alone.
      const paper = bytes.subarray(0, text.indexOf('%%EOF') + '%%EOF'.length);
      expect((await PDFDocument.load(paper)).getPageCount()).toBe(2);
    }
  });

  it('holds by node’s own arithmetic', () => {
    for (const bytes of Object.values(issued.papers)) {
      const { signedAttributes, digest, signature, certificate } = takenApart(bytes);
      expect(digest).toBe(takenApart(bytes).computedDigest);
      expect(verify('sha256', signedAttributes, certificate.publicKey, signature)).toBe(true);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    }
  });

  it('leaves the bytes of what is signed as they were', async () => {
    const paper = await twoPages('to be signed');
    const signed = value(await signPaper(paper, { signer: await stranger(), reason: 'a test', at: NOW }));
    expect(Buffer.compare(signed.subarray(0, paper.length), paper)).toBe(0);
    expect(await signaturesOf(signed)).toMatchObject({
      broken: 0,
      good: [{ end: signed.length, name: 'Ada Marlow', signedAt: NOW.toISOString() }],
    });
  });

  it('gives away every flipped byte, whoever looks', async () => {
    const { papers, basis } = issued;
    const random = randomOf(11);
    const { quotation } = papers;
    const digits = Buffer.from(quotation).toString('latin1').lastIndexOf('/Contents <');
    for (let turn = 0; turn < 80; turn += 1) {
      const bytes = quotation.slice();
      const place = turn % 4 === 0 ? digits + 11 + random.below(1200) : random.below(bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
      const { good } = await signaturesOf(bytes);
      expect(good.filter(({ end }) => end === bytes.length)).toEqual([]);
      for (const db of [basis.db, null])
        expect(['altered', 'not-ours', 'signed-unknown', 'unknown-here']).toContain(
          (await verifyPaper(bytes, { ...basis, db, ownKeys: () => [] })).kind,
        );
    }
  }, 300_000);

  it('gives away every flipped byte of the signature itself, where no workbook is at hand', async () => {
    const { papers, basis } = issued;
    const { quotation } = papers;
    const alone = { ...basis, db: null };
    expect((await verifyPaper(quotation, alone)).kind).toBe('intact');
    const from = Buffer.from(quotation).toString('latin1').lastIndexOf('/Contents <') + '/Contents '.length;
    const to = quotation.indexOf('>'.charCodeAt(0), from);
    expect(to - from).toBeGreaterThan(20_000);
    const padding = Buffer.from(quotation.subarray(from, to)).toString('latin1').search(/0*$/) + from;
    const believed: string[] = [];
    let isUsed = 0;
    // Behind the signature there is room to spare: noughts alone.
    for (let place = from; place <= to; place += place < padding || place === to - 1 ? 1 : 9)
      for (let bit = 0; bit < (place < padding ? 8 : 1); bit += 1) {
        const bytes = quotation.slice();
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        isUsed += 1;
        if ((await signaturesOf(bytes)).good.length === 0) continue;
        const { kind } = await verifyPaper(bytes, alone);
        if (kind === 'matches' || kind === 'intact') believed.push(`byte ${place - from}, bit ${bit}`);
      }
    expect(isUsed).toBeGreaterThan(10_000);
    expect(believed).toEqual([]);
  }, 300_000);

  it('is altered when something was added behind it, though what was issued is whole inside', async () => {
    const { papers, basis } = issued;
    const longer = Buffer.concat([papers.quotation, Buffer.from('\n% a remark\n')]);
    const verdict = await verifyPaper(new Uint8Array(longer), basis);
    expect(verdict.kind).toBe('altered');
    expect(verdict.findings.join(' ')).toContain('is whole inside it, but 12 bytes were added behind it');
    const countersigned = value(
      await signPaper(papers.quotation, { signer: await stranger(), reason: 'accepted', at: NOW }),
    );
    const second = await verifyPaper(countersigned, basis);
    expect(second.kind).toBe('altered');
    expect(second.findings.join(' ')).toMatch(
      /is whole inside it.*Signed by Ada Marlow.*Signed by somebody unknown/,
    );
  }, 60_000);

  it('of another is not believed for the name that its certificate says', async () => {
    const { papers, basis } = issued;
    const forged = await carrying(await carriedText(papers.worksheet));
    const signed = value(await signPaper(forged, { signer: await stranger(), reason: 'x', at: NOW }));
    expect((await verifyPaper(signed, basis)).kind).toBe('altered');
    const elsewhere = await verifyPaper(signed, { ...basis, db: null });
    expect(elsewhere.kind).toBe('signed-unknown');
    expect(elsewhere.findings.join(' ')).toContain('names “Ada Marlow”, which proves nothing');
  }, 60_000);

  it('keeps its certificate, for its owner alone, and follows from the key of the person', async () => {
    const kept = join(folder, 'paper-certificates');
    const [name, ...more] = readdirSync(kept);
    expect(more).toEqual([]);
    const path = join(kept, name ?? '');
    expect(statSync(path).mode & 0o077).toBe(0);
    const { people } = issued.at.context;
    const { db } = issued.at.session.current()!;
    const held = value(paperHolder(people, db, people.presentIn(db).profile));
    const facts = certificateFacts(new X509Certificate(readFileSync(path)).raw);
    expect(facts).toMatchObject({ name: 'Ada Marlow', vouchedBy: held.key.publicKey });
    const card = keyCard(held.key, held.facts);
    for (const words of [facts.fingerprint, 'Ada Marlow', 'Head of underwriting', 'BEGIN PUBLIC KEY'])
      expect(card).toContain(words);
    expect(createPublicKey(card.slice(card.indexOf('-----BEGIN'))).asymmetricKeyType).toBe('ec');
    expect(card).not.toContain('PRIVATE');
  });

  it('is not signed by nobody', async () => {
    const other = host(newFolder(), model);
    const answer = await handlers.papers.saveKeyCard(other.context, undefined);
    expect(answer).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('Say who you are') },
    });
    await signInAs(other, 'Ben Ode');
    other.answers.save = newFolder();
    expect(value(await handlers.papers.saveKeyCard(other.context, undefined))).toMatchObject({
      isSaved: true,
      fileName: 'Ben Ode signing key.txt',
    });
    other.session.close();
  });

  it.each(['ec', 'rsa'])('takes a PKCS#12 of one’s own (%s), with its passphrase alone', async (kind) => {
    const file = new Uint8Array(readFileSync(join(import.meta.dirname, 'inputs', `signing-key-${kind}.p12`)));
    const wrong = await pkcs12Signer(file, 'another');
    expect(wrong).toMatchObject({ ok: false, failure: { message: expect.stringContaining('passphrase') } });
    const signer = value(await pkcs12Signer(file, 'a-test'));
    const paper = issued.papers['risk-summary'];
    const signed = value(await signPaper(paper, { signer, reason: 'a test', at: NOW }));
    expect((await signaturesOf(signed)).good).toMatchObject([
      { name: 'Ada Marlow', end: paper.length },
      { name: 'Ben Ode', end: signed.length, vouchedBy: null },
    ]);
  });

  it('takes no file for a PKCS#12 that is none', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('a letter'), new Uint8Array(2_000_000)])
      expect((await pkcs12Signer(bytes, 'secret')).ok).toBe(false);
  });
});

/** The parts of a signature, by the structure of CMS alone. */
function takenApart(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1');
  const [, before = 0, after = 0, rest = 0] = /\/ByteRange \[\d+ (\d+) +(\d+) +(\d+)/.exec(text)!.map(Number);
  const der = Buffer.from(text.slice(before + 1, after - 1), 'hex');
  const { result } = asn1js.fromBER(Uint8Array.from(der).buffer);
  const data = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
  const [signer] = data.signerInfos;
  const attributes = signer!.signedAttrs!;
  const digest = attributes.attributes.find(({ type }) => type === '1.2.840.113549.1.9.4')!.values[0];
  const signed = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, after + rest)]);
  const encoded = Buffer.from(attributes.encodedValue);
  // As a SET, which is how it was signed (RFC 5652, 5.4).
  encoded[0] = 0x31;
  const certificate = data.certificates![0] as pkijs.Certificate;
  return {
    signedAttributes: encoded,
    digest: Buffer.from(digest.valueBlock.valueHexView).toString('hex'),
    computedDigest: createHash('sha256').update(signed).digest('hex'),
    signature: Buffer.from(signer!.signature.valueBlock.valueHexView),
    certificate: new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())),
  };
}
