import { QUOTE_COLUMNS } from './quote-columns.ts';

const SUMMARY = `SELECT ${QUOTE_COLUMNS} FROM quotes AS q JOIN models AS qm ON qm.hash = q.model_hash`;

export const QUOTE_LIST = `${SUMMARY} ORDER BY q.issued_at DESC, q.id`;
export const QUOTES_OF_CASE = `${SUMMARY} WHERE q.case_id = ? ORDER BY q.version DESC`;
export const QUOTE_SUMMARY = `${SUMMARY} WHERE q.id = ?`;
export const ALL_QUOTES = `SELECT id, reference || ' version ' || version AS name FROM quotes ORDER BY issued_at DESC, id`;
export const QUOTE_COUNT = `SELECT count(*) FROM quotes`;

/** The whole record, as it is bound into the audit chain. */
export const QUOTE_RECORD = `
SELECT id, case_id AS caseId, assessment_id AS assessmentId, reference, version, status, issued_at AS issuedAt,
  issued_by AS issuedBy, valid_until AS validUntil, quoted_minor AS quotedMinor, currency, grade, paper,
  model_hash AS modelHash, engine_version AS engineVersion, inputs_hash AS inputsHash,
  document_sha256 AS documentSha256, pdf_sha256 AS pdfSha256, pdf_bytes AS pdfBytes
FROM quotes WHERE id = ?`;

export const INSERT_QUOTE = `
INSERT INTO quotes (
  id, case_id, assessment_id, reference, version, status, issued_at, issued_by, valid_until, quoted_minor, currency, grade,
  paper, model_hash, engine_version, inputs_hash, document_sha256, pdf_sha256, pdf_bytes
) VALUES (
  @id, @caseId, @assessmentId, @reference, @version, @status, @issuedAt, @issuedBy, @validUntil, @quotedMinor, @currency,
  @grade, @paper, @modelHash, @engineVersion, @inputsHash, @documentSha256, @pdfSha256, @pdfBytes
)`;

export const INSERT_QUOTE_FILES = `
INSERT INTO quote_files (quote_id, content, certificate, document, pdf)
VALUES (@quoteId, @content, @certificate, @document, @pdf)`;

export const QUOTE_CONTENT = `SELECT content FROM quote_files WHERE quote_id = ?`;
export const QUOTE_CERTIFICATE = `SELECT certificate FROM quote_files WHERE quote_id = ?`;
export const QUOTE_DOCUMENT = `SELECT document FROM quote_files WHERE quote_id = ?`;
export const QUOTE_PDF = `SELECT pdf FROM quote_files WHERE quote_id = ?`;

export const REFERENCE_OF_CASE = `
SELECT reference_year AS year, reference_number AS number FROM cases WHERE id = ?`;

export const LAST_NUMBER_OF_YEAR = `SELECT coalesce(max(reference_number), 0) FROM cases WHERE reference_year = ?`;

export const LAST_QUOTE_VERSION = `SELECT coalesce(max(version), 0) FROM quotes WHERE case_id = ?`;

export const GIVE_REFERENCE = `
UPDATE cases SET reference_year = @year, reference_number = @number WHERE id = @id AND reference_number IS NULL`;
