import type { ReactElement } from 'react';
import { type CaseFacts, offerShown, stateShown } from '#shared/deal/state-shown.ts';
import { CASE_STATE_WORDS, OFFER_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { OfferState, ShownCaseState, ShownOfferState } from '#shared/domain/deal-states.ts';
import { today } from './format/dates.ts';
import { type ChipTone, StateChip } from './state-chip.tsx';

const CASE_TONES: Readonly<Record<ShownCaseState, ChipTone>> = {
  draft: 'plain',
  'in-review': 'waits',
  referred: 'waits',
  approved: 'done',
  quoted: 'plain',
  bound: 'done',
  'not-taken-up': 'over',
  declined: 'over',
  cancelled: 'over',
  lapsed: 'over',
  expired: 'over',
};

const OFFER_TONES: Readonly<Record<ShownOfferState, ChipTone>> = {
  open: 'plain',
  accepted: 'done',
  superseded: 'over',
  withdrawn: 'over',
  lapsed: 'over',
};

/** Where a case stands today. */
export function CaseState({ facts }: { readonly facts: CaseFacts }): ReactElement {
  const shown = stateShown(facts, today());
  return <StateChip label={CASE_STATE_WORDS[shown]} tone={CASE_TONES[shown]} />;
}

/** Where an offer stands today. */
export function OfferStateMark(offer: {
  readonly state: OfferState;
  readonly validUntil: IsoDate;
}): ReactElement {
  const shown = offerShown(offer, today());
  return <StateChip label={OFFER_STATE_WORDS[shown]} tone={OFFER_TONES[shown]} />;
}
