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
// hashed with, stays the same to the byte, the order of its keys included.
describe('what a document keeps of a judgement is the same to the byte as ever', () => {
  it.each([
    ['bridge-with-past-loss.json', 'c3fcecb59dbc34dc719a5322e15c79418eb787c239079fc6e2bab21133e39ea6'],
    ['declined-yield-vault.json', '3eb64501790610894c885fa377c0ebec3f8aa1e9a189d33306e14c30594ab9f5'],
    ['lending-protocol.json', '15802a63b3dcee5711e5026eae20384d16a12eaf728bc4e6fc2c5af3b6655ff1'],
    ['weak-exchange.json', '6a1d56ce00ddd61fe2a599f33d9bca807bf1500af96c01e0d316a94bc69130e8'],
    ['well-run-exchange.json', '14474a110570aec16c92722f8283a5f249575ca3e10f84f937e5236ab32581f7'],
  ])('%s, with a referral', (name, expected) => {
    const parsed = parseSubmission(read(`samples/${name}`), model);
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const content = { ...parsed.value, terms: { ...parsed.value.terms, cyberClause: null } };
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
