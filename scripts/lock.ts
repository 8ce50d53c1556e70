// node scripts/lock.ts: to be run after every `npm install`; makes package-lock.json fit for `npm ci` anywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedJson } from '#shared/domain/json-text.ts';
import { type LockFile, lockFileFaults, withoutCompilation } from './lock-file/lock-file.ts';
import { projectRoot } from './runtime/paths.ts';

const file = join(projectRoot, 'package-lock.json');
const lock = withoutCompilation(storedJson(readFileSync(file, 'utf8')) as LockFile);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

const faults = lockFileFaults(lock);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
