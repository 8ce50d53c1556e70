import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { goToSection, importFile, untilSaved } from './workbench-driver.ts';

const sample = currentSample;

// Another window that saves first is the plainest way to a save that fails: the same call of the contract, made twice.
describe('a change that cannot be saved', () => {
  let folder: string;
  let app: RunningApp;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-unsaved-'));
    app = await launchApp({
      userData: join(folder, 'user-data'),
      args: ['--workbook', join(folder, 'book.ballast')],
    });
    app.page.setDefaultTimeout(20_000);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    await importFile(app, sample('lending-protocol.json'));
    await importFile(app, sample('well-run-exchange.json'));
    await goToSection(app.page, 'Subject');
    await untilSaved(app.page);
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const saveElsewhere = (name: string) =>
    app.page.evaluate(async (text) => {
      const { assessments } = window.ballast;
      const list = await assessments.list();
      const found = list.ok ? list.value.find(({ subjectName }) => !subjectName.includes('Lending')) : null;
      const opened = await assessments.open({ id: found?.id ?? '' });
      if (!opened.ok) return false;
      const { version, content } = opened.value;
      const subject = { ...content.subject, name: text };
      return (await assessments.save({ id: found?.id ?? '', version, content: { ...content, subject } })).ok;
    }, name);
  const nameField = () => app.page.getByRole('main').getByRole('textbox', { name: 'Name', exact: true });
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const openOther = () => app.page.getByRole('row', { name: /Lending/ }).dblclick();
  const conflict = () => app.page.getByText('This assessment has been changed elsewhere');

  it('says so, and previews nothing older in its place', async () => {
    expect(await saveElsewhere('Saved Elsewhere')).toBe(true);
    await nameField().fill('Typed Here');
    await conflict().waitFor();
    await app.page.keyboard.press('Control+p');
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.locator('iframe').count()).toBe(0);
    await dialog.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is still there after the list was visited, which offers the way back', async () => {
    await app.page.keyboard.press('Control+1');
    await app.page.getByText('The last change to').waitFor();
    await button('Go back').click();
    await goToSection(app.page, 'Subject');
    expect(await nameField().inputValue()).toBe('Typed Here');
    await conflict().waitFor();
  });

  it('is not given up when another assessment is opened, unless one says so', async () => {
    await app.page.keyboard.press('Control+1');
    await openOther();
    await app.page.getByRole('heading', { name: 'Another assessment has an unsaved change' }).waitFor();
    await app.page.getByRole('button', { name: /^Back to / }).click();
    await goToSection(app.page, 'Subject');
    expect(await nameField().inputValue()).toBe('Typed Here');
    await button('Keep this version').click();
    await untilSaved(app.page);
    await app.page.getByText('The last change to').waitFor({ state: 'detached' });
    await app.page.keyboard.press('Control+1');
    await app.page.getByRole('row', { name: /Typed Here/ }).dblclick();
    await goToSection(app.page, 'Subject');
    expect(await nameField().inputValue()).toBe('Typed Here');
  });

  it('is discarded on demand, and what was saved elsewhere stands', async () => {
    expect(await saveElsewhere('Saved Elsewhere')).toBe(true);
    await nameField().fill('Typed Again');
    await conflict().waitFor();
    await app.page.keyboard.press('Control+1');
    await openOther();
    await button('Discard that change and open this one').click();
    await app.page.getByRole('heading', { name: /Lending/, level: 1 }).waitFor();
    await app.page.keyboard.press('Control+1');
    await app.page.getByRole('row', { name: /Saved Elsewhere/ }).dblclick();
    await goToSection(app.page, 'Subject');
    expect(await nameField().inputValue()).toBe('Saved Elsewhere');
  });
});
