import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonText } from '#shared/domain/json-text.ts';
import { BUNDLED_SHEETS, facesFolder } from './bundled-faces.ts';

/** The licence of every package that a bundled face comes from, as the package has it. */
export function facesLicences(): string {
  const packs = [...new Set(BUNDLED_SHEETS.map(([pack]) => pack))];
  return packs
    .map((pack) => {
      const { value } = readJsonText(readFileSync(join(facesFolder, pack, 'package.json'), 'utf8'), pack);
      const { version } = value as { readonly version: string };
      const text = readFileSync(join(facesFolder, pack, 'LICENSE'), 'utf8').trim();
      return `@fontsource/${pack} ${version}\n\n${text}\n`;
    })
    .join(`\n${'='.repeat(80)}\n\n`);
}
