// npm run conformance [-- FOLDER]: runs every case of a folder of conformance files, a line each; fails on any that
// is off its tolerance and on any kind it does not know.
import { resolve } from 'node:path';
import { REFERENCE_FOLDER, readConformanceFolder } from '#test/conformance/read-folder.ts';
import { runCase } from '#test/conformance/run-case.ts';

const given = process.argv[2];
const folder = given === undefined ? REFERENCE_FOLDER : resolve(given);

let cases = 0;
let numbers = 0;
const failing: string[] = [];
try {
  for (const file of readConformanceFolder(folder)) {
    for (const reference of file.cases) {
      const { numbers: compared, used, complaints } = runCase(reference);
      cases += 1;
      numbers += compared;
      const isGood = complaints.length === 0;
      const note = isGood ? `${compared} numbers, ${percent(used)} of the tolerance used` : 'FAILED';
      console.log(
        `${isGood ? 'ok  ' : 'FAIL'} ${reference.kind.padEnd(30)} ${reference.id.padEnd(28)} ${note}`,
      );
      for (const { name, message } of complaints) console.log(`       ${name}: ${message}`);
      if (!isGood) failing.push(reference.id);
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
console.log(`${cases} cases, ${numbers} numbers, ${failing.length} failing`);
if (failing.length > 0) console.log(`failing: ${failing.join(', ')}`);
process.exit(failing.length > 0 ? 1 : 0);

function percent(share: number): string {
  return share === 0 ? '0 %' : `${(100 * share).toPrecision(2)} %`;
}
