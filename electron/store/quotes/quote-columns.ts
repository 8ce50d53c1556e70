/** Columns of a quote's summary, prefixed so that they can stand beside those of an assessment. Table alias `q`, model `qm`. */
export const QUOTE_COLUMNS = `
  q.id AS quoteId, q.assessment_id AS quoteAssessmentId, q.reference AS quoteReference, q.version AS quoteVersion,
  q.status AS quoteStatus,
  q.issued_at AS quoteIssuedAt, q.issued_by AS quoteIssuedBy, q.valid_until AS quoteValidUntil,
  q.quoted_minor AS quoteQuotedMinor, q.currency AS quoteCurrency, q.grade AS quoteGrade, q.paper AS quotePaper,
  qm.model_id AS quoteModelId, q.model_hash AS quoteModelHash, q.inputs_hash AS quoteInputsHash,
  q.pdf_sha256 AS quotePdfSha256, q.pdf_bytes AS quotePdfBytes`;
