// node scripts/icons.ts: draws resources/icons/icon.svg in the sizes and formats the three systems want.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchElectron } from './electron.ts';
import { icnsFile, icoFile, type SizedPng } from './icons/containers.ts';
import { projectRoot } from './runtime/paths.ts';
import { runMain } from './runtime/setup-failure.ts';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = join(projectRoot, 'resources', 'icons');
const pngFolder = join(folder, 'png');

const png = (size: number): SizedPng => ({
  size,
  png: readFileSync(join(pngFolder, `${size}x${size}.png`)),
});

await runMain(async () => {
  const exitCode = await launchElectron([join(folder, 'icon.svg'), pngFolder, sizes.join(',')], {
    headless: true,
    timeoutMs: 60_000,
    appFolder: join(projectRoot, 'scripts', 'icons', 'drawing'),
  });
  if (exitCode !== 0) return exitCode;
  writeFileSync(join(folder, 'icon.ico'), icoFile([16, 24, 32, 48, 64, 128, 256].map(png)));
  writeFileSync(join(folder, 'icon.icns'), icnsFile([128, 256, 512, 1024].map(png)));
  return 0;
});
