import type { Migration } from './migration.ts';

/** A draft is removed only after the audit trail tells of it: an empty place in the book always has its entry. */
export const removalsStep: Migration = {
  version: 72,
  name: 'removals',
  sql: `
CREATE TRIGGER assessments_removed_with_entry BEFORE DELETE ON assessments
WHEN OLD.state = 'draft' AND OLD.binned_at IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM audit
  WHERE case_id = OLD.case_id AND assessment_id = OLD.id AND action = 'assessment-removed'
)
BEGIN SELECT RAISE(ABORT, 'a draft is removed with an entry in the audit trail'); END;

CREATE INDEX assessments_in_bin ON assessments (state) WHERE binned_at IS NOT NULL;
`,
};
