import type { IsoDate } from '../domain/dates.ts';
import type {
  DatePrecision,
  EvidenceState,
  FixStatus,
  Grade,
  Pillar,
  RegisterEvidenceState,
  SubjectType,
} from '../domain/vocabulary.ts';

// The whole working of a score, as data: screen, worksheet and PDF read this and nothing else.

/** Named rules that moved a factor's score away from its plain map or level. */
export type FactorRule =
  | { readonly kind: 'evidence-cap'; readonly cap: number }
  | { readonly kind: 'freshness-floor'; readonly floor: number }
  | { readonly kind: 'socialised-loss-cap'; readonly cap: number }
  /** Other code runs than was reviewed. */
  | { readonly kind: 'other-code-cap'; readonly cap: number }
  /** Set by the underwriter, after every other rule. */
  | {
      readonly kind: 'judgement';
      readonly from: number;
      readonly to: number;
      readonly reason: string;
      readonly words: string;
    }
  | { readonly kind: 'register-not-provided' }
  | { readonly kind: 'clean-record' };

export interface FactorScore {
  readonly factorId: string;
  readonly pillar: Pillar;
  readonly label: string;
  readonly kind: 'ordinal' | 'numeric' | 'computed';
  /** Weight in the model, before renormalising. */
  readonly weight: number;
  /** `scored`, `not-provided` (counts as 0) or `not-applicable` (leaves the denominator). */
  readonly status: 'scored' | 'not-provided' | 'not-applicable';
  readonly evidence: EvidenceState;
  /** What was answered: level key, number, or computed quantity (null where there is none). */
  readonly answer: string | number | null;
  /** The answer in words: level label, number with unit. */
  readonly answerText: string;
  /** Score before the evidence cap; null when not applicable. */
  readonly uncapped: number | null;
  /** Score after all rules; null when not applicable. */
  readonly score: number | null;
  /** The score as computed, where judgement set another; absent elsewhere. */
  readonly original?: number;
  /** weight / applicable weight of the pillar, 0 when not applicable. */
  readonly share: number;
  /** share * score: what the factor adds to its pillar (to E for the incident pillar). */
  readonly points: number;
  /** share * 100: the most it could add. */
  readonly maximumPoints: number;
  readonly isUnproven: boolean;
  readonly rules: readonly FactorRule[];
}

export interface PillarScore {
  readonly pillar: Pillar;
  readonly label: string;
  readonly score: number;
  /** The score as computed, where judgement of an answer moves it; absent elsewhere. */
  readonly original?: number;
  /** Weight of the pillar in the overall score, 0..1. */
  readonly share: number;
  readonly weightedMean: number;
  readonly applicableWeight: number;
  readonly unprovenWeight: number;
  /** g_p: share of applicable weight asserted or not provided. */
  readonly evidenceGap: number;
  readonly factors: readonly FactorScore[];
}

/** The working of one incident: names as in the incident model. */
export interface IncidentWorking {
  readonly incidentId: string;
  /** The day that counts. */
  readonly date: IsoDate;
  /** What is known of it; left out where it is the day. */
  readonly datePrecision?: DatePrecision;
  readonly cause: string;
  readonly isMaterial: boolean;
  readonly isOwn: boolean;
  readonly fixStatus: FixStatus;
  /** Gross loss and recovery (at most the loss), in currency units. */
  readonly loss: number;
  readonly recovered: number;
  readonly ageDays: number;
  readonly ageYears: number;
  readonly lossShare: number;
  readonly x: number;
  readonly f: number;
  readonly h: number;
  /** S, 0..100. */
  readonly severity: number;
  readonly causeWeight: number;
  readonly fixMultiplier: number;
  readonly decay: number;
  readonly recency: number;
  readonly repeat: number;
  readonly isRepeat: boolean;
  readonly boundary: number;
  /** w = fix * decay * recency * repeat * boundary. */
  readonly weight: number;
  /** S * cause * w: the incident's part of LOAD. */
  readonly load: number;
  /** min(1, S / full-count severity). */
  readonly countShare: number;
}

