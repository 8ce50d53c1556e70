import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ReportView } from '#renderer/components/report/report-view.tsx';
import { ReportPages } from '#renderer/print/report-pages.tsx';
import { calibrationReport } from '#shared/calibration/report/calibration-report.ts';
import { calibrationMarkdown } from '#shared/calibration/report/report-markdown.ts';
import { modelWordingSchema } from '#shared/domain/model-wording.ts';
import { withWording } from '#shared/domain/parse-rating-model.ts';
import { ratingModelSchema } from '#shared/domain/rating-model.ts';
import { modelBook } from '#shared/report/model-book/model-book.ts';
import { isReportDocument, type ReportDocument } from '#shared/report/report-document.ts';
import { tableParts } from '#shared/report/table-parts.ts';
import { calibrated, libraryOf, packTexts, recipe } from '../calibration/library.ts';

const models = resolve(import.meta.dirname, '../../resources/models');
const json = (name: string): unknown => JSON.parse(readFileSync(join(models, name), 'utf8'));

/** Every model that ships, whatever it is called. */
const bundled = readdirSync(models)
  .filter((name) => name.endsWith('.wording.json'))
  .map((name) => {
    const model = ratingModelSchema.parse(json(name.replace('.wording', '')));
    return withWording(model, modelWordingSchema.parse(json(name)));
  });
const hashes = { hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) };

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const onPaper = (report: ReportDocument) =>
  renderToStaticMarkup(<ReportPages printed={{ format: 'ballast-printed-report/1', paper: 'a4', report }} />);
const tablesOf = (report: ReportDocument) =>
  report.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
const wordsOf = (report: ReportDocument) => JSON.stringify(report.chapters);

describe('the calibration report', () => {
  const calibration = calibrated(libraryOf(packTexts('pack-1')));
  const report = calibrationReport(calibration, recipe);

  it('is one document for window, paper and file', () => {
    expect(isReportDocument(report)).toBe(true);
    const markdown = calibrationMarkdown(calibration, recipe);
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map(([, text]) => text);
    expect(headings).toContain('Backtest');
    const screen = textOf(renderToStaticMarkup(<ReportView report={report} />));
    const paper = textOf(onPaper(report));
    for (const text of headings) {
      expect(screen).toContain(text);
      expect(paper).toContain(text);
    }
  });

  it('has a picture of each law and of its positions, and none of them is empty', () => {
    const plots = report.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'plot' ? [block.plot] : [])),
    );
    expect(plots.map(({ key }) => key)).toEqual([
      'share-protocol',
      'position-protocol',
      'share-fidelity',
      'position-fidelity',
      'share-online',
      'position-online',
    ]);
    for (const { key, points } of plots) expect(points.values.length, key).toBeGreaterThan(10);
    expect(onPaper(report).match(/<figure/g)).toHaveLength(plots.length);
  });

  it('says what the backtest shows, with its counts', () => {
    const text = wordsOf(report);
    expect(text).toMatch(
      /Of 12 intervals of 90 % each, 12 hold .*, 8 for large losses and 10 for loss totals/,
    );
    expect(text).toContain('The backtest is not blind.');
  });

  it('gives no two columns of a table one title', () => {
    for (const { titles } of tablesOf(report)) expect(new Set(titles).size).toBe(titles.length);
  });
});

