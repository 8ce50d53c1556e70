import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '../../connection/canonical-json.ts';
import { prepared, type WorkbookDatabase } from '../../connection/database.ts';
import {
  DELETE_ANSWER,
  DELETE_DECLARATION,
  DELETE_INCIDENTS,
  INSERT_INCIDENT,
  PUT_ANSWER,
  PUT_DECLARATION,
  PUT_EXPOSURES,
  PUT_INCIDENT_REGISTER,
  PUT_SUBJECT_FACTS,
} from '../content-statements.ts';
import { writeTerms } from './write-terms.ts';

/**
 * Writes the parts of `content` that differ from `before` (null: a new assessment, all of it) and returns what they are, in
 * the order of the editor: `subject`, `answers.<factor>`, `incidents`, `terms.parts` ... Inside the caller's transaction.
 */
export function writeContent(
  db: WorkbookDatabase,
  assessmentId: string,
  before: AssessmentContent | null,
  content: AssessmentContent,
): readonly string[] {
  const changed: string[] = [];
  const when = (field: string, old: unknown, value: unknown, write: () => void): void => {
    if (before !== null && canonicalJson(old) === canonicalJson(value)) return;
    changed.push(field);
    write();
  };

  when('subject', before?.subject, content.subject, () =>
    prepared(db, PUT_SUBJECT_FACTS).run({ assessmentId, ...content.subject }),
  );
  if (before !== null && before.asOf !== content.asOf) changed.push('asOf');
  if (before !== null && before.currency !== content.currency) changed.push('currency');
  when('exposures', before?.exposures, content.exposures, () =>
    prepared(db, PUT_EXPOSURES).run({ assessmentId, ...content.exposures }),
  );
  changed.push(...writeAnswers(db, assessmentId, before?.answers ?? {}, content.answers));
  when('incidentRegister', before?.incidentRegister, content.incidentRegister, () =>
    prepared(db, PUT_INCIDENT_REGISTER).run({ assessmentId, ...content.incidentRegister }),
  );
  when('incidents', before?.incidents, content.incidents, () => {
    prepared(db, DELETE_INCIDENTS).run(assessmentId);
    for (const [position, incident] of content.incidents.entries()) {
      prepared(db, INSERT_INCIDENT).run({ assessmentId, position, ...incident });
    }
  });
  changed.push(...writeDeclarations(db, assessmentId, before?.declarations ?? {}, content.declarations));
  changed.push(...writeTerms(db, assessmentId, before?.terms ?? null, content.terms));
  return changed;
}

function writeAnswers(
  db: WorkbookDatabase,
  assessmentId: string,
  before: AssessmentContent['answers'],
  answers: AssessmentContent['answers'],
): readonly string[] {
  const changed: string[] = [];
  for (const [factorId, answer] of Object.entries(answers)) {
    if (Object.hasOwn(before, factorId) && canonicalJson(before[factorId]) === canonicalJson(answer))
      continue;
    changed.push(`answers.${factorId}`);
    prepared(db, PUT_ANSWER).run({
      assessmentId,
      factorId,
      ...answer,
      isUnchangedSinceReview: Number(answer.isUnchangedSinceReview),
      hasSocialisedLoss: Number(answer.hasSocialisedLoss),
    });
  }
  for (const factorId of Object.keys(before)) {
    if (Object.hasOwn(answers, factorId)) continue;
    changed.push(`answers.${factorId}`);
    prepared(db, DELETE_ANSWER).run(assessmentId, factorId);
  }
  return changed;
}

function writeDeclarations(
  db: WorkbookDatabase,
  assessmentId: string,
  before: AssessmentContent['declarations'],
  declarations: AssessmentContent['declarations'],
): readonly string[] {
  const changed: string[] = [];
  const old = new Map<string, string>(Object.entries(before));
  const wanted = new Map<string, string>(Object.entries(declarations));
  for (const [declarationId, state] of wanted) {
    if (old.get(declarationId) === state) continue;
    changed.push(`declarations.${declarationId}`);
    prepared(db, PUT_DECLARATION).run({ assessmentId, declarationId, state });
  }
  for (const declarationId of old.keys()) {
    if (wanted.has(declarationId)) continue;
    changed.push(`declarations.${declarationId}`);
    prepared(db, DELETE_DECLARATION).run(assessmentId, declarationId);
  }
  return changed;
}
