import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatAmount, formatAmountPlain, formatChange } from '#shared/domain/format-money.ts';
import { quoteCase } from '#test/models/model-2026-2.ts';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { cents } from '../support/branded.ts';
import { chooseByMouse, goToSection, pick } from './workbench-driver.ts';

const sample = currentSample('well-run-exchange.json');
const NAME = 'Calder Sound Exchange';

/** A printed figure of the worked example, in cents. */
const printed = (path: string): number => {
  const figure = quoteCase.expected[path];
  if (figure === undefined) throw new Error(`the worked example prints no ${path}`);
  return Number(figure);
};
const line = (id: string): string => formatAmount(cents(printed(`price/buildUp/${id}/amountMinor`)));
const total = (id: string): string => formatAmount(cents(printed(`bridge/steps/${id}/amountMinor`)));
const step = (id: string): string => formatChange(cents(printed(`bridge/steps/${id}/amountMinor`)));

describe('the worked example as the window computes it', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    app.page.setDefaultTimeout(20_000);
  });
  afterEach(() => {
    expect(app.uncaught).toEqual([]);
    expect(app.consoleErrors).toEqual([]);
  });
  afterAll(() => app?.close());

  const premiumRegion = () =>
    app.page.getByRole('complementary', { name: 'Verdict' }).getByRole('region', { name: 'Premium' });
  /** Until the premium is that of the full grid, and each part of the working has been drawn with it. */
  const untilPriced = async () => {
    await premiumRegion().and(app.page.locator('[aria-busy="false"]')).waitFor();
    await app.page.locator('.is-stale').first().waitFor({ state: 'detached' });
  };
  const quotedMinor = async (): Promise<number> => {
    await untilPriced();
    return Math.round(
      Number(await premiumRegion().locator('.premium-figure data').getAttribute('value')) * 100,
    );
  };

  /** The cells of a table, by row. */
  const rowsOf = (region: string | RegExp): Promise<string[][]> =>
    app.page
      .getByRole('main')
      .getByRole('region', { name: region })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
      );

  it('opens the sample from the list', async () => {
    const { page } = app;
    await page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    const text = readFileSync(sample, 'utf8');
    const answer = await page.evaluate((submission) => window.ballast.assessments.importText(submission), {
      fileName: 'well-run-exchange.json',
      text,
    });
    expect(answer).toMatchObject({ ok: true });
    // The list learns of what came in through the window's own actions; a reload is the plain way to it.
    await page.reload();
    await page.getByRole('gridcell', { name: NAME }).first().dblclick();
    await page.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    await goToSection(page, 'Price');
    await untilPriced();
  });

  it('shows every line of the premium build-up to the cent', async () => {
    const rows = await rowsOf('Premium build-up');
    expect(rows.map((cells) => [cells[0], cells.at(-1)])).toEqual([
      ['Expected loss', line('expected-loss')],
      ['Claims handling', line('claims-handling')],
      ['Risk load', line('risk-load')],
      ['Fixed expense', line('fixed-expense')],
      ['Internal expense', line('internal-expense')],
      ['Brokerage', line('brokerage')],
      ['Margin', line('margin')],
      ['Parts at an entered rate', '0.00'],
      ['Technical premium', line('technical-premium')],
      ['Schedule adjustment', line('schedule-adjustment')],
      ['Minimum premium top-up', line('minimum-premium')],
      ['Rounding', line('rounding')],
      ['Quoted premium', line('quoted-premium')],
      ['Taxes and levies', line('tax')],
      ['Payable', line('payable')],
    ]);
    expect(await quotedMinor()).toBe(218_770_000);
  });

  it('shows the shares of the parts to the cent', async () => {
    const rows = new Map((await rowsOf('Working of each part')).map(([label, ...cells]) => [label, cells]));
    const parts = ['crime-online', 'crime-fidelity', 'social-engineering', 'specie-offline'];
    const shares = (of: string) =>
      parts.map((part) => formatAmountPlain(cents(printed(`price/parts/${part}/${of}`))));
    expect(rows.get('Share of technical premium')).toEqual(shares('shareOfTechnicalMinor'));
    expect(rows.get('Share of quoted premium')).toEqual(shares('shareOfQuotedMinor'));
  });

  it('shows every step of the bridge to the cent', async () => {
    const { page } = app;
    const bridge = page.getByRole('figure').filter({ hasText: 'from the class-average subject to this one' });
    await bridge.waitFor();
    await bridge.getByRole('button', { name: 'Table' }).click();
    expect(await rowsOf(/^Figures: .*class-average premium$/)).toEqual([
      ['Class average', total('class-average')],
      [expect.stringMatching(/type/i), step('type')],
      ['Custody', step('custody')],
      ['Audits', step('audits')],
      ['Incident history', step('incident-history')],
      ['Evidence gap', step('evidence-gap')],
      ['Containment', step('containment')],
      ['Technical premium', total('technical')],
    ]);
  });

  it('refuses a target that is none, beside the field', async () => {
    const block = app.page.getByRole('region', { name: 'Solve for a target premium' });
    const field = block.getByRole('textbox', { name: 'Target quoted premium' });
    await block.getByRole('button', { name: 'Solve' }).click();
    await block.getByText('Enter the premium to aim for').waitFor();
    await field.fill('0');
    await field.press('Enter');
    await block.getByText('The target must be above zero.').waitFor();
    await field.fill('-5');
    await field.press('Enter');
    await block.getByText('An amount cannot be negative.').waitFor();
  });

  it('says when no retention meets the target', async () => {
    const block = app.page.getByRole('region', { name: 'Solve for a target premium' });
    const field = block.getByRole('textbox', { name: 'Target quoted premium' });
    await field.fill('100k');
    await field.press('Enter');
    await block.getByText(/No retention on .* meets the target/).waitFor();
    expect(await block.getByRole('button', { name: 'Use this retention' }).count()).toBe(0);
  });

  it('finds a retention for a target, and using it gives a premium not above it, as one step to undo', async () => {
    const { page } = app;
    const block = page.getByRole('region', { name: 'Solve for a target premium' });
    await chooseByMouse(block, 'Part of cover', 'Digital asset crime');
    await pick(block.getByRole('radiogroup', { name: 'Find' }), 'Retention');
    const field = block.getByRole('textbox', { name: 'Target quoted premium' });
    await field.fill('1.5m');
    await field.press('Enter');
    const use = block.getByRole('button', { name: 'Use this retention' });
    await use.waitFor();
    const sentence = await block.getByText(/^A retention of/).innerText();
    const found = /^A retention of USD\s([\d,]+) each event .* quoted premium of USD\s([\d,]+)/.exec(
      sentence,
    );
    const [retention, quoted] = [found?.[1], found?.[2]].map((text) => Number(text?.replaceAll(',', '')));
    expect(retention).toBeGreaterThan(1_250_000);
    expect((retention ?? 1) % 1000).toBe(0);
    await use.click();
    await block.getByText('It is in the terms now.').waitFor();
    await expect.poll(quotedMinor).toBe((quoted ?? 0) * 100);
    expect(await quotedMinor()).toBeLessThanOrEqual(150_000_000);
    await page.keyboard.press('Control+z');
    await expect.poll(quotedMinor).toBe(218_770_000);
    await use.waitFor();
  });
});
