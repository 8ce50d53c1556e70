import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronEnvironment, electronFlags } from '../electron.ts';
import { projectRoot } from '../runtime/paths.ts';
import { say } from '../runtime/say.ts';
import { tour } from './tour.ts';

const LAUNCH_LIMIT_MS = 90_000;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 700 },
] as const;

/** One run of the application for each theme and size, each with a workbook of its own. */
export async function takeScreenshots(
  executable: string,
  folder: string,
  display: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const theme of THEMES) {
    for (const size of SIZES) {
      const userData = await mkdtemp(join(tmpdir(), 'ballast-screenshots-'));
      const application = await _electron.launch({
        executablePath: executable,
        args: [...electronFlags(), projectRoot, '--user-data', userData],
        env: stringsOf({ ...electronEnvironment(), ...display }),
        timeout: LAUNCH_LIMIT_MS,
      });
      try {
        const page = await application.firstWindow({ timeout: LAUNCH_LIMIT_MS });
        await page.waitForLoadState('load');
        await page.setViewportSize(size);
        await tour(page, {
          theme,
          take: async (name) => {
            const file = join(folder, `${name}-${theme}-${size.name}.png`);
            await page.screenshot({ path: file });
            say(file);
          },
        });
      } finally {
        await application.close();
        await rm(userData, { recursive: true, force: true });
      }
    }
  }
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
