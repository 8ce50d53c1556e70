/** Everything that is entered in the audit chain. */
export const AUDIT_ACTIONS = [
  'workbook-created',
  'workbook-migrated',
  'model-kept',
  'wording-kept',
  'assessment-created',
  'assessment-saved',
  'assessment-finalised',
  'assessment-revised',
  'assessment-duplicated',
  'assessment-binned',
  'assessment-restored',
  'quote-issued',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
