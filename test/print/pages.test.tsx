import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PaperPages } from '#renderer/print/paper-pages.tsx';
import { findDataProblems } from '#renderer/print/print-problems.ts';
import { QuoteDocumentPages } from '#renderer/print/quote-document-pages.tsx';
import { formatUnits } from '#shared/domain/format-money.ts';
import {
  exactNumber,
  formatNumber,
  formatShareValue,
  formatSignificant,
} from '#shared/domain/format-number.ts';
import { paperOf } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { cents } from '../support/branded.ts';
import { bareContent, crowdedContent, exampleDocument, fullContent } from './example-documents.ts';

const html = (document: QuoteDocument) =>
  renderToStaticMarkup(<QuoteDocumentPages document={document} />).replaceAll('\u00a0', ' ');

/** The text of one group of pages, tags taken out. */
function group(markup: string, id: string): string {
  const start = markup.indexOf(`id="${id}"`);
  const next = markup.indexOf('<section class="sheet"', start);
  return markup.slice(start, next < 0 ? undefined : next).replace(/<[^>]+>/g, '|');
}

const full = exampleDocument({ content: fullContent });
const bare = exampleDocument({
  content: bareContent,
  isPriced: false,
  status: 'indication',
  reasons: ['No coverage part has been entered.', 'Not graded: 100% of applicable weight is unproven.'],
});

describe('a document at its fullest', () => {
  it('shows each of its parts and of its incidents, and finds nothing wrong with its data', () => {
    const crowded = exampleDocument({ content: crowdedContent });
    const markup = html(crowded);
    expect(crowded.price?.parts.length).toBeGreaterThan(5);
    for (const { label } of crowded.wording.parts) expect(markup).toContain(label);
    for (const { title } of crowdedContent.incidents) if (title !== null) expect(markup).toContain(title);
    expect(findDataProblems(crowded)).toEqual([]);
  });
});

describe('first page', () => {
  const page = group(html(full), 'summary');

  it('carries what a broker decides by', () => {
    for (const text of [
      'Harbourlight Digital Markets Ltd and its subsidiaries',
      'BQ-2026-000123',
      'Version 2',
      'Copperfield Broking LLP',
      '15 Dec 2026 to 15 Dec 2027 (365 days)',
      '22 Dec 2026',
      '25,000,000',
      '1,250,000',
      'Maximum payable in the period: USD 86,000,000; for one event: USD ',
      'USD 1,892,600.00',
      '227,112.00',
      '2,119,712.00',
      '2.201%',
      'BBB',
      '74.5 of 100',
      'Expert judgement, uncalibrated: ordinal only.',
    ])
      expect(page).toContain(text);
  });

  it('sets what is not covered beside what is', () => {
    const [covered, notCovered] = [page.indexOf('What is covered'), page.indexOf('What is not covered')];
    expect(covered).toBeGreaterThan(0);
    expect(notCovered).toBeGreaterThan(covered);
    expect(page.slice(covered, notCovered)).toContain('Theft from scheduled online wallets');
    expect(page.slice(notCovered)).toContain('Insolvency and financial default');
    expect(page.slice(notCovered)).toMatch(/Under part 1: \|*Voluntary transfer/);
    expect(page.slice(notCovered)).toMatch(/Bought back: \|+Key generation, transit and use/);
  });

  it('says of a quote that it is an offer, and of nothing else', () => {
    expect(page).toContain('An offer to insure');
    for (const status of ['draft', 'indication'] as const) {
      const other = html(exampleDocument({ content: fullContent, status, reasons: ['Because.'] }));
      expect(group(other, 'summary')).toContain('not an offer');
      expect(other).toContain(`data-status="${status}"`);
      expect(other).toMatch(/class="page-mark"/);
    }
    expect(html(full)).not.toContain('page-mark');
  });

  it('names who approved what was referred, and subject to what; else nothing of it', () => {
    expect(page).not.toContain('Approved by');
    const approval = {
      name: 'Hope Reed',
      role: 'Head of underwriting',
      at: '2026-11-20T09:00:00.000Z',
      conditions: ['Hot wallet under 8 %'],
    };
    const approved = group(html({ ...full, approval }), 'summary');
    expect(approved).toContain('Approved by Hope Reed, Head of underwriting, on 20 Nov 2026, subject to:');
    expect(approved).toContain('Hot wallet under 8 %');
    const plain = group(html({ ...full, approval: { ...approval, conditions: [] } }), 'summary');
    expect(plain).toContain('Approved by Hope Reed, Head of underwriting, on 20 Nov 2026.');
  });

  it('says of what cannot be quoted that it is an assessment, and gives it no validity', () => {
    const shown = exampleDocument({
      content: fullContent,
      status: 'not-quotable',
      reasons: ['Knocked out.'],
    });
    const markup = html(shown);
    const other = group(markup, 'summary');
    for (const text of ['Not quotable: an assessment for the file', 'Knocked out.', 'Not offered'])
      expect(other).toContain(text);
    expect(other).not.toMatch(/indicati(on of|ve)|22 Dec 2026/i);
    expect(markup).toContain('data-mark="not-quotable"');
    const referred = exampleDocument({ content: fullContent, status: 'indication', reasons: ['Referred.'] });
    expect(group(html(referred), 'summary')).toMatch(/indication of .*22 Dec 2026/s);
  });

  it('shows the first reasons and sends the reader to the rest', () => {
    const reasons = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'];
    const markup = html(exampleDocument({ content: fullContent, status: 'indication', reasons }));
    expect(group(markup, 'summary')).toMatch(/3 more reasons stand at \|+the head of the working\|+\./);
    for (const reason of reasons) expect(group(markup, 'working')).toContain(reason);
  });
});

