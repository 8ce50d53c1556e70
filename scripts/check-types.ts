// Type-checks each part of the house with its own tsconfig, so that each sees only the lib and types it may use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let failed = false;
for (const part of ['shared', 'electron', 'renderer', 'scripts', 'test']) {
  if (!existsSync(`${part}/tsconfig.json`)) continue;
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', part], {
    stdio: 'inherit',
  });
  console.log(`types: ${part} ${run.status === 0 ? 'ok' : 'FAILED'}`);
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
