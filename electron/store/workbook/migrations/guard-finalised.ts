/** Tables that hold the content of assessments, each with an `assessment_id`. */
type ContentTable =
  | 'subject_facts'
  | 'exposures'
  | 'incident_registers'
  | 'incidents'
  | 'answers'
  | 'declarations'
  | 'terms'
  | 'part_terms'
  | 'taxes'
  | 'subjectivities'
  | 'own_subjectivities'
  | 'buy_backs'
  | 'content_sections'
  | 'subject_links';

/**
 * Triggers that refuse every change to the content of a finalised assessment, on any connection. A row without its
 * assessment may go (that is how a cascade sees it) but none may come.
 */
export const guardFinalised = (table: ContentTable): string => `
CREATE TRIGGER ${table}_insert_in_draft BEFORE INSERT ON ${table}
WHEN (SELECT state FROM assessments WHERE id = NEW.assessment_id) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the content of a finalised assessment cannot be changed'); END;

CREATE TRIGGER ${table}_update_in_draft BEFORE UPDATE ON ${table}
WHEN (SELECT state FROM assessments WHERE id = OLD.assessment_id) IS NOT 'draft'
  OR (SELECT state FROM assessments WHERE id = NEW.assessment_id) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the content of a finalised assessment cannot be changed'); END;

CREATE TRIGGER ${table}_delete_in_draft BEFORE DELETE ON ${table}
WHEN (SELECT state FROM assessments WHERE id = OLD.assessment_id) = 'finalised'
BEGIN SELECT RAISE(ABORT, 'the content of a finalised assessment cannot be removed'); END;
`;
