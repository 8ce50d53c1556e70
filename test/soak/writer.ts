// Works on a workbook as fast as it can until it is killed, and tells of each step after it was stored, a line each.
import { writeSync } from 'node:fs';
import { moveToBin, restoreFromBin } from '#electron/store/assessments/bin.ts';
import { reviseAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { openWorkbook } from '#electron/store/workbook/workbook.ts';
import { typicalContent } from '#test/store/support/contents.ts';
import { FIGURES, issued, newDraft } from '#test/store/support/records.ts';
import { valueIn } from '#test/store/support/results.ts';
import { assessmentId } from '#test/support/branded.ts';
import { randomOf } from './random.ts';
import type { Told } from './told.ts';

const [path = '', seed = '1'] = process.argv.slice(2);
const random = randomOf(Number(seed));
const tell = (told: Told): void => {
  writeSync(1, `${JSON.stringify(told)}\n`);
};

const workbook = valueIn(openWorkbook(path, { mode: 'open-or-create', appVersion: 'soak', now: new Date() }));
const { db } = workbook;
tell({ step: 'open' });
const by = () => ({ actor: 'Soak', now: new Date() });
let draft = newDraft(db, typicalContent('Soak'));
tell({ step: 'saved', id: draft.summary.id, version: draft.version });
for (let round = 0; ; round += 1) {
  const { id } = draft.summary;
  const what = random.below(20);
  if (what === 0) {
    const quote = issued(db, valueIn(getAssessment(db, id)));
    tell({ step: 'issued', id, quoteId: quote.id, reference: quote.reference });
    const newId = assessmentId(crypto.randomUUID());
    draft = valueIn(reviseAssessment(db, { ...by(), id, newId }));
    tell({ step: 'saved', id: newId, version: draft.version });
  } else if (what === 1) {
    tell({ step: 'backed-up', path: valueIn(backUpWorkbook(workbook, { now: new Date() })).path });
  } else if (what === 2) {
    valueIn(moveToBin(db, { ...by(), id }));
    valueIn(restoreFromBin(db, { ...by(), id }));
  } else {
    const content = { ...draft.content, terms: { ...draft.content.terms, note: `round ${round}` } };
    const { version } = valueIn(
      saveAssessment(db, { ...by(), id, version: draft.version, content, figures: FIGURES }),
    );
    draft = { ...draft, version, content };
    tell({ step: 'saved', id, version });
  }
}
