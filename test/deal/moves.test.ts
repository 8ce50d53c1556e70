import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealStep } from '#electron/store/workbook/migrations/110-deal.ts';
import {
  CASE_MOVES,
  caseMove,
  caseMovesFrom,
  FINAL_CASE_STATES,
  mayBeIssued,
  OFFER_MOVES,
  offerMove,
  SUBJECTIVITY_MOVES,
} from '#shared/deal/moves.ts';
import { CASE_IS, CASE_STATE_WORDS, OFFER_STATE_WORDS } from '#shared/deal/state-words.ts';
import {
  CASE_STATES,
  OFFER_STATES,
  REASON_KINDS,
  SHOWN_CASE_STATES,
  SHOWN_OFFER_STATES,
} from '#shared/domain/deal-states.ts';

const wording = JSON.parse(
  readFileSync(
    join(
      resolve(import.meta.dirname, '..', '..'),
      'resources',
      'models',
      'digital-asset-2026.2.wording.json',
    ),
    'utf8',
  ),
) as { lifecycle: { reasons: Record<string, readonly { id: string }[]> } };

const pairs = (moves: readonly { from: string | null; to: string }[]) =>
  moves.map(({ from, to }) => `${from ?? '-'} ${to}`).sort();

/** The pairs that a trigger lists. */
function pairsOfTrigger(name: string): readonly string[] {
  const from = dealStep.sql.indexOf(`CREATE TRIGGER ${name} `);
  expect(from).toBeGreaterThan(0);
  const body = dealStep.sql.slice(from, dealStep.sql.indexOf('BEGIN', from));
  const list = body.slice(body.indexOf('NOT IN ('));
  return [...list.matchAll(/'([^']+)'/g)].map(([, pair = '']) => pair).sort();
}

describe('the table of moves', () => {
  it('is the one that the triggers of the workbook hold', () => {
    expect(pairsOfTrigger('case_moves_legal')).toEqual(pairs(CASE_MOVES));
    expect(pairsOfTrigger('offer_moves_legal')).toEqual(pairs(OFFER_MOVES));
    expect(pairsOfTrigger('subjectivity_moves_legal')).toEqual(pairs(SUBJECTIVITY_MOVES));
  });

  it('names each pair once', () => {
    expect(new Set(pairs(CASE_MOVES)).size).toBe(CASE_MOVES.length);
    expect(new Set(pairs(OFFER_MOVES)).size).toBe(OFFER_MOVES.length);
  });

  it('leads to every state from a draft, and out of every state but the last', () => {
    const reached = new Set<string>(['draft']);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of CASE_MOVES) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...CASE_STATES].sort());
    expect(FINAL_CASE_STATES).toEqual(['cancelled']);
  });

  it('approves nothing that was not referred, and binds nothing that was not quoted', () => {
    expect(CASE_MOVES.filter(({ to }) => to === 'approved').map(({ from }) => from)).toEqual(['referred']);
    expect(CASE_MOVES.filter(({ to }) => to === 'bound').map(({ from }) => from)).toEqual(['quoted']);
    expect(mayBeIssued('referred')).toBe(false);
    expect(mayBeIssued('declined')).toBe(false);
    expect(mayBeIssued('approved')).toBe(true);
  });

  it('asks a coded reason of what closes a case, and of a withdrawal', () => {
    for (const { to, reason } of CASE_MOVES) {
      const closing = ['declined', 'not-taken-up', 'cancelled'].includes(to);
      expect([to, reason]).toEqual([to, closing ? to : null]);
    }
    expect(offerMove('open', 'withdrawn')?.reason).toBe('withdrawn');
    for (const kind of REASON_KINDS) expect(wording.lifecycle.reasons[kind]?.length).toBeGreaterThan(2);
  });

  it('keeps what became of an offer: nothing leads out of accepted, withdrawn or superseded', () => {
    for (const state of OFFER_STATES.filter((one) => one !== 'open'))
      expect(OFFER_MOVES.filter(({ from }) => from === state)).toEqual([]);
  });

  it('has words for every state', () => {
    for (const state of SHOWN_CASE_STATES) {
      expect(CASE_STATE_WORDS[state]).toMatch(/^[A-Z]/);
      expect(CASE_IS[state]).toMatch(/^[a-z]/);
    }
    for (const state of SHOWN_OFFER_STATES) expect(OFFER_STATE_WORDS[state]).toMatch(/^[A-Z]/);
  });

  it('finds a move if and only if it lists it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASE_STATES), fc.constantFrom(...CASE_STATES), (from, to) => {
        const found = caseMove(from, to);
        expect(found !== undefined).toBe(pairs(CASE_MOVES).includes(`${from} ${to}`));
        expect(caseMovesFrom(from).includes(found ?? CASE_MOVES[0]!)).toBe(
          found !== undefined || from === 'draft',
        );
      }),
    );
  });
});
