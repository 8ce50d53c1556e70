import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstLimitsOf, type Role } from '#shared/domain/people.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { axeFindings } from './axe-findings.ts';
import { chooseByKeyboard, chooseInMenu, goToSection, importFile } from './workbench-driver.ts';

// One risk from submission over referral, approval by a second person, quote, counter-offer and version 2 to binding; another
// to a coded decline. Keys and clicks from the finished assessment over the referral to the quote are counted.

const MOST_STEPS = 40;
const PRINTING_MS = 60_000;

describe('a deal', () => {
  let app: RunningApp;
  let steps = 0;
  beforeAll(async () => {
    app = await launchApp();
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await person('Hope Reed', 'head');
    await person('Ada Vance', 'underwriter');
    // The window has not heard of who was added beside it.
    await app.page.reload();
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await signIn('Hope Reed', 'Ada Vance');
  });
  afterAll(() => app?.close());

  const dialog = (name: string | RegExp): Locator => app.page.getByRole('dialog', { name });
  const button = (name: string | RegExp, within: Locator = app.page.locator('body')): Locator =>
    within.getByRole('button', { name });
  const click = async (target: Locator): Promise<void> => {
    steps += 1;
    await target.click();
  };
  const type = async (target: Locator, text: string): Promise<void> => {
    steps += 1 + text.length;
    await target.click();
    await app.page.keyboard.type(text);
  };

  const person = (name: string, role: Role): Promise<void> =>
    app.page.evaluate(
      async ({ entry, isMe }) => {
        const added = await window.ballast.people.addProfile({ entry, passphrase: null, isMe });
        if (!added.ok) throw new Error(added.failure.message);
      },
      {
        entry: {
          name,
          initials: name.replace(/[^A-Z]/g, ''),
          role,
          email: null,
          limits: firstLimitsOf(role) as never,
        },
        isMe: role === 'head',
      },
    );

  /** Who one is changes in the window, as a person changes it. */
  async function signIn(from: string, to: string): Promise<void> {
    await click(button(new RegExp(`^You are ${from}`)).first());
    const who = dialog('You are signed in');
    await who.waitFor();
    steps += 4;
    await chooseByKeyboard(who, 'Profile', to);
    await click(button('Sign in', who));
    await who.waitFor({ state: 'detached' });
  }

  const caseState = (): Promise<string> =>
    app.page.evaluate(async () => {
      const list = await window.ballast.assessments.list();
      if (!list.ok) throw new Error(list.failure.message);
      const [newest] = list.value.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
      return newest?.deal.state ?? '';
    });

  async function issue(): Promise<void> {
    const issuing = dialog('Issue quote');
    await issuing.waitFor();
    await expect.poll(() => button(/^Issue (quote|as)/, issuing).isEnabled(), { timeout: 30_000 }).toBe(true);
    await click(button(/^Issue (quote|as)/, issuing));
    await dialog(/issued$/).waitFor({ timeout: PRINTING_MS });
  }

  it('goes over a referral to a firm quote that names who approved it, in few steps', async () => {
    await importFile(app, currentSample('weak-exchange.json'));
    await button('Refer…').waitFor();
    steps = 0;
    await click(button('Refer…'));
    const referring = dialog('Refer');
    await referring.getByRole('cell', { name: '> 10%' }).waitFor();
    await referring.getByText('Hope Reed, Head of underwriting').waitFor();
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    await click(button('Refer', referring).last());
    await referring.waitFor({ state: 'detached' });
    expect(await caseState()).toBe('referred');

    // Nobody approves what they entered.
    await chooseInMenu(app, 'deal.approve');
    await button('Approve', dialog('Approve')).click();
    await dialog('Approve')
      .getByText(/nobody approves/)
      .waitFor();
    await app.page.keyboard.press('Escape');

    await signIn('Ada Vance', 'Hope Reed');
    await click(button('Approve…'));
    const approving = dialog('Approve');
    await type(approving.getByRole('textbox'), 'Hot under 8 %');
    expect(await axeFindings(app.page, 'light')).toEqual([]);
    await click(button('Approve', approving));
    await approving.waitFor({ state: 'detached' });
    expect(await caseState()).toBe('approved');

    await click(button('Issue quote…').first());
    await issue();
    expect(await caseState()).toBe('quoted');
    expect(steps).toBeLessThanOrEqual(MOST_STEPS);

    await button('Show document', dialog(/issued$/)).click();
    const paper = app.page.frameLocator('.quote-frame');
    await paper.getByText('Hope Reed, Head of underwriting').first().waitFor();
    await paper.getByText('Hot under 8 %').first().waitFor();
    await app.page.keyboard.press('Escape');
  });

  it('records a counter-offer, supersedes the version before, is accepted and bound', async () => {
    const { page } = app;
    await goToSection(page, 'Quotes and history');
    await button(/^Counter-offer…/).click();
    const countering = dialog(/^Counter-offer to/);
    await countering.getByRole('textbox', { name: 'What is asked for' }).fill('A lower retention.');
    await countering.getByRole('textbox', { name: 'By whom' }).fill('B. Broker');
    await button('Record counter-offer', countering).click();
    await countering.waitFor({ state: 'detached' });
    await page
      .getByText(/Counter-offer of B\. Broker on/)
      .first()
      .waitFor();

    await chooseInMenu(app, 'assessment.issue-quote');
    await issue();
    await page.keyboard.press('Escape');
    const versions = page.getByRole('article', { name: /^BAL-/ });
    await expect.poll(() => versions.count()).toBe(2);
    await versions.nth(0).getByText('Open', { exact: true }).waitFor();
    await versions.nth(1).getByText('Superseded').waitFor();

    await button(/^Bind…/).waitFor({ state: 'detached' });
    await button(/^Accepted…/).click();
    const accepting = dialog(/^Acceptance of/);
    await accepting.getByRole('textbox', { name: 'By whom' }).fill('B. Broker');
    await accepting.getByRole('textbox', { name: 'Signed line' }).fill('100');
    await button('Record acceptance', accepting).click();
    await accepting.waitFor({ state: 'detached' });
    await versions.nth(0).getByText('Accepted', { exact: true }).waitFor();

    await button(/^Bind… BAL/).click();
    await button('Bind', dialog(/^Bind BAL/)).click();
    await dialog(/^Bind BAL/).waitFor({ state: 'detached' });
    expect(await caseState()).toBe('bound');
    expect(await axeFindings(page, 'light')).toEqual([]);
  });

  it('is declined for a reason from the list, by keys alone, and found by its state', async () => {
    const { page } = app;
    await importFile(app, currentSample('lending-protocol.json'));
    await chooseInMenu(app, 'deal.decline');
    const declining = dialog('Decline');
    await declining.waitFor();
    expect(await button('Decline', declining).isDisabled()).toBe(true);
    await chooseByKeyboard(declining, 'Reason', 'Outside');
    await button('Decline', declining).focus();
    await page.keyboard.press('Enter');
    await declining.waitFor({ state: 'detached' });
    expect(await caseState()).toBe('declined');
    await goToSection(page, 'Quotes and history');
    await page
      .getByText(/Outside our appetite/)
      .first()
      .waitFor();

    await chooseInMenu(app, 'go.assessments');
    await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    await chooseByKeyboard(page.locator('.list-filters'), 'State', 'Declined');
    await expect.poll(() => page.getByText('1 of 2 assessments').count()).toBe(1);
    expect(await axeFindings(page, 'light')).toEqual([]);
  });
});
