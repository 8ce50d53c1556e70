import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputsHash } from '#shared/domain/content-hash.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { documentPrice, documentScore } from '#shared/quote/document-figures.ts';
import { spellOutAnswers } from '#shared/quote/spell-out-answers.ts';
import { activateModel } from '#shared/underwriting/activate-model.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { day } from '../support/branded.ts';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../../resources', path), 'utf8');
const activated = activateModel(
  JSON.parse(read('models/digital-asset-2026.1.json')),
  JSON.parse(read('models/digital-asset-2026.1.wording.json')),
);
if (!activated.ok) throw new Error(activated.failure.message);
const { hash } = activated.value;
// The wording of those documents knew no rules beside those of the model.
const model = { ...activated.value.model, wording: { ...activated.value.model.wording, decision: null } };

// Taken from documents as they were before judging had a room of its own: what is stored of score and price, and what it is
// hashed with, stays the same to the byte, the order of its keys included. (Taken anew under engine 1.3.0: its name and the
// tolerance of a lattice's least mass are the only differences.)
describe('what a document keeps of a judgement is the same to the byte as ever', () => {
  it.each([
    ['bridge-with-past-loss.json', '7e12aadf30ece96818b34b2ed3e9a688e8d7bac990ecfc98a3c178aebbf490f2'],
    ['declined-yield-vault.json', '84539def955f8b37e5db352b5655f2bcbf55a66c5e6a7fa447f532e8591a9c03'],
    ['lending-protocol.json', '7ece75828d258bd275290634e415354b768fedce97e1f904bc9174ed949ae628'],
    ['weak-exchange.json', '2e0911c80da9e2bc5eb08dcb485ccdcf6d5a4823b3b3f20d5ed4f035c95f066d'],
    ['well-run-exchange.json', '19c47534c2ec136956ddc78ce75c5916b8a410aae39c6af50cfd97b21df495b8'],
  ])('%s, with a referral', (name, expected) => {
    const parsed = parseSubmission(read(`samples/${name}`), model);
    if (!parsed.ok) throw new Error(parsed.failure.message);
    // The samples have said more since: documents of then were made without it.
    const { schedule: _schedule, ...rest } = parsed.value;
    const { contract: _contract, ...terms } = rest.terms;
    const content = { ...rest, terms: { ...terms, cyberClause: null } };
    const judgement = judge({ content, model, today: day('2026-11-28'), grid: 'full' });
    const kept = [
      judgement.decision.reasons,
      inputsHash(content, hash),
      spellOutAnswers(documentScore(judgement, model), model),
      documentPrice(judgement, model),
    ];
    expect(sha256Hex(JSON.stringify(kept))).toBe(expected);
  });
});
