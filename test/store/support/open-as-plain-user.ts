// Opens a workbook as a user whom file permissions bind. Root passes every permission, so root becomes nobody first.

import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { moveToBin } from '#electron/store/assessments/bin.ts';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { assessmentId } from '../../support/branded.ts';
import { checkedNow } from './checked.ts';

const NOBODY = 65_534;
const [path = '', mode = 'open', disguise = 'whole'] = process.argv.slice(2);

new Database(':memory:').close();
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  if (disguise === 'whole') {
    process.setgid?.(NOBODY);
    process.setuid?.(NOBODY);
  } else {
    // access() asks for the real user, root still, and says yes; reading and writing go by the effective one.
    process.setegid?.(NOBODY);
    process.seteuid?.(NOBODY);
  }
}
const now = new Date();
const opened = openWorkbook(path, { mode: mode === 'create' ? 'create' : 'open', appVersion: '1', now });
if (opened.ok) {
  const { db, isReadOnly, notices } = opened.value;
  const rows = listAssessments(db);
  const first = rows.ok ? rows.value[0] : undefined;
  const change = moveToBin(db, { id: assessmentId(first?.id ?? ''), actor: 'Nobody', now });
  const report = {
    ok: true,
    isReadOnly,
    notices: notices.map(({ kind }) => kind),
    names: rows.ok ? rows.value.map(({ subjectName }) => subjectName) : [],
    isSound: checkedNow(db).isSound,
    change: change.ok ? 'done' : change.failure.code,
  };
  closeWorkbook(opened.value);
  console.log(JSON.stringify(report));
} else {
  console.log(JSON.stringify({ ok: false, ...opened.failure, files: readdirSync(dirname(path)) }));
}
