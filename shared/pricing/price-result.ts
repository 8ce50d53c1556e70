import type { CertificateCheck, Verdict } from '../actuarial/index.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { CoveragePartId, Peril, Pillar, RiskLoadPrinciple } from '../domain/vocabulary.ts';

// The whole working of a price, as data. Amounts named `...Minor` are integer cents; others are doubles in currency
// units.

/** Every number of one modelled part, in the order of the rating algorithm (sections 1 to 5). */
export interface PartPrice {
  readonly part: Peril;
  readonly label: string;
  readonly isShared: boolean;
  readonly limitMinor: MinorUnits;
  readonly retentionMinor: MinorUnits;
  readonly coinsurancePercent: number;
  readonly aggregateLimitMinor: MinorUnits;
  readonly aggregateRetentionMinor: MinorUnits;
  readonly exposedValue: number;
  readonly baseFrequency: number;
  readonly typeRelativity: number;
  readonly scoreRelativity: number;
  /** The exponent's parts, beta * (60 - S_p) / 10, by pillar. */
  readonly scoreRelativityTerms: Readonly<Record<Pillar, number>>;
  readonly ownExperience: {
    readonly m: number;
    readonly effectiveYears: number;
    readonly z0: number;
    readonly q: number;
    readonly z: number;
  };
  readonly evidenceGap: number;
  readonly evidenceLoad: number;
  /** Present where an average clause scales each loss. */
  readonly hasAverageClause?: boolean;
  /** f(V), s* and lambda (1 + phi), each where the model has such a rule (2026.2, sections 2 and 2.1). */
  readonly sizeFactor?: number;
  readonly thresholdEvents?: number;
  readonly eventFrequency?: number;
  /** RV / sd: what the part adds to the priced deviation of the policy, where the load is by covariance. */
  readonly pricedDeviation?: number;
  /** lambda: ground-up events in the period; where there are small ones, the large among them. */
  readonly frequency: number;
  readonly mixingCv2: number;
  readonly kappa: number;
  readonly retentionDamageRatio: number;
  /** P(Y > 0) and P(X >= r + l), each event. */
  readonly probabilityAttach: number;
  readonly probabilityExhaust: number;
  readonly eventMean: number;
  readonly eventSd: number;
  /** Of the part's own loss of the period, after its aggregate terms. */
  readonly periodMean: number;
  readonly periodSd: number;
  readonly probabilityAnyLoss: number;
  /** P(the part's loss of the period uses up its aggregate limit). */
  readonly probabilityAggregateExhausted: number;
  readonly shareOfTechnicalMinor: MinorUnits;
  readonly shareOfQuotedMinor: MinorUnits;
  /** Share of quoted over the aggregate limit, a year. */
  readonly rateOnLine: number;
  readonly corridor: Corridor | null;
}

export interface Corridor {
  readonly measure: 'rate-on-line' | 'premium-over-protocol-premium';
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly position: 'below' | 'inside' | 'above';
}

export interface EnteredPart {
  readonly part: CoveragePartId;
  readonly label: string;
  readonly limitMinor: MinorUnits;
  readonly aggregateLimitMinor: MinorUnits;
  readonly ratePercent: number;
  readonly reason: string;
  readonly premiumMinor: MinorUnits;
  readonly shareOfQuotedMinor: MinorUnits;
  readonly rateOnLine: number;
  readonly corridor: Corridor | null;
}

export type BuildUpLineId =
  | 'expected-loss'
  | 'claims-handling'
  | 'risk-load'
  | 'fixed-expense'
  | 'internal-expense'
  | 'brokerage'
  | 'margin'
  | 'entered-rate-parts'
  | 'technical-premium'
  | 'schedule-adjustment'
  | 'minimum-premium'
  | 'rounding'
  | 'quoted-premium'
  | 'tax'
  | 'payable';

export interface BuildUpLine {
  readonly id: BuildUpLineId;
  readonly label: string;
  /** How the line is made: "5 % of expected loss". */
  readonly basis: string;
  readonly amountMinor: MinorUnits;
  readonly kind: 'line' | 'total';
}

export interface RiskLoad {
  readonly principle: RiskLoadPrinciple;
  readonly label: string;
  readonly basis: string;
  readonly amount: number;
}

export interface ReturnLoss {
  readonly years: number;
  readonly aggregate: number;
  readonly occurrence: number;
}

/** Points of an exceedance curve, loss ascending: P(loss of the period > loss). */
export interface ExceedancePoint {
  readonly loss: number;
  readonly probability: number;
}

