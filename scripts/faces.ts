// node scripts/faces.ts: writes what the bundled faces can draw (shared/domain/bundled-letters.ts) and their licences
// (resources/fonts/licences.txt), and says what the faces add to the installed application. To be run after a face or its
// package has changed; a test holds both files against the packages.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED_SHEETS, bundledFaces } from './faces/bundled-faces.ts';
import { lettersModule } from './faces/letters.ts';
import { facesLicences } from './faces/licences.ts';
import { projectRoot } from './runtime/paths.ts';

writeFileSync(join(projectRoot, 'shared/domain/bundled-letters.ts'), lettersModule());
writeFileSync(join(projectRoot, 'resources/fonts/licences.txt'), facesLicences());

const sizes = new Map<string, { files: number; bytes: number }>();
for (const [pack, sheet] of BUNDLED_SHEETS) {
  const size = sizes.get(pack) ?? { files: 0, bytes: 0 };
  for (const { file } of bundledFaces(pack, sheet)) {
    size.files += 1;
    size.bytes += statSync(file).size;
  }
  sizes.set(pack, size);
}
const line = (name: string, files: number, bytes: number): string =>
  `${name.padEnd(24)} ${String(files).padStart(4)} files ${(bytes / 1e6).toFixed(2).padStart(6)} MB`;
let [files, bytes] = [0, 0];
for (const [pack, size] of sizes) {
  console.log(line(pack, size.files, size.bytes));
  if (!pack.startsWith('noto-')) continue;
  files += size.files;
  bytes += size.bytes;
}
console.log(line('all of Noto', files, bytes));
