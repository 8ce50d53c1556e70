import { describe, expect, it } from 'vitest';
import type { QuoteTerms } from '#shared/domain/assessment-content.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

type Contract = NonNullable<QuoteTerms['contract']>;

const [first] = quotableExample.terms.parts;
const decided = (contract: Contract) => {
  const { terms } = quotableExample;
  const content = { ...quotableExample, terms: { ...terms, contract: { ...terms.contract, ...contract } } };
  return judge({ content, model, today: content.asOf, grid: 'draft' });
};
const subLimit = (limitMinor: number): Contract => ({
  subLimits: [{ part: first!.part, label: 'All hot wallets', limitMinor: cents(limitMinor) }],
});

describe('terms of a contract', () => {
  it.each<[string, Contract, string, RegExp]>([
    ['a sub-limit of nothing', subLimit(0), 'refused', /the least that is offered/],
    [
      'a sub-limit within the retention',
      subLimit(first!.retentionMinor),
      'refused',
      /pays at most USD\s0 above the retention/,
    ],
    ['a waiting period as long as the cover', { waitingHours: 8760 }, 'refused', /shorter than the period/],
    ['no time to claim', { claimsDays: 0 }, 'refused', /above 0 days/],
    ['a limit for each client', { pooling: 'per-client' }, 'indication', /one limit for all clients/],
  ])('%s goes out as no quote', (_name, contract, kind, words) => {
    const { decision } = decided(contract);
    expect(decision.kind).toBe(kind);
    expect(decision.reasons.join(' ')).toMatch(words);
  });

  it('a sub-limit above the limit is pointed out', () => {
    const { decision, issues } = decided(subLimit(first!.limitMinor));
    expect(decision.kind).toBe('quote');
    expect(issues.map(({ message }) => message).join(' ')).toContain('so that it limits nothing');
  });
});
