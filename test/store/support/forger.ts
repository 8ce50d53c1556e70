import { generateKeyPairSync, sign } from 'node:crypto';
import Database from 'better-sqlite3';
import { headOf } from '#electron/store/assessments/assessment-head.ts';
import { type AuditRow, auditRowHash, auditTable, genesisHash } from '#electron/store/audit/audit-chain.ts';
import { countersigned, type TrailKey } from '#electron/store/audit/countersign.ts';
import { recordHash } from '#electron/store/audit/record-hash.ts';
import { asWorkbookDatabase, type WorkbookDatabase } from '#electron/store/connection/database.ts';
import { workbookId } from '#electron/store/connection/workbook-id.ts';
import { readContent } from '#electron/store/content/read-content.ts';
import { offerHash } from '#electron/store/quotes/offer-hash.ts';
import { quoteRecord } from '#electron/store/quotes/quote-record.ts';
import { quoteRecordHash } from '#electron/store/quotes/quote-tables.ts';
import { RECORD_KINDS } from '#electron/store/workbook/bind-records.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { contentHash, inputsHash } from '#shared/domain/content-hash.ts';
import { type AssessmentId, plainFigures, type QuoteId } from '#shared/domain/records.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';

// A forger who owns the workbook and every tool: rows, triggers, entries, hashes and a key of his own. After an edit he
// makes everything fit again, with the product's own functions, so that the workbook by itself is sound. What he cannot
// reach is what was written down elsewhere.

type Edit = (db: Database.Database) => void;

/** A key pair that any program can make. */
export function newKey(): TrailKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

/** Edits a closed workbook and makes all of it fit again. */
export function forgeThroughout(path: string, edit: Edit): void {
  const raw = new Database(path);
  try {
    raw.pragma('foreign_keys = OFF');
    const triggers = raw
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
      .all() as readonly { name: string; sql: string }[];
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
    edit(raw);
    const db = asWorkbookDatabase(raw, path);
    fitAssessments(db);
    fitQuotes(db);
    fitTrail(db, newKey());
    for (const { sql } of triggers) raw.exec(sql);
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
  }
}

const idsOf = (db: WorkbookDatabase, table: string): readonly string[] =>
  db.prepare(`SELECT id FROM ${table}`).pluck().all().map(String);

function fitAssessments(db: WorkbookDatabase): void {
  for (const id of idsOf(db, 'assessments')) {
    const hash = contentHash(readContent(db, headOf(db, id as AssessmentId)));
    db.prepare('UPDATE assessments SET content_hash = ? WHERE id = ?').run(hash, id);
  }
  db.prepare('UPDATE models SET json_sha256 = ? WHERE 1').run(
    sha256Hex(String(db.prepare('SELECT json FROM models').pluck().get())),
  );
}

/** The documents say what the rows say. */
function fitQuotes(db: WorkbookDatabase): void {
  for (const id of idsOf(db, 'quotes')) {
    const record = quoteRecord(db, id as QuoteId);
    const content = readContent(db, headOf(db, record.assessmentId));
    const inputs = inputsHash(content, record.modelHash);
    const document = JSON.parse(
      String(db.prepare('SELECT document FROM quote_files WHERE quote_id = ?').pluck().get(id)),
    );
    Object.assign(document, {
      content,
      inputsHash: inputs,
      reference: record.reference,
      version: record.version,
      status: record.status,
      validUntil: record.validUntil,
      price: { ...document.price, quotedMinor: record.quotedMinor },
    });
    const pdf = db.prepare('SELECT pdf FROM quote_files WHERE quote_id = ?').pluck().get(id) as Buffer;
    db.prepare('UPDATE quotes SET inputs_hash = ?, pdf_sha256 = ?, pdf_bytes = ? WHERE id = ?').run(
      inputs,
      sha256Hex(pdf),
      pdf.byteLength,
      id,
    );
    db.prepare('UPDATE quote_files SET content = ? WHERE quote_id = ?').run(JSON.stringify(content), id);
    putDocument(db, id, document);
  }
}

