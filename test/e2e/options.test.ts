import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { chooseInMenu, goToSection, importFile } from './workbench-driver.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
  await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
  await importFile(app, currentSample('well-run-exchange.json'));
});
afterAll(() => app?.close());

const press = (keys: string) => app.page.keyboard.press(keys);
const shown = (letter: string) =>
  app.page
    .getByRole('radiogroup', { name: 'Option shown' })
    .getByRole('radio', { name: letter, exact: true });
const limit = () =>
  app.page
    .locator('.part-terms')
    .first()
    .getByRole('textbox', { name: /^Limit each event/ });
const table = () => app.page.getByRole('region', { name: 'Options side by side' });
const cells = async (label: string) =>
  (
    await table()
      .getByRole('row')
      .filter({ has: app.page.getByRole('rowheader', { name: label, exact: true }) })
      .first()
      .getByRole('cell')
      .allInnerTexts()
  ).map((text) =>
    text
      .replaceAll('\u00a0', ' ')
      .replace(/^≠?\s*(other than A:)?\s*/, '')
      .trim(),
  );
const settled = () => expect.poll(() => table().locator('.is-stale').count(), { timeout: 20_000 }).toBe(0);

it('an option is added, changed and switched by keys alone, and never changes another', async () => {
  await goToSection(app.page, 'Terms');
  const first = await limit().inputValue();
  await press('Control+Shift+O');
  await expect.poll(() => shown('B').isChecked()).toBe(true);
  await limit().focus();
  await press('Control+A');
  await app.page.keyboard.type('12m');
  await press('Tab');
  const second = await limit().inputValue();
  expect(second).not.toBe(first);
  await press('Alt+Shift+1');
  await expect.poll(() => limit().inputValue()).toBe(first);
  await press('Alt+Shift+ArrowRight');
  await expect.poll(() => limit().inputValue()).toBe(second);
  await press('Alt+Shift+1');
  // What an undo changes is shown.
  await press('Control+Z');
  await expect.poll(() => shown('B').isChecked()).toBe(true);
  await expect.poll(() => limit().inputValue()).toBe(first);
  await press('Control+Shift+Z');
  await expect.poll(() => limit().inputValue()).toBe(second);
});

it('options stand side by side, each with its price, what is other than in A marked', async () => {
  await press('Alt+9');
  await app.page.getByRole('heading', { name: 'Options', level: 2 }).waitFor();
  await settled();
  const quoted = await cells('Quoted premium');
  expect(quoted).toHaveLength(2);
  for (const figure of quoted) expect(figure).toMatch(/^[\d,]+$/);
  expect(quoted[0]).not.toBe(quoted[1]);
  expect(await table().getByText('other than A').count()).toBeGreaterThan(0);
});

it('three more by key, and the fifth is the last', async () => {
  for (let i = 0; i < 4; i += 1) await press('Control+Shift+O');
  await settled();
  expect(await cells('Quoted premium')).toHaveLength(5);
  expect(await axeFindings(app.page, 'light')).toEqual([]);
});

it('one is taken off the paper, named and removed, each a step to undo', async () => {
  const tick = table().getByRole('checkbox', { name: 'On the paper' }).nth(4);
  await tick.focus();
  await press('Space');
  expect(await tick.isChecked()).toBe(false);
  const name = table().getByRole('textbox', { name: 'What sets B apart' });
  await name.focus();
  await app.page.keyboard.type('Lower limit');
  await app.page
    .getByText('Option B, Lower limit')
    .or(app.page.getByText('Option E, not on the paper'))
    .first()
    .waitFor();
  await table().getByRole('button', { name: 'Remove option D' }).focus();
  await press('Enter');
  await expect.poll(async () => (await cells('Quoted premium')).length).toBe(4);
  await press('Escape');
  await app.page.getByRole('heading', { name: 'Options', level: 2 }).focus();
  await press('Control+Z');
  await expect.poll(async () => (await cells('Quoted premium')).length).toBe(5);
});

it('a shared answer moves every option', async () => {
  await settled();
  const before = await cells('Quoted premium');
  await goToSection(app.page, 'Custody');
  const level = app.page.getByRole('main').getByRole('radio', { name: /, score \d+$/ });
  await level.first().locator('xpath=ancestor::label[1]').click();
  await goToSection(app.page, 'Options');
  await settled();
  const after = await cells('Quoted premium');
  for (const [i, figure] of after.entries()) expect(figure).not.toBe(before[i]);
});

it('our line is given, held to the order, and one switch shows every amount at it', async () => {
  await goToSection(app.page, 'Terms');
  await app.page.getByRole('button', { name: 'Give our line' }).click();
  const written = app.page.getByRole('textbox', { name: /^Written line/ });
  await app.page.getByRole('textbox', { name: /^Order/ }).fill('50');
  await written.fill('60');
  await written.press('Tab');
  await app.page.getByText('must not be above the order, 50%').first().waitFor();
  await written.fill('25');
  await written.press('Tab');
  await press('Control+Shift+L');
  await app.page.getByText('All amounts at our line of 25%').first().waitFor();
  await goToSection(app.page, 'Options');
  await settled();
  const ours = await cells('Quoted premium');
  await press('Control+Shift+L');
  const whole = await cells('Quoted premium');
  const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
  for (const [i, figure] of ours.entries())
    expect(Math.abs(number(figure) * 4 - number(whole[i]))).toBeLessThan(5);
  expect(await axeFindings(app.page, 'light')).toEqual([]);
});

it('the preview stands them side by side', async () => {
  await chooseInMenu(app, 'assessment.preview-quote');
  const paper = app.page.frameLocator('iframe');
  await paper.getByText('An acceptance names the option that it takes.').waitFor({ timeout: 30_000 });
  const room = await app.page.getByRole('dialog').boundingBox();
  const frame = await app.page.locator('.quote-frame').boundingBox();
  expect(frame?.height).toBeGreaterThan((room?.height ?? 0) * 0.7);
  await press('Escape');
});
