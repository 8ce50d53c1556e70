// One of two processes that share a workbook: does what each line tells, and answers with one.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { newDraft } from '#test/store/support/records.ts';

let workbook: Workbook | null = null;

function answerTo({ move, path }: { readonly move: string; readonly path: string }): string {
  switch (move) {
    case 'open':
    case 'open by another link': {
      const opened = openWorkbook(path, { mode: 'open', appVersion: 'player', now: new Date() });
      if (!opened.ok) return `refused: ${opened.failure.code}`;
      if (workbook !== null) closeWorkbook(workbook);
      workbook = opened.value;
      return workbook.isReadOnly ? 'viewer' : 'writer';
    }
    case 'touch':
      // As a careless program does; it frees the lock of this process.
      closeSync(openSync(path, 'r'));
      return 'touched';
    case 'save':
      if (workbook === null) return 'nothing open';
      return `saved ${newDraft(workbook.db).summary.id}`;
    default:
      if (workbook !== null) closeWorkbook(workbook);
      workbook = null;
      return 'closed';
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer: string;
  try {
    answer = answerTo(JSON.parse(line));
  } catch (error) {
    answer = `error ${error instanceof Error ? error.message : String(error)}`.replaceAll('\n', ' ');
  }
  writeSync(1, `${answer}\n`);
}
