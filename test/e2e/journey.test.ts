import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { readPdf } from './pdf-facts.ts';
import {
  answerSaveDialog,
  answerSection,
  chooseByKeyboard,
  chooseByMouse,
  fill,
  goToSection,
  pick,
  untilSaved,
} from './workbench-driver.ts';

const NAME = 'Harrow Quay Exchange';

describe('from a new assessment to a quote, and through a crash', () => {
  let folder: string;
  let userData: string;
  let app: RunningApp;
  const launch = async (): Promise<void> => {
    app = await launchApp({ userData, args: ['--workbook', join(folder, 'book.ballast')] });
    app.page.setDefaultTimeout(20_000);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-journey-'));
    userData = join(folder, 'user-data');
    await launch();
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The premium once the window has computed it: while it computes, it says so beside the last figures. */
  const premium = async (): Promise<string> => {
    const region = app.page
      .getByRole('complementary', { name: 'Verdict' })
      .getByRole('region', { name: 'Premium' });
    await region.and(app.page.locator('[aria-busy="false"]')).waitFor();
    return (await region.innerText()).match(/USD\s+[\d,]+/)?.[0] ?? '';
  };
  const verdict = (): Promise<string> => app.page.getByRole('complementary', { name: 'Verdict' }).innerText();

  it('starts an assessment with the keyboard alone', async () => {
    const { page } = app;
    await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await page.keyboard.press('Control+n');
    await page.getByRole('form', { name: 'New assessment' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(NAME);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('Centralised');
    await page.keyboard.press('Enter');
    await fill(page, 'Live since', '31/02/2018');
    await page.getByRole('button', { name: 'Start assessment' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('new:live-since');
    await fill(page, 'Live since', '14 May 2018');
    await page.getByRole('button', { name: 'Start assessment' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: NAME, level: 1 }).waitFor();
  });

  it('takes exposures as they are written in the trade', async () => {
    const { page } = app;
    await goToSection(page, 'Subject and exposures');
    await fill(page, 'Peak online balance', '120m');
    await fill(page, 'Offline assets', '1.88bn');
    await fill(page, 'Largest single vault', '900m');
    await untilSaved(page);
    const list = await page.evaluate(() => window.ballast.assessments.list());
    const id = list.ok ? list.value[0]?.id : undefined;
    const found = await page.evaluate((of) => window.ballast.assessments.open({ id: of }), id ?? '');
    expect(found).toMatchObject({
      ok: true,
      value: {
        content: { exposures: { onlinePeakMinor: 12_000_000_000, largestVaultMinor: 90_000_000_000 } },
      },
    });
  });

  it('moves the score while the questions are answered', async () => {
    const { page } = app;
    expect(await verdict()).toMatch(/No grade|unproven/i);
    await goToSection(page, 'Custody');
    expect(await answerSection(page, '5')).toBe(15);
    const afterCustody = await verdict();
    await goToSection(page, 'Audits');
    expect(await answerSection(page, '5')).toBeGreaterThan(5);
    await expect.poll(verdict).not.toBe(afterCustody);
  });

  it('weighs an incident', async () => {
    const { page } = app;
    await goToSection(page, 'Incidents');
    await pick(page.getByRole('radiogroup', { name: 'Evidence for the register' }), 'Verified');
    await page.getByRole('button', { name: 'Add incident' }).click();
    await fill(page, 'Title', 'Hot wallet drained overnight');
    await fill(page, 'Date', '10 Mar 2024');
    await chooseByKeyboard(page, 'Cause', 'Hot-wallet');
    await fill(page, 'Loss', '6.2m');
    await fill(page, 'Recovered from the attacker', '1.1m');
    await fill(page, 'Assets at the time', '1.45bn');
    await fill(page, 'Users made whole', '100');
    await chooseByMouse(page, 'Fix', 'Verified');
    await fill(page, 'Disclosed to the public after', '5');
    await page.getByRole('button', { name: /10 Mar 2024.*Hot-wallet.*6\.20m/ }).waitFor();
    expect(await answerSection(page, '0.5')).toBe(2);
    await expect.poll(verdict).toMatch(/\b(AAA|AA|A|BBB|BB)\b/);
  });

  it('prices the cover while the terms are entered', async () => {
    const { page } = app;
    await goToSection(page, 'Terms');
    await fill(page, 'Insured', 'Harrow Quay Markets Limited');
    await fill(page, 'Period starts', '1 Jan 2027');
    await chooseByMouse(page, 'Add a part of cover', 'Digital asset crime');
    const part = page.getByRole('group', { name: /^Digital asset crime/ });
    await fill(part, 'Limit each event', '25m');
    await fill(part, 'Retention each event', '1.25m');
    await chooseByKeyboard(page, 'Cyber-operation clause', 'LMA5565');
    await chooseByMouse(page, 'Loss from a signer tricked into signing falls under', 'crime');
    await expect.poll(premium).toMatch(/[1-9]\d{2},\d{3}/);
    const before = await premium();
    await fill(part, 'Retention each event', '5m');
    await expect.poll(premium).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(premium).toBe(before);
  });

  it('issues nothing while a field holds an entry that cannot be read', async () => {
    const { page } = app;
    const part = page.getByRole('group', { name: /^Digital asset crime/ });
    const retention = part.getByRole('textbox', { name: 'Retention each event' });
    await retention.fill('2mm');
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Issue quote' });
    await dialog.getByRole('alert').getByText('Retention each event holds an entry').waitFor();
    expect(await dialog.getByRole('button', { name: /^Issue/ }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await retention.focus();
    await page.keyboard.press('Escape');
    expect(await retention.inputValue()).toBe('1.25m');
  });

  it('shows the very document before it goes out', async () => {
    const { page } = app;
    await untilSaved(page);
    await page.keyboard.press('Control+p');
    const frame = page.frameLocator('iframe');
    await frame
      .getByRole('heading', { name: 'Harrow Quay Markets Limited' })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await frame.locator('body').innerText()).toMatch(/draft/i);
    await page.keyboard.press('Escape');
  });

  it('issues the quote and saves its PDF, byte by byte what is stored', async () => {
    const { page } = app;
    await goToSection(page, 'Declarations');
    await page.getByRole('button', { name: 'Issue quote…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Issue quote' });
    await dialog.getByRole('button', { name: /^Issue/ }).click();
    const issued = page.getByRole('dialog', { name: /^(Quote|Indication) issued$/ });
    await issued.waitFor({ timeout: 60_000 });
    const file = join(folder, 'saved.pdf');
    await answerSaveDialog(app, file);
    await issued.getByRole('button', { name: 'Save PDF' }).click();
    await page.getByText('Saved saved.pdf').first().waitFor();
    const list = await page.evaluate(() => window.ballast.assessments.list());
    const quote = list.ok ? list.value[0]?.latestQuote : null;
    const bytes = readFileSync(file);
    expect(quote).toMatchObject({ reference: expect.stringMatching(/^BAL-\d{4}-0001-.{5}$/), version: 1 });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(quote?.pdfSha256);
    const facts = await readPdf(bytes);
    expect(facts.title).toContain('Harrow Quay Markets Limited');
    expect(facts.pages[0]).toContain('Harrow Quay Markets Limited');
    await page.keyboard.press('Escape');
    await issued.waitFor({ state: 'detached' });
  });

  it('leaves the issued assessment read-only', async () => {
    const { page } = app;
    await goToSection(page, 'Subject and exposures');
    expect(
      await page.getByRole('textbox', { name: 'Name', exact: true }).getAttribute('readonly'),
    ).not.toBeNull();
    const answer = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const id = list.ok ? (list.value[0]?.id ?? '') : '';
      const found = await window.ballast.assessments.open({ id });
      if (!found.ok) return found;
      const { version, content } = found.value;
      const subject = { ...content.subject, name: 'Another' };
      return window.ballast.assessments.save({ id, version, content: { ...content, subject } });
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'read-only' } });
  });

  it('keeps everything but the last second when it is killed while one types', async () => {
    const { page } = app;
    await page.keyboard.press('Control+n');
    await page.getByRole('form', { name: 'New assessment' }).waitFor();
    await fill(page, 'Name', 'Unfinished Bridge');
    await chooseByKeyboard(page, 'Type', 'Bridge');
    await page.getByRole('button', { name: 'Start assessment' }).click();
    await page.getByRole('heading', { name: 'Unfinished Bridge', level: 1 }).waitFor();
    await goToSection(page, 'Subject and exposures');
    const note = page.getByRole('textbox', { name: 'Note', exact: true });
    await note.focus();
    const typed: { readonly at: number; readonly length: number }[] = [];
    const text = 'The quick brown fox signs nothing blind. '.repeat(20);
    const typing = (async () => {
      for (let index = 0; index < text.length; index += 1) {
        await page.keyboard.insertText(text[index] ?? '');
        typed.push({ at: performance.now(), length: index + 1 });
        await page.waitForTimeout(20);
      }
    })().catch(() => undefined);
    await page.waitForTimeout(5000);
    const killedAt = performance.now();
    await app.killHard();
    await typing;

    await launch();
    const content = await app.page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const found = list.ok
        ? list.value.find(({ subjectName }) => subjectName === 'Unfinished Bridge')
        : null;
      const record = await window.ballast.assessments.open({ id: found?.id ?? '' });
      return record.ok ? record.value.content : null;
    });
    const kept = content?.exposures.note ?? '';
    const aSecondBefore = typed.filter(({ at }) => at < killedAt - 1000).at(-1)?.length ?? 0;
    expect(aSecondBefore).toBeGreaterThan(10);
    expect(text.startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(aSecondBefore);
  });

  it('finds the quote sound when it is opened again, and the workbook too', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Assessments', exact: true }).click();
    await page.getByRole('gridcell', { name: NAME }).first().dblclick();
    await page.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await goToSection(page, 'Quotes and history');
    await page.getByRole('button', { name: /^Verify BAL-/ }).click();
    const findings = await page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      const listed = list.ok ? list.value : [];
      const id = listed.flatMap(({ latestQuote }) => latestQuote?.id ?? [])[0] ?? '';
      return {
        quote: await window.ballast.quotes.verify({ id }),
        book: await window.ballast.workbook.check(),
      };
    });
    expect(findings).toMatchObject({
      quote: { ok: true, value: { isSound: true } },
      book: { ok: true, value: { isSound: true } },
    });
  });
});