export type IncidentCap =
  | { readonly kind: 'large-own-loss'; readonly cap: number; readonly incidentIds: readonly string[] }
  | { readonly kind: 'users-not-whole'; readonly cap: number; readonly incidentIds: readonly string[] };

export interface IncidentPillarWorking {
  readonly registerEvidence: RegisterEvidenceState;
  /** Material and immaterial, oldest first. */
  readonly incidents: readonly IncidentWorking[];
  readonly yearsLive: number;
  readonly load: number;
  readonly effectiveYears: number;
  readonly rate: number;
  /** E. */
  readonly experience: number;
  /** Z = T/(T+K). */
  readonly credibility: number;
  readonly prior: number;
  /** Z*E + (1-Z)*prior when E >= prior, else E. */
  readonly blended: number;
  readonly isBlended: boolean;
  readonly caps: readonly IncidentCap[];
  /** The pillar over the full set, before the monotone rule. */
  readonly fullSetScore: number;
  /** Ids of the subset whose pillar is least, when it is not the full set. */
  readonly governingSubset: readonly string[] | null;
}

/** One knock-out or referral that fired (or could not be tested), with the facts that made it fire. */
export interface Flag {
  readonly id: string;
  readonly kind: 'knock-out' | 'referral';
  readonly label: string;
  /** One sentence with the facts: "Quorum is 'single'". */
  readonly reason: string;
  /** Fields to look at: factor id, incident id, declaration id or part id. */
  readonly fields: readonly string[];
}

export type GradeOutcome =
  | {
      readonly kind: 'graded';
      readonly grade: Grade;
      readonly action: string;
      /** The grade of the score, where judgement set another, and why; absent elsewhere. */
      readonly judged?: { readonly original: Grade; readonly reason: string; readonly words: string };
    }
  | { readonly kind: 'knocked-out'; readonly grade: Grade; readonly action: string }
  | { readonly kind: 'no-grade'; readonly grade: null; readonly action: string; readonly reason: string };

export interface ScoreResult {
  readonly modelId: string;
  readonly asOf: IsoDate;
  readonly subjectType: SubjectType;
  readonly pillars: Readonly<Record<Pillar, PillarScore>>;
  readonly incidentWorking: IncidentPillarWorking;
  /** sum(pillar share * pillar score). */
  readonly weightedPillars: number;
  readonly lowestPillar: Pillar;
  /** Blend of mean and lowest, before the weak-pillar cap. */
  readonly blended: number;
  /** After the weak-pillar cap: the ungated score, shown even when a knock-out fires. */
  readonly overall: number;
  readonly weakPillarCap: { readonly cap: number; readonly pillar: Pillar } | null;
  /** The band of `overall`, ignoring knock-outs and gaps. */
  readonly ungatedGrade: Grade;
  /** Score and grade as the model alone makes them, where something was set by judgement; absent elsewhere. */
  readonly original?: { readonly overall: number; readonly grade: Grade };
  readonly outcome: GradeOutcome;
  /** Overall evidence gap: sum of pillar share * g_p. */
  readonly evidenceGap: number;
  readonly knockOuts: readonly Flag[];
  /** Score with every unproven answer at its worst / at its best: how far the score could move. */
  readonly range: {
    readonly low: number;
    readonly high: number;
    readonly lowGrade: Grade;
    readonly highGrade: Grade;
  };
  /** Unproven factors ranked by how much proving each could add to the overall score ("what to ask next"). */
  readonly askNext: readonly {
    readonly factorId: string;
    readonly label: string;
    readonly couldAdd: number;
  }[];
}

/** What a picture of the score shows: totals, no factor, no answer. */
export type ScorePicture = Pick<
  ScoreResult,
  'overall' | 'outcome' | 'ungatedGrade' | 'range' | 'evidenceGap' | 'weakPillarCap'
> & {
  readonly pillars: Readonly<
    Record<Pillar, Pick<PillarScore, 'pillar' | 'label' | 'score' | 'share' | 'evidenceGap'>>
  >;
};