describe('missing data', () => {
  const markup = html(bare);

  it('is named and never blank', () => {
    for (const text of [
      'Broker not stated',
      'jurisdiction not stated',
      'Period start not stated; 365 days',
      'No coverage part has been entered, so nothing is covered.',
      'Not priced',
      'No grade',
      'Live since not stated: counted as not yet live.',
      'The incident register was not provided: no record is not a clean record.',
      'Source of the exposures not stated',
      'Not stated',
      'Date not stated',
    ])
      expect(markup).toContain(text);
    expect(markup).not.toMatch(/<(td|dd|th)[^>]*>\s*<\/\1>/);
  });

  it('never shows a value that was not computed', () => {
    for (const text of ['NaN', 'undefined', '[object', 'Infinity', '>null<']) {
      expect(markup).not.toContain(text);
      expect(html(full)).not.toContain(text);
    }
  });

  it('gives the reasons where the premium would stand', () => {
    expect(group(markup, 'working')).toContain('Not priced, so no premium build-up');
    expect(group(markup, 'working')).toContain('Not graded: 100% of applicable weight is unproven.');
  });
});

describe('the quotation', () => {
  const shown = (document: QuoteDocument) =>
    renderToStaticMarkup(<PaperPages paper={paperOf(document, 'quotation')} />).replaceAll('\u00a0', ' ');
  const markup = shown(full);

  it('answers cause by cause and names clauses and due dates', () => {
    for (const { label } of full.wording.causes)
      expect(markup.toLowerCase()).toContain(
        (label.split(': ').at(-1) ?? '').replaceAll('&', '&amp;').toLowerCase(),
      );
    for (const text of [
      'LMA5565 applies.',
      'answered by the social engineering extension',
      '10 Dec 2026',
      'No date',
    ])
      expect(markup).toContain(text);
  });

  it('prints nothing that the model merely suggests', () => {
    for (const { waiting, sublimits } of full.wording.parts)
      for (const text of [waiting, ...sublimits].filter((words) => words.length > 8))
        expect(markup).not.toContain(text);
    for (const { text } of full.wording.conditions) expect(markup).not.toContain(text);
  });

  it('steps down one level of heading at a time', () => {
    const levels = [...markup.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.length).toBeGreaterThan(8);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  it('lists what was not agreed, and invents none of it', () => {
    expect(markup).toContain('Not agreed');
    for (const words of ['choice of law', 'where notices and claims are sent'])
      expect(markup).toContain(words);
    // A contract does without these: where one is wanted it is chosen, and stands under Conditions.
    for (const words of ['service of suit', 'complaints']) expect(markup).not.toContain(words);
  });

  it('can be signed where it is an offer, and nowhere else', () => {
    expect(markup).toContain('Signature');
    for (const status of ['draft', 'indication'] as const) {
      const other = shown(exampleDocument({ content: fullContent, status, reasons: ['Because.'] }));
      expect(other).not.toContain('Signature');
      expect(other).toContain('cannot be accepted');
    }
  });

  it('names what is missing and never leaves a blank', () => {
    const other = shown(bare);
    for (const text of [
      'Inception not stated',
      'Not stated',
      'so nothing is covered',
      'No premium has been worked out',
    ])
      expect(other).toContain(text);
  });
});

describe('working and annex', () => {
  const markup = html(full);

  it('lists every factor with answer, evidence and points', () => {
    const working = group(markup, 'working');
    for (const pillar of Object.values(full.score.pillars))
      for (const factor of pillar.factors) {
        expect(working).toContain(factor.label.replaceAll('&', '&amp;'));
      }
    expect(working).toContain('capped at 90 by its evidence');
  });

  it('prints every line of the build-up and labels both kinds of return period', () => {
    const working = group(markup, 'working');
    expect(working).toContain('1,992,164.67');
    expect(working).toContain('\u221299,608.23');
    expect(working).toContain('AEP');
    expect(working).toContain('OEP');
    expect(working).toContain('Shown only');
  });

  it('prints slopes, laws and every other figure of the model that the price rests on', () => {
    const working = group(markup, 'working').replaceAll('\u00a0', ' ');
    const figures = full.modelFigures;
    expect(figures?.parts.length).toBe(full.price?.parts.length);
    for (const { slopes, large, scoreBounds } of figures?.parts ?? []) {
      for (const slope of Object.values(slopes)) expect(working).toContain(String(slope));
      expect(working).toContain(`${scoreBounds.low} to ${scoreBounds.high}`);
      const law = large?.family === 'beta' ? [large.a, large.b] : [large?.mu ?? 0, large?.sigma ?? 0];
      for (const parameter of law) expect(working).toContain(formatSignificant(parameter));
    }
    for (const { ownExperience } of full.price?.parts ?? [])
      expect(working).toContain(formatNumber(ownExperience.z0, 4));
  });

  it('prints every figure of the model that the register is scored by', () => {
    const working = group(markup, 'working').replaceAll('\u00a0', ' ');
    const {
      socialisedLossCap: _onItsFactor,
      exhaustiveSubsetLimit: _ofSpeed,
      ...used
    } = full.incidentFigures!.model;
    const numbersIn = (value: unknown): readonly number[] =>
      typeof value === 'number'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(numbersIn)
          : [];
    const figures = numbersIn([used, full.incidentFigures!.points]);
    expect(figures.length).toBeGreaterThan(80);
    const isPrinted = (figure: number) =>
      [exactNumber(figure), formatShareValue(figure), formatUnits(figure)].some((text) =>
        new RegExp(`(?<![\\d.,])${text.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`).test(working),
      );
    expect(figures.filter((figure) => !isPrinted(figure))).toEqual([]);
  });

  it('keeps a table together from its first total on', () => {
    const rows = [
      ...markup.matchAll(
        /<tr[^>]*>(?=<th scope="row"[^>]*>(Expected loss|Technical premium|Taxes[^<]*|Payable)<)/g,
      ),
    ];
    const kept = rows
      .filter(([tag]) => /data-(total|after-total)="true"/.test(tag))
      .map(([, label]) => label);
    expect(kept).toEqual(expect.arrayContaining(['Technical premium', 'Payable']));
    expect(kept.some((label) => label?.startsWith('Taxes'))).toBe(true);
    expect(kept).not.toContain('Expected loss');
  });

  it('lists each factor in one table alone', () => {
    for (const pillar of Object.values(full.score.pillars))
      for (const { label } of pillar.factors)
        expect(markup.split(`scope="row" data-kind="text">${label.replaceAll('&', '&amp;')}<`).length).toBe(
          2,
        );
  });

  it('is marked as the insurer’s own', () => {
    expect(markup).toContain('Confidential: for the insurer’s file alone.');
  });

  it('names model, hash, engine and the status of the grades', () => {
    const annex = group(markup, 'annex');
    expect(annex).toContain(full.model.hash);
    expect(annex).toContain(full.inputsHash);
    expect(annex).toContain(full.engineVersion);
    expect(annex).toContain('Status of the grades: Expert judgement, uncalibrated: ordinal only.');
    for (const declaration of full.declarations) expect(annex).toContain(declaration.question);
  });

  it('is well formed for readers of the tagged document', () => {
    expect(markup.match(/<th scope="col"/g)?.length).toBeGreaterThan(60);
    expect(markup.match(/<th(?=[\s>])(?! scope=)/g)).toBeNull();
    expect(markup.match(/<figure/g)).toHaveLength(markup.match(/<figcaption/g)?.length ?? -1);
    const levels = [...markup.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });
});

describe('findDataProblems', () => {
  it('finds nothing in a sound document', () => {
    expect(findDataProblems(full)).toEqual([]);
    expect(findDataProblems(bare)).toEqual([]);
  });

  it('refuses totals that are not the sum of their lines', () => {
    const price = full.price;
    if (price === null) throw new Error('the example is priced');
    const broken: QuoteDocument = {
      ...full,
      price: {
        ...price,
        buildUp: price.buildUp.map((line) =>
          line.id === 'margin' ? { ...line, amountMinor: cents(line.amountMinor + 1) } : line,
        ),
      },
    };
    expect(findDataProblems(broken)).toEqual([
      'The line "Technical premium" is not the sum of the lines before it.',
    ]);
  });
});
