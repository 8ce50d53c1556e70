import type { Corridor } from '#shared/pricing/price-result.ts';

export const pricingWords = {
  title: 'Price',
  premium: 'Quoted premium',
  technical: 'Technical premium',
  payable: 'Payable with taxes',
  rateOnLine: 'Rate on line',
  rateOnLineAnnual: 'Rate on line, a year',
  rateOnExposed: 'Rate on exposed value',
  expectedLoss: 'Expected loss',
  lossRatio: 'Expected loss ratio',
  adequacy: 'Adequacy',
  adequacyNote: 'quoted over technical',
  maximumPayable: 'Maximum payable',
  working: 'Computing…',
  stale: 'Of the last input, computing…',
  draftGrid: 'Draft grid',
  openRange: 'Open answers leave the technical premium at',
  none: 'No price yet',
  noneWhy: 'Add a part of cover with its limit, and the exposed values it needs.',
  information: 'As information: it cannot be quoted as it stands.',
  buildUp: 'Premium build-up',
  parts: 'Parts of cover',
  loss: 'Loss of the period',
  riskLoads: 'Risk load by principle',
  certificate: 'How exact the engine was',
} as const;

export const corridorWords: Readonly<Record<Corridor['position'], string>> = {
  below: 'below the corridor',
  inside: 'inside the corridor',
  above: 'above the corridor',
};
