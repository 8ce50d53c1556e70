// Saves an assessment again and again until it is killed, telling after each save which one is stored.
import { writeSync } from 'node:fs';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { openWorkbook } from '#electron/store/workbook/workbook.ts';
import { assessmentId } from '../../support/branded.ts';

const [path = '', id = ''] = process.argv.slice(2);
const workbook = openWorkbook(path, { mode: 'open', appVersion: 'loop', now: new Date() });
if (!workbook.ok) throw new Error(workbook.failure.message);
const { db } = workbook.value;
const found = getAssessment(db, assessmentId(id));
if (!found.ok) throw new Error(found.failure.message);
const { content } = found.value;
const figures = { ...found.value.summary };
let version = found.value.version;
for (;;) {
  const saved = saveAssessment(db, {
    id: assessmentId(id),
    version,
    content: { ...content, terms: { ...content.terms, note: `round ${version + 1}` } },
    figures,
    actor: 'Loop',
    now: new Date(),
  });
  if (!saved.ok) throw new Error(saved.failure.message);
  version = saved.value.version;
  writeSync(1, `${version}\n`);
}