function putDocument(db: WorkbookDatabase, id: string, document: object): void {
  const text = JSON.stringify(document);
  db.prepare('UPDATE quote_files SET document = ? WHERE quote_id = ?').run(text, id);
  db.prepare('UPDATE quotes SET document_sha256 = ? WHERE id = ?').run(sha256Hex(text), id);
}

/** Numbers the entries anew, puts right what each says of what it binds, signs and hashes them. */
function fitTrail(db: WorkbookDatabase, key: TrailKey): void {
  const rows = db
    .prepare(
      `SELECT ${auditTable.select(
        'audit',
        auditTable.columns.map(({ field }) => field),
      )} FROM audit ORDER BY sequence`,
    )
    .all() as (AuditRow & { readonly hash: string })[];
  db.exec('DELETE FROM audit');
  let previous = genesisHash(workbookId(db) ?? '');
  const insert = db.prepare(auditTable.insert);
  for (const [index, { hash: _, ...old }] of rows.entries()) {
    const { signature, ...facts } = JSON.parse(old.facts) as Record<string, unknown>;
    const plain: AuditRow = {
      ...old,
      sequence: index + 1,
      facts: canonicalJson({ ...facts, ...factsOf(db, old), ...boundAnew(db, facts) }),
    };
    const row = signature === undefined ? plain : countersigned(plain, previous, key);
    const hash = auditRowHash(row, previous);
    insert.run({ ...row, hash });
    if (row.action === 'quote-prepared' && row.quoteId !== null)
      nameHead(db, row.quoteId, { sequence: row.sequence, hash });
    previous = hash;
  }
}

function nameHead(
  db: WorkbookDatabase,
  quoteId: string,
  trailHead: { sequence: number; hash: string },
): void {
  const text = db.prepare('SELECT document FROM quote_files WHERE quote_id = ?').pluck().get(quoteId);
  if (text !== undefined) putDocument(db, quoteId, { ...JSON.parse(String(text)), trailHead });
}

function boundAnew(db: WorkbookDatabase, facts: Record<string, unknown>): object {
  if (facts.records === undefined) return {};
  const records = Object.keys(facts.records as object).map((key) => {
    const [name = '', id = ''] = key.split(' ');
    const kind = RECORD_KINDS.find((one) => one.name === name);
    return [key, kind === undefined ? null : recordHash(db, { kind, id })];
  });
  return { records: Object.fromEntries(records) };
}

function factsOf(db: WorkbookDatabase, { action, assessmentId, quoteId }: AuditRow): object {
  if (action === 'model-kept') {
    const { hash, jsonSha256 } = db.prepare('SELECT hash, json_sha256 AS jsonSha256 FROM models').get() as {
      hash: string;
      jsonSha256: string;
    };
    return { modelHash: hash, jsonSha256 };
  }
  if (quoteId !== null) {
    const record = quoteRecord(db, quoteId as QuoteId);
    const text = (name: string): string =>
      String(db.prepare(`SELECT ${name} FROM quote_files WHERE quote_id = ?`).pluck().get(quoteId));
    if (action === 'quote-prepared') {
      return {
        offerSha256: offerHash(text('document')),
        quotedMinor: record.quotedMinor,
        inputsHash: record.inputsHash,
      };
    }
    return {
      recordHash: quoteRecordHash(record),
      inputsHash: record.inputsHash,
      documentSha256: record.documentSha256,
      pdfSha256: record.pdfSha256,
      certificateSha256: sha256Hex(text('certificate')),
    };
  }
  if (assessmentId === null || action === 'assessment-binned' || action === 'assessment-restored') return {};
  const head = headOf(db, assessmentId as AssessmentId);
  return action === 'assessment-finalised'
    ? {
        contentHash: head.contentHash,
        modelHash: head.modelHash,
        version: head.version,
        figures: plainFigures(head),
      }
    : { contentHash: head.contentHash };
}
