import type { AssessmentContent } from '../domain/assessment-content.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercent } from '../domain/format-number.ts';
import { toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import type { BuildUp } from './build-up.ts';
import type { PartShare } from './part-shares.ts';
import type { LossCertificate, PriceNote } from './price-result.ts';
import type { PricedTerms } from './priced-terms.ts';

const note = (
  kind: PriceNote['kind'],
  id: string,
  message: string,
  field: string | null = null,
): PriceNote => ({
  kind,
  id,
  message,
  field,
});

/** Why a score keeps a priced subject from being quoted: knocked out or without a grade. Empty when it does not. */
export function scoreBlocks({ outcome, knockOuts }: ScoreResult): readonly PriceNote[] {
  if (outcome.kind === 'knocked-out') {
    return knockOuts.map((flag) =>
      note('cannot-quote', flag.id, `Knocked out: ${flag.label}. ${flag.reason}`, flag.fields[0] ?? null),
    );
  }
  return outcome.kind === 'no-grade' ? [note('cannot-quote', 'no-grade', outcome.reason)] : [];
}

function partNotes(terms: PricedTerms, content: AssessmentContent): readonly PriceNote[] {
  const notes = terms.modelled
    .filter((p) => p.retention >= p.exposedValue)
    .map((p) => {
      const value = formatMoneyPlain(toMinor(p.exposedValue), content.currency);
      const message = `${p.label} cannot attach: its retention is at or above the exposed value of ${value}, so its loss is 0.`;
      const index = content.terms.parts.indexOf(p.terms);
      return note('warning', `cannot-attach:${p.part}`, message, `terms.parts.${index}.retentionMinor`);
    });
  const beside = terms.entered
    .filter((e) => e.terms.isShared)
    .map((e) =>
      note(
        'note',
        `beside-policy-terms:${e.coverage.id}`,
        `${e.coverage.label} is at an entered rate and stands beside the policy's aggregate terms.`,
        `terms.parts.${content.terms.parts.indexOf(e.terms)}.isShared`,
      ),
    );
  return [...notes, ...beside];
}

function corridorNotes(shares: readonly PartShare[], model: RatingModel): readonly PriceNote[] {
  return shares.flatMap(({ part, corridor }) => {
    if (corridor === null || corridor.position === 'inside') return [];
    const label = model.coverageParts.find((c) => c.id === part)?.label ?? part;
    const measure =
      corridor.measure === 'rate-on-line' ? 'rate on line' : `share ${model.wording.corridor.of}`;
    const message = `${label}: ${measure} of ${formatPercent(corridor.value)} is ${corridor.position} the market corridor of ${formatPercent(corridor.low)} to ${formatPercent(corridor.high)}.`;
    return [note('note', `corridor:${part}`, message, part)];
  });
}

/** Blocks, warnings and notes that the price itself raises (rating algorithm, sections 6 and 9). */
export function priceNotes(
  content: AssessmentContent,
  terms: PricedTerms,
  premium: BuildUp,
  shares: readonly PartShare[],
  certificate: LossCertificate,
  model: RatingModel,
): readonly PriceNote[] {
  const notes: PriceNote[] = [];
  const money = (minor: number) => formatMoneyPlain(minor, content.currency);
  const { maximumPayableMinor } = terms;
  const warnShare = model.pricing.buildUp.warnAboveShareOfMaximumPayable;
  if (premium.quotedMinor >= maximumPayableMinor) {
    const message = `The quoted premium of ${money(premium.quotedMinor)} is not below the maximum payable of ${money(maximumPayableMinor)}.`;
    notes.push(note('cannot-quote', 'premium-above-maximum-payable', message, 'terms.parts'));
  } else if (premium.quotedMinor > warnShare * maximumPayableMinor) {
    const message = `The quoted premium of ${money(premium.quotedMinor)} is above ${formatPercent(warnShare, 0)} of the maximum payable of ${money(maximumPayableMinor)}.`;
    notes.push(note('warning', 'premium-high', message, 'terms.parts'));
  }
  if (certificate.verdict === 'fail') {
    const failed = certificate.checks.filter((c) => c.verdict === 'fail').map((c) => c.label);
    notes.push(
      note(
        'cannot-quote',
        'certificate',
        `The loss distribution failed its own check: ${failed.join('; ')}.`,
      ),
    );
  } else if (certificate.verdict === 'warn') {
    const warned = certificate.checks.filter((c) => c.verdict === 'warn').map((c) => c.label);
    notes.push(
      note('warning', 'certificate', `The loss distribution is less exact than usual: ${warned.join('; ')}.`),
    );
  }
  return [...notes, ...partNotes(terms, content), ...corridorNotes(shares, model)];
}
