import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goToSection, importFile } from '#test/e2e/workbench-driver.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../../scripts/samples/current-sample.ts';
import { REPLY_MARK, type ThreadTask, type TraceEvent, threadTasks } from './thread-tasks.ts';

const SAMPLE = currentSample('well-run-exchange.json');
/** Which events Chromium records: tasks, the events they dispatch, and marks. Nothing that slows the thread much. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const KEY_PAUSE_MS = 120;
/** Full grid and explanation follow a rest of 400 ms each. */
const REST_MS = 2_500;
const ROUNDS = 4;

export interface WindowRecord {
  readonly typing: readonly ThreadTask[];
  readonly answering: readonly ThreadTask[];
  readonly charts: readonly ThreadTask[];
  /** Answering with five options, every one of which is priced again. */
  readonly options: readonly ThreadTask[];
}

/** Drives the built application: typing in the terms, answering, and undoing with the price and its charts in view. */
export async function recordWindow(): Promise<WindowRecord> {
  const app = await launchApp();
  const { page } = app;
  const folder = await mkdtemp(join(tmpdir(), 'ballast-trace-'));
  try {
    await page.getByRole('navigation', { name: 'Ballast' }).waitFor();
    await markReplies(page);
    await importFile(app, SAMPLE);
    await goToSection(page, 'Terms');
    const limit = page
      .locator('.part-terms')
      .first()
      .getByRole('textbox', { name: /^Limit/ });
    await limit.fill('25000000');
    const typing = await tracedWhile(app, folder, () =>
      press(page, ['Backspace', '4', 'Backspace', '5', 'Backspace', '6', 'Backspace', '7']),
    );
    await goToSection(page, 'Custody');
    const level = page.getByRole('main').getByRole('radio', { name: /, score \d+$/ });
    await level.nth(1).locator('xpath=ancestor::label[1]').click();
    const answering = await tracedWhile(app, folder, () =>
      press(page, ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowUp']),
    );
    await goToSection(page, 'Price');
    const back = ['Control+z', 'Control+z', 'Control+z'];
    const charts = await tracedWhile(app, folder, () =>
      press(page, [...back, ...back.map(() => 'Control+Shift+z')]),
    );
    for (let added = 1; added < 5; added += 1) await press(page, ['Control+Shift+O']);
    await goToSection(page, 'Custody');
    await level.nth(1).locator('xpath=ancestor::label[1]').click();
    const options = await tracedWhile(app, folder, () =>
      press(page, ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowUp']),
    );
    return { typing, answering, charts, options };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Workers that the page starts from now on mark the arrival of each reply; the application itself knows nothing of it. */
const markReplies = (page: Page): Promise<void> =>
  page.evaluate((mark) => {
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(...start: ConstructorParameters<typeof Worker>) {
        super(...start);
        this.addEventListener('message', () => performance.mark(mark));
      }
    };
  }, REPLY_MARK);

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
}

async function tracedWhile(
  { electron, page }: RunningApp,
  folder: string,
  act: () => Promise<void>,
): Promise<readonly ThreadTask[]> {
  await page.waitForTimeout(REST_MS);
  await electron.evaluate(
    ({ contentTracing }, categories) =>
      contentTracing.startRecording({ included_categories: [...categories] }),
    CATEGORIES,
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    await act();
    await page.waitForTimeout(REST_MS);
  }
  const file = await electron.evaluate(
    ({ contentTracing }, path) => contentTracing.stopRecording(path),
    join(folder, 'trace.json'),
  );
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as { traceEvents: TraceEvent[] };
  return threadTasks(traceEvents);
}
