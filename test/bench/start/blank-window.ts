import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageSession } from './devtools.ts';

/** As large as the workbench, as safe as it, and nothing in it. */
const MAIN = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.argv.find((argument) => argument.endsWith("blank-data")));
app.whenReady().then(() => {
  new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } }).loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
const PAGE = '<!doctype html><meta charset="utf-8"><title>Blank</title><p>Blank</p>\n';

/** Writes an application that shows one empty window, and returns its folder. */
export async function writeBlankApplication(folder: string): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "name": "blank", "main": "main.cjs" }\n');
  await writeFile(join(folder, 'main.cjs'), MAIN);
  await writeFile(join(folder, 'index.html'), PAGE);
  return folder;
}

/** The first paint of its page. */
export const untilPainted = async (page: PageSession): Promise<number> =>
  Number(
    await page.evaluate(`new Promise((resolve) => {
      new PerformanceObserver((list) => {
        resolve(performance.timeOrigin + list.getEntries()[0].startTime);
      }).observe({ type: 'paint', buffered: true });
    })`),
  );