describe.each(bundled.map((model) => [model.id, model] as const))('the book of %s', (_id, model) => {
  const book = modelBook({ model, ...hashes });

  it('is a whole report whose tables have a title for each column', () => {
    expect(isReportDocument(book)).toBe(true);
    for (const { titles } of tablesOf(book)) expect(new Set(titles).size, titles.join()).toBe(titles.length);
    expect(onPaper(book)).not.toMatch(/\[object Object\]|undefined|NaN/);
  });

  it('has every question, cause, part, exclusion and source in it', () => {
    const text = wordsOf(book);
    const has = (value: string) => expect(text).toContain(JSON.stringify(value).slice(1, -1));
    for (const { label, question } of model.factors) {
      has(label);
      has(question);
    }
    for (const { code, definition } of model.causes) {
      has(code);
      has(definition);
    }
    for (const { label } of [
      ...model.coverageParts,
      ...model.exclusions,
      ...model.knockOuts,
      ...model.referrals,
    ])
      has(label);
    for (const { id, title } of model.sources) {
      has(id);
      has(title);
    }
    has(model.statement);
  });

  it('has every expected figure of every test case, and the marks of every figure', () => {
    const text = wordsOf(book);
    for (const testCase of model.testCases)
      if (testCase.kind === 'quote')
        for (const printed of Object.values(testCase.expected)) expect(text).toContain(printed);
    for (const [, note = ''] of JSON.stringify(model.pricing).matchAll(/"note":"((?:[^"\\]|\\.)*)"/g))
      expect(text).toContain(note);
    for (const { mark, note } of model.wording.figureMarks ?? []) expect(text).toContain(`${mark}: ${note}`);
  });

  it('begins with a card that fits a page: its facts, its claims and its limits', () => {
    const [card] = book.chapters;
    const text = JSON.stringify(card);
    expect(text).toContain('Specie: offline key media (vault)');
    for (const part of ['Purpose', 'Inputs', 'Outputs', 'Figures marked', hashes.hash, model.owner])
      expect(text).toContain(part);
    expect(text.length).toBeLessThan(4000);
  });
});

describe('the book of a model of another year', () => {
  it('shows parts that no chapter knows, and further fields of the price, under headings of their keys', () => {
    const [model] = bundled;
    if (model === undefined) throw new Error('a model ships');
    const later = {
      ...model,
      id: 'next',
      version: '2031.1',
      solvency: { capitalShare: 0.25, basis: { mark: 'S', note: 'A source of 2031' } },
      pricing: { ...model.pricing, tideEffect: { highTide: 3, lowTide: 0.5 } },
      factors: model.factors.map((factor) => ({ ...factor, tideWeight: 7 })),
    };
    const book = modelBook({ model: later, ...hashes });
    const text = wordsOf(book);
    expect(book.title).toContain('2031.1');
    for (const part of [
      'Solvency',
      'Capital share',
      'S: A source of 2031',
      'Tide effect',
      'High tide',
      'Tide weight',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain(model.id);
  });
});

describe('a table too wide for a sheet', () => {
  it('is split by columns, each part with those that name its rows', () => {
    const titles = ['group', 'peril', ...Array.from({ length: 9 }, (_, i) => `a rather long figure ${i}`)];
    const rows = ['a', 'b'].flatMap((group) =>
      ['x', 'y'].map((peril) => [group, peril, ...Array.from({ length: 9 }, () => '123456.789 (0.123456)')]),
    );
    const parts = tableParts(titles, rows);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part.titles.slice(0, 2)).toEqual(['group', 'peril']);
      expect(part.isFigure.slice(2).every(Boolean)).toBe(true);
    }
    expect(parts.flatMap((part) => part.titles.slice(2))).toEqual(titles.slice(2));
  });

  it('is left as it is where it fits', () => {
    expect(tableParts(['a', 'b'], [['x', 1]])).toEqual([
      { titles: ['a', 'b'], rows: [['x', 1]], isFigure: [false, true] },
    ]);
  });
});

describe('a report from a window', () => {
  const [model] = bundled;
  const book = model === undefined ? null : modelBook({ model, ...hashes });
  it.each([
    ['a file name with a path', { fileName: '../evil' }],
    ['no chapter', { chapters: [] }],
    [
      'a row too short',
      { chapters: [{ id: 'a', blocks: [{ kind: 'table', titles: ['a', 'b'], rows: [['x']] }] }] },
    ],
    ['a block of no kind', { chapters: [{ id: 'a', blocks: [{ kind: 'script', text: 'x' }] }] }],
  ])('is not taken with %s', (_name, change) => {
    expect(isReportDocument(book)).toBe(true);
    expect(isReportDocument({ ...book, ...change })).toBe(false);
  });
});
