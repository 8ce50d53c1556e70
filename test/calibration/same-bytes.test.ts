import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calibrate, calibrateNow } from '#shared/calibration/calibrate.ts';
import { calibrationJson } from '#shared/calibration/report/report-json.ts';
import { calibrationMarkdown } from '#shared/calibration/report/report-markdown.ts';
import type { LibraryTexts } from '#shared/library/read-library.ts';
import { sourceFiles } from '../boundaries/read-imports.ts';
import { calibrated, libraryOf, packTexts, recipe } from './library.ts';

/** The lines behind the titles, the last first and every third moved ahead; no cell of the packs holds a break. */
function shuffled(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/);
  const [titles = '', ...rows] = lines;
  const backwards = rows.reverse();
  const ahead = backwards.filter((_, i) => i % 3 === 0);
  return [titles, ...ahead, ...backwards.filter((_, i) => i % 3 !== 0)].join('\n');
}

describe('a calibration is the same, byte for byte', () => {
  it('on every run, whatever the order of rows', { timeout: 240_000 }, () => {
    const texts = packTexts('pack-1');
    const other: LibraryTexts = {
      incidents: shuffled(texts.incidents),
      exposure: shuffled(texts.exposure),
      lossShare: shuffled(texts.lossShare),
    };
    const first = calibrated(libraryOf(texts));
    const second = calibrated(libraryOf(other));
    expect(calibrationJson(second)).toBe(calibrationJson(first));
    expect(calibrationMarkdown(second, recipe)).toBe(calibrationMarkdown(first, recipe));
  });

  it('since its code has no clock, no random numbers and no file of the reference', () => {
    const root = resolve(import.meta.dirname, '..', '..');
    const files = sourceFiles(root, 'shared').filter((file) => /^shared\/(calibration|library)\//.test(file));
    expect(files.length).toBeGreaterThan(30);
    const found = files.filter((file) =>
      /\bnew Date\b|\bDate[.(]|performance\.|Math\.random|reference-calibration/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('a calibration tells how far it is and can be left', () => {
  it('step by step, and nothing comes of one that is left', () => {
    const steps = calibrate(libraryOf(packTexts('pack-1')), recipe);
    const first = steps.next();
    expect(first).toMatchObject({ done: false, value: { done: 0, next: 'fits and proposed figures' } });
    const second = steps.next();
    expect(second).toMatchObject({ done: false, value: { done: 1 } });
    expect(steps.return({ ok: false, faults: [] })).toEqual({ done: true, value: { ok: false, faults: [] } });
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });
});

describe('a library that lacks what the fits need', () => {
  const texts = packTexts('pack-1');
  const faultsOf = (changed: Partial<LibraryTexts>) => {
    const last = calibrate(libraryOf({ ...texts, ...changed }), recipe).next();
    return last.done && !last.value.ok ? last.value.faults.map(({ sentence }) => sentence) : [];
  };

  it('is refused for a year with losses and without exposure, named', () => {
    const exposure = texts.exposure.replace(/^2023,.*\r?\n/m, '');
    expect(faultsOf({ exposure })).toEqual([
      expect.stringMatching(/^exposure\.csv: year has no row for 2023, a year with 48\slosses that count\.$/),
    ]);
  });

  it('is refused for a year with losses and without subjects, named by year and column', () => {
    const exposure = texts.exposure.replace(/^2023,160,110,/m, '2023,0,0,');
    expect(faultsOf({ exposure })).toEqual([
      expect.stringMatching(
        /^exposure\.csv \(2023\): cex_active_n is 0 in a year with 9\slosses that count\.$/,
      ),
    ]);
  });

  it('is refused for a year without subjects that the fits use though it has no loss, and not computed to no number', () => {
    const exposure = texts.exposure.replace(/^2020,160,110,230,60,28,10,/m, '2020,160,0,230,60,28,10,');
    expect(exposure).not.toBe(texts.exposure);
    const library = libraryOf({ ...texts, exposure });
    const incidents = library.incidents.filter(({ date }) => !date.startsWith('2020-'));
    const ids = new Set(incidents.map(({ id }) => id));
    const lossShares = library.lossShares.filter(({ id }) => ids.has(id));
    const emptied = (field: 'cex_active_n' | 'defi_protocols_tvl_gt1m_n') => ({
      ...library,
      incidents,
      lossShares,
      exposure: library.exposure.map((row) =>
        row.year === 2020 ? { ...row, cex_active_low: 110, [field]: 0, defi_protocols_tvl_gt10m_n: 0 } : row,
      ),
    });
    const sentences = (given: typeof library) => {
      const result = calibrateNow(given, recipe);
      return result.ok ? [] : result.faults.map(({ sentence }) => sentence);
    };
    const what = (of: string) =>
      `is 0 in a year that the fits use, from which no rate of ${of} can be told; give their number, or leave the year out.`;
    expect(sentences(emptied('cex_active_n'))).toEqual([
      `exposure.csv (2020): cex_active_n ${what('exchanges')}`,
    ]);
    expect(sentences(emptied('defi_protocols_tvl_gt1m_n'))).toEqual([
      `exposure.csv (2020): defi_protocols_tvl_gt1m_n ${what('protocols')}`,
    ]);
    expect(sentences({ ...library, incidents, lossShares })).toEqual([
      `exposure.csv (2020): cex_active_low ${what('exchanges')}`,
    ]);
  });

  it('is refused for too few shares of assets', () => {
    const lossShare = texts.lossShare.split('\n').slice(0, 5).join('\n');
    expect(faultsOf({ lossShare })).toEqual([
      expect.stringMatching(/^loss_share\.csv: has 0\slosses beside the assets for the law of protocols, /),
      expect.stringMatching(/share of all assets .*, which needs 5\.$/),
      expect.stringMatching(/share of the online balance .*, which needs 5\.$/),
    ]);
  });

  it('is refused where the losses do not tell a law, and not computed with figures that are none', () => {
    const library = libraryOf(texts);
    const total = new Map(library.incidents.map(({ id, gross_loss_usd }) => [id, gross_loss_usd]));
    // Whoever is hit loses all: how the share goes with size is nowhere to be seen.
    const lossShares = library.lossShares.map((row) => ({ ...row, assets_at_risk_usd: total.get(row.id)! }));
    const result = calibrateNow({ ...library, lossShares }, recipe);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.faults.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^loss_share\.csv: does not tell the law of .* of them nearly total/),
      ]),
    );
  });

  it('is refused where a group has no loss by whose size its frequency could be fitted', () => {
    const library = libraryOf(texts);
    const incidents = library.incidents.filter(({ date }) => date < '2021');
    const ids = new Set(incidents.map(({ id }) => id));
    const lossShares = library.lossShares.filter(({ id }) => ids.has(id));
    const result = calibrateNow({ ...library, incidents, lossShares }, recipe);
    expect(!result.ok && result.faults.map(({ sentence }) => sentence)).toEqual([
      'incidents.csv: has no loss of protocols from 2021 on that counts, so that the elasticity of their frequency cannot be fitted.',
    ]);
  });

  it('says of proposed figures that no model takes them, where a slope is too steep', () => {
    const calibration = calibrated(libraryOf(texts));
    const { protocol } = calibration.proposed.severity;
    const steep = { ...protocol.protocol!, b: -1.2 };
    const proposed = {
      ...calibration.proposed,
      severity: { ...calibration.proposed.severity, protocol: { ...protocol, protocol: steep } },
    };
    const caution = 'No model takes these figures as they are';
    expect(calibrationMarkdown(calibration, recipe)).not.toContain(caution);
    expect(calibrationMarkdown({ ...calibration, proposed }, recipe)).toContain(
      `${caution}: with a slope b of -1 or less a larger subject would lose less than a smaller one (protocols, contract failure).`,
    );
  });

  it('leaves out of the backtest what could not be fitted then, and says why', () => {
    const library = libraryOf(texts);
    const incidents = library.incidents.filter(({ date }) => date >= '2023');
    const ids = new Set(incidents.map(({ id }) => id));
    const lossShares = library.lossShares.filter(({ id }) => ids.has(id));
    const result = calibrateNow({ ...library, incidents, lossShares }, recipe);
    if (!result.ok) throw new Error(result.faults.map(({ sentence }) => sentence).join(' '));
    expect(result.calibration.backtest).toEqual([]);
    expect(result.calibration.untested.map(({ cut }) => cut)).toEqual([2022, 2023, 2024]);
    expect(calibrationMarkdown(result.calibration, recipe)).toContain(
      'Nothing was tested from the end of 2022: the library until then cannot be calibrated. incidents.csv: has no incident.',
    );
  });
});
