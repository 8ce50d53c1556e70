import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
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
// tolerance of a lattice's least mass are the only differences. The name of a later one is read as that. And
// taken anew where an age is told in months and a day has its preposition, and where rates on line and shares of assets came
// to be rounded alike everywhere: words alone. And where the reason of a referral no longer begins as its name does.)
describe('what a document keeps of a judgement is the same to the byte as ever', () => {
  it.each([
    ['bridge-with-past-loss.json', 'c744fc49f43db67ddb9447c46af10024d00e770151f5fb4e1fd553f19dcd94b8'],
    ['declined-yield-vault.json', '916a4e3956f51cd59d0b6ccf4271cea20c4b6508b8b185e1041d187667b8d93e'],
    ['lending-protocol.json', 'e9801b8dcafd1a9db9434a25b7ca7d19f651422c7e25566493a55def94f979ad'],
    ['weak-exchange.json', '17ad83fecc6f87ca924f0e8e25cae582d63c064eaf0540e41a490d1baa57f463'],
    ['well-run-exchange.json', 'a9718709455c0b151a97883d6cc6247be9008b64449ba60160537bff860c597f'],
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
    const bytes = JSON.stringify(kept).replaceAll(ENGINE_VERSION, 'ballast-actuarial 1.3.0');
    expect(sha256Hex(bytes)).toBe(expected);
  });
});
