// Opens a workbook, then loses its lock as any program does that closes another descriptor of the file, and waits.
import { closeSync, openSync, writeSync } from 'node:fs';
import { openWorkbook } from '#electron/store/workbook/workbook.ts';

const [path = ''] = process.argv.slice(2);
const opened = openWorkbook(path, { mode: 'open', appVersion: 'careless', now: new Date() });
if (!opened.ok) throw new Error(opened.failure.message);
closeSync(openSync(path, 'r'));
writeSync(1, 'open\n');
setInterval(() => undefined, 1000);
