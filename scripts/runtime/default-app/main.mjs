// Stands in for Electron's default_app.asar, which the fallback runtime lacks:
// `electron [flags] [-r <script>] <folder> [arguments]` loads the application in <folder>, after the script.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1);
const at = given.findIndex((argument) => !argument.startsWith('-'));
const first = given[at - 1] === '-r' ? given[at] : undefined;
const folder = first === undefined ? given[at] : given[at + 1];
if (folder === undefined || !existsSync(resolve(folder, 'package.json'))) {
  process.stderr.write('Usage: electron [flags] [-r <script>] <folder with a package.json> [arguments]\n');
  process.exit(2);
}

const appPath = resolve(folder);
const description = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
app.setName(description.productName ?? description.name);
if (description.version !== undefined) app.setVersion(description.version);
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), app.name));
app.setAppPath(appPath);

try {
  if (first !== undefined) createRequire(import.meta.url)(resolve(first));
  // Awaited at the top level: Electron is not ready before, so the application can still register schemes.
  await import(pathToFileURL(join(appPath, description.main ?? 'index.js')).href);
} catch (error) {
  // Without this the failure would wait for ever in an error dialog that nobody sees on a virtual display.
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
