import { userInfo } from 'node:os';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { axeFindings } from './axe-findings.ts';
import { chooseByKeyboard, chooseByMouse, chooseInMenu, fill } from './workbench-driver.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaft '.repeat(3).slice(0, 80).trim();
const PASSPHRASE = 'a long passphrase';

describe('who works in a workbook, and for which insurer', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
  });
  afterAll(() => app?.close());

  const dialog = (name: string | RegExp): Locator => app.page.getByRole('dialog', { name });
  const actors = (page: Page): Promise<string | undefined> =>
    page.evaluate(async () => {
      const present = await window.ballast.people.current();
      return present.ok ? present.value.profile?.name : undefined;
    });

  it('is asked by a card that holds nobody up, and said by keys alone', async () => {
    const { page } = app;
    await page.getByText('Who are you, and for which insurer?').waitFor();
    await page.getByRole('button', { name: 'Say who you are…' }).last().focus();
    await page.keyboard.press('Enter');
    const asked = dialog('Who are you, and for which insurer?');
    await asked.waitFor();
    expect(await axeFindings(page, 'light')).toEqual([]);

    await asked.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await asked.getByText('The name must not be empty.').waitFor();
    await asked.getByText('Choose the role.').waitFor();

    await asked.getByRole('textbox', { name: 'Your name' }).focus();
    await page.keyboard.type(LONG);
    expect(await asked.getByRole('textbox', { name: 'Initials' }).inputValue()).toBe('DDD');
    await chooseByKeyboard(asked, 'Role', 'Head');
    await asked.getByRole('textbox', { name: 'Insurer’s name' }).focus();
    await page.keyboard.type(LONG);
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    expect(await actors(page)).toBe(LONG);
    await page.getByText('Who are you, and for which insurer?').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `You are ${LONG}, DDD…` }).waitFor();
  });

  it('shows everybody in the settings, with what each may do', async () => {
    const { page } = app;
    await chooseInMenu(app, 'go.settings');
    await page.getByRole('heading', { name: 'People and authority' }).waitFor();
    await page.getByRole('button', { name: 'Add a person…' }).click();
    const adding = dialog('Add a person');
    await fill(adding, 'Name', 'Ben Osei');
    await chooseByMouse(adding, 'Role', 'Assistant');
    await fill(adding, 'Limit each event up to', '25m');
    await fill(adding, 'Schedule adjustment within', '10');
    await adding.getByText('Cover begins before today').click();
    await adding.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await adding.getByLabel('Passphrase once more').fill(`${PASSPHRASE}x`);
    await adding.getByRole('button', { name: 'Add person' }).click();
    await adding.getByText('The two are not the same.').waitFor();
    await adding.getByLabel('Passphrase once more').fill(PASSPHRASE);
    expect(await axeFindings(page, 'light')).toEqual([]);
    await adding.getByRole('button', { name: 'Add person' }).click();
    await adding.waitFor({ state: 'detached' });
    await page
      .getByText(/Assistant underwriter, with a passphrase\. Up to: limit USD.25\.0m, schedule within/)
      .waitFor();
    expect(await axeFindings(page, 'light')).toEqual([]);
  });

  it('changes hands with the passphrase, and refuses whoever raises their own authority', async () => {
    const { page } = app;
    await page
      .getByRole('button', { name: `You are ${LONG}, DDD…` })
      .first()
      .click();
    const who = dialog('You are signed in');
    await chooseByMouse(who, 'Profile', 'Ben Osei');
    await who.getByLabel('Passphrase', { exact: true }).fill('something else');
    await page.keyboard.press('Enter');
    await who.getByText('This is not the passphrase of Ben Osei.').waitFor();
    expect(await axeFindings(page, 'light')).toEqual([]);
    await who.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await who.waitFor({ state: 'detached' });
    expect(await actors(page)).toBe('Ben Osei');

    await page.getByRole('button', { name: 'Change Ben Osei' }).click();
    const changing = dialog('Change Ben Osei');
    await fill(changing, 'Limit each event up to', '250m');
    await changing.getByRole('button', { name: 'Save change' }).click();
    await changing.getByText(/Only a head of underwriting changes what somebody may do/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Retire ${LONG}` }).click();
    await page.getByText(/Only a head of underwriting retires somebody else/).waitFor();
  });

  it('changes the insurer', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Change the insurer…' }).click();
    const changing = dialog('Insurer');
    await fill(changing, 'Licence no.', 'FRN 123456');
    await changing.getByRole('button', { name: 'Save' }).click();
    await changing.waitFor({ state: 'detached' });
    await page.getByText('FRN 123456').waitFor();
  });

  it.each([1024, 1440])('keeps long names in their room at %i pixels, in both themes', async (width) => {
    const { page } = app;
    await app.electron.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
      width,
    );
    await page.waitForFunction((to) => window.innerWidth === to, width);
    for (const theme of ['dark', 'light'] as const) {
      await chooseInMenu(app, `view.theme-${theme}`);
      await page.locator(`:root[data-theme="${theme}"]`).waitFor();
      expect(await axeFindings(page, theme)).toEqual([]);
    }
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('.settings-page *')]
        .filter((element) => element.closest('svg, .visually-hidden') === null)
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    );
    expect(beyond).toEqual([]);
  });

  it('never shows the name of the account', async () => {
    const { username } = userInfo();
    const text = await app.page.locator('body').innerText();
    expect(text.split(/\W+/)).not.toContain(username);
  });
});