export interface LossDistribution {
  readonly mean: number;
  readonly sd: number;
  readonly skewness: number;
  readonly sharedMean: number;
  readonly sharedSd: number;
  readonly probabilityAnyLoss: number;
  /** That some aggregate limit is used up: the policy's, or that of a part beside it. */
  readonly probabilityLimitExhausted: number;
  readonly tails: readonly {
    readonly level: number;
    readonly valueAtRisk: number;
    readonly tailValueAtRisk: number;
  }[];
  readonly returnLosses: readonly ReturnLoss[];
  readonly aggregateCurve: readonly ExceedancePoint[];
  readonly occurrenceCurve: readonly ExceedancePoint[];
}

/** The engine's estimate of its own error (methods note, section 3). */
export interface LossCertificate {
  readonly engineVersion: string;
  readonly grid: 'draft' | 'full';
  readonly partPoints: number;
  readonly policyPoints: number;
  readonly policyStep: number;
  readonly range: number;
  readonly method: string;
  readonly checks: readonly CertificateCheck[];
  readonly verdict: Verdict;
}

export interface PriceResult {
  readonly modelId: string;
  readonly periodDays: number;
  readonly principle: RiskLoadPrinciple;
  readonly severityScore: number;
  readonly kappa: number;
  readonly parts: readonly PartPrice[];
  readonly enteredParts: readonly EnteredPart[];
  readonly policyLimitMinor: MinorUnits | null;
  readonly policyRetentionMinor: MinorUnits;
  readonly maximumPayableMinor: MinorUnits;
  readonly loss: LossDistribution;
  /** Mean price of risk and the factor for periods above a year, where the load is by covariance (2026.2, section 6). */
  readonly priceOfRisk?: number;
  readonly periodFactor?: number;
  readonly riskLoads: readonly RiskLoad[];
  readonly buildUp: readonly BuildUpLine[];
  readonly technicalMinor: MinorUnits;
  readonly quotedMinor: MinorUnits;
  /** Technical, schedule and minimum together, before the rounding line. */
  readonly unroundedMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly taxes: readonly {
    readonly jurisdiction: string;
    readonly label: string;
    readonly ratePercent: number;
    readonly amountMinor: MinorUnits;
  }[];
  readonly payableMinor: MinorUnits;
  readonly minimumPremiumMinor: MinorUnits;
  readonly rateOnLine: number;
  readonly rateOnLineAnnual: number;
  readonly rateOnExposedValue: number;
  readonly expectedLossRatio: number;
  readonly adequacy: number;
  readonly certificate: LossCertificate;
}

export type BridgeStepId =
  | 'class-average'
  | 'type'
  | 'custody'
  | 'audits'
  | 'incident-history'
  | 'evidence-gap'
  | 'containment'
  | 'technical';

/** Premium bridge: steps sum to the technical premium, in cents (rating algorithm, section 7). */
export interface PremiumBridge {
  readonly steps: readonly {
    readonly id: BridgeStepId;
    readonly label: string;
    readonly amountMinor: MinorUnits;
    readonly kind: 'start' | 'step' | 'end';
  }[];
}

/** What the technical premium would be with one factor at its best (highest score, verified), others as they are. */
export interface FactorEffect {
  readonly factorId: string;
  readonly label: string;
  readonly pillar: Pillar;
  readonly technicalAtBestMinor: MinorUnits;
  /** Present minus at best: what this factor costs today (>= 0 in almost all cases). */
  readonly effectMinor: MinorUnits;
}

/** Technical premium with every unproven answer at its best (low) and at its worst (high). */
export interface PremiumRange {
  readonly lowMinor: MinorUnits;
  readonly highMinor: MinorUnits;
}

/** One value tried while solving backwards, with its premium before rounding. */
export interface SolveStep {
  readonly valueMinor: MinorUnits;
  readonly premiumMinor: MinorUnits;
}

/** The retention or limit of a part that meets a target premium, or why none does (rating algorithm, section 8). */
export type SolveResult =
  | {
      readonly kind: 'solved';
      readonly what: 'retention' | 'limit';
      readonly part: Peril;
      readonly targetMinor: MinorUnits;
      /** Least retention, or largest limit, in whole thousands, whose premium is not above the target. */
      readonly valueMinor: MinorUnits;
      /** Premium there, before the rounding line. */
      readonly premiumMinor: MinorUnits;
      readonly quotedMinor: MinorUnits;
      readonly path: readonly SolveStep[];
    }
  | {
      readonly kind: 'out-of-reach';
      readonly what: 'retention' | 'limit';
      readonly part: Peril;
      readonly targetMinor: MinorUnits;
      /** The lowest premium in range, and where it is. */
      readonly nearest: SolveStep;
      /** One sentence: why no value in range meets the target. */
      readonly reason: string;
      readonly path: readonly SolveStep[];
    };
