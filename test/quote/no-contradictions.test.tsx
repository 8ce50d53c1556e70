import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PaperPages } from '#renderer/print/paper-pages.tsx';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { paperOf } from '#shared/quote/paper.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { buildQuoteDocument, type QuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model } from '../models/model-2026-2.ts';
import { day } from '../support/branded.ts';
import { contradictionsOf } from './contradictions.ts';

const samples = resolve(import.meta.dirname, '../../resources/samples');

function quotationOf(content: AssessmentContent): Quotation {
  const judgement = judge({ content, model, today: day('2026-11-22'), grid: 'draft' });
  const document: QuoteDocument = buildQuoteDocument({
    rating: { content, judgement, bridge: null, effects: null, range: null },
    activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
    designation: { status: 'quote', reference: 'BAL-2026-0001', version: 1 },
    preparation: { paper: 'a4', preparedAt: '2026-11-22T12:00:00.000Z', preparedBy: 'Underwriter' },
  });
  const paper = paperOf(document, 'quotation');
  if (paper.kind !== 'quotation') throw new Error('not a quotation');
  return paper.quotation;
}

const contentOf = (name: string): AssessmentContent => {
  const parsed = parseSubmission(readFileSync(join(samples, name), 'utf8'), model);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
};
const names = readdirSync(samples).filter((name) => name.endsWith('.json') && !name.includes('schema'));

describe('no wording of a paper says otherwise than another', () => {
  it.each(names)('%s', (name) => {
    expect(contradictionsOf(quotationOf(contentOf(name)))).toEqual([]);
  });

  const whole = contentOf('well-run-exchange.json');
  const { cyberClauses, signingWordings } = model.wording;
  const clauses = [null, ...cyberClauses.clauses.map(({ id }) => id)];
  const signings = [null, ...signingWordings.wordings.map(({ id }) => id)];

  it.each(clauses.flatMap((clause) => signings.map((signing) => [clause, signing] as const)))(
    'under the clause %s and the wording %s, for every part of the library and each exclusion bought back',
    (cyberClause, signingWording) => {
      const first = whole.terms.parts[0]!;
      const parts = model.coverageParts.map(({ id }) => ({ ...first, part: id }));
      for (const buyBacks of [
        [],
        model.exclusions.map(({ id }) => ({ exclusionId: id, reason: 'Agreed.' })),
        ...model.exclusions.slice(0, 3).map(({ id }) => [{ exclusionId: id, reason: 'Agreed.' }]),
      ]) {
        const content = {
          ...whole,
          terms: { ...whole.terms, cyberClause, signingWording, parts, buyBacks },
        } as AssessmentContent;
        expect(contradictionsOf(quotationOf(content))).toEqual([]);
      }
    },
  );

  it('finds one where there is one', () => {
    const sound = quotationOf(whole);
    const specie = sound.parts.find(({ part }) => part === 'specie-offline')!;
    const worded = { ...specie, insures: 'Theft of media; the key, not the coin' };
    expect(contradictionsOf({ ...sound, parts: [worded] })).toContain(
      `${specie.label} is worded without the assets that it is priced on.`,
    );
    const back = { ...sound.exclusions[0]!, isBoughtBack: true };
    expect(contradictionsOf({ ...sound, exclusions: [...sound.exclusions, back] })).toContain(
      `${back.label} is bought back and excluded.`,
    );
  });
});

describe('the broker reads plain words', () => {
  const UNEXPLAINED =
    /\b(xs|AEP|OEP|VaR|TVaR|MEV|TVL|ROL|depeg|wrench|bystanding|QSP|CCSS)\b|\b1 in \d+ years|effective year/;

  it.each(names)('%s', (name) => {
    const quotation = quotationOf(contentOf(name));
    const text = renderToStaticMarkup(
      <PaperPages paper={{ format: 'ballast-paper/1', size: 'a4', kind: 'quotation', quotation }} />,
    ).replaceAll(/<[^>]+>/g, ' ');
    expect(text.match(UNEXPLAINED)?.[0] ?? null).toBe(null);
  });
});
