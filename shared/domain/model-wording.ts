import { z } from 'zod';
import { CONDITION_KINDS } from './deal-content.ts';
import { REASON_KINDS } from './deal-states.ts';
import { exposureFieldSchema } from './exposures.ts';
import { LINK_FIELDS } from './links.ts';
import { MODEL_CHANGES } from './model-changes.ts';
import { basis } from './model-rules.ts';
import {
  BOUNDARIES,
  COVERAGE_PARTS,
  EVIDENCE_STATES,
  FIX_STATUSES,
  GRADES,
  PILLARS,
  POSTMORTEMS,
  REGISTER_FORMULAS,
  RISK_LOAD_PRINCIPLES,
  SUBJECT_TYPES,
} from './vocabulary.ts';
import { count, reference, rule, text } from './wording-fields.ts';
import { wordingRules } from './wording-rules.ts';

// The wording of a rating model is a file of its own beside the model, versioned and hashed apart from it: the words
// that form and paper use for what the model names, and the ties between the model's own ids and what the code can do
// (which formula computes a factor, which cause two parts could answer for). It can grow without the model's hash moving.
// Figures never stand in it: a sentence that states one has a placeholder, `{cap}`, filled from the model.

const exposures = z.array(exposureFieldSchema).min(1);
const named = <T extends z.ZodType>(id: T) => z.strictObject({ id, label: text });

/** What a group of subjects has at stake: the sum of some exposures, or the largest of them. */
const stakeSchema = z.strictObject({ take: z.enum(['sum', 'largest']), exposures });

const clauseQuestion = {
  /** The question of the form. */
  question: text,
  /** The name of the matter on the paper: `Cyber operations`. */
  heading: text,
  /** What the paper says when nothing was chosen. */
  silent: text,
};

/** A reason that is chosen from a list; one with `needsNote` says nothing without words beside it. */
const codedReason = z.strictObject({ id: reference, label: text, needsNote: z.boolean() });
export type CodedReason = z.infer<typeof codedReason>;

/** The fields that a wording may ask of every offer; `subject.legalName` is there once the terms name the insured, too. */
export const NEEDED_FIELDS = [
  'subject.legalName',
  'terms.insured',
  'terms.broker',
  'terms.contract.insuredAddress',
  'terms.periodStart',
  'terms.contract.startTime',
  'terms.contract.endTime',
  'terms.contract.timePlace',
  'terms.contract.law',
  'terms.contract.jurisdiction',
  'terms.line.leader',
  'schedule',
  'terms.contract.validUntilTime',
  'terms.contract.validityPlace',
  'declarations',
  'insurer',
  'underwriter',
] as const;
export type NeededField = (typeof NEEDED_FIELDS)[number];

/** What is usually written in a field, the most usual first. */
const usualWords = z.array(text).min(1);
const usualCounts = z.array(count).min(1);

/** What contracts usually say: offered by the form, and never there unless it is chosen. */
const contractSchema = z.strictObject({
  startTime: usualWords,
  endTime: usualWords,
  timePlace: usualWords,
  law: usualWords,
  jurisdiction: usualWords,
  territory: usualWords,
  situs: usualWords,
  waitingHours: usualCounts,
  discoveryDays: usualCounts,
  claimsDays: usualCounts,
  paymentTerms: usualWords,
  validUntilTime: usualWords,
  validityPlace: usualWords,
  /** Conditions and warranties beside those of the model; the usual ones are taken over with the usual words. */
  conditions: z.array(
    z.strictObject({ id: reference, kind: z.enum(CONDITION_KINDS), text, isUsual: z.boolean() }),
  ),
  fees: usualWords,
  /** Beside what a subjectivity asks for. */
  subjectivities: z.strictObject({ from: usualWords, to: usualWords, otherwise: usualWords }),
});

/** Words of the papers that leave the house: plainer than those of the model, which stay as they are. */
const papersSchema = z.strictObject({
  /** That each insurer answers for its own line. */
  several: text,
  /** What the terms rest on, and the duty to tell of a change. */
  information: text,
  /** That one event is paid under one part; absent, as are the three after it, from a wording of before it was said. */
  oneEvent: text.optional(),
  /** Which limit binds where those of each event and of the period meet. */
  limitsMeet: text.optional(),
  /** The same where parts share a limit besides. */
  limitsMeetShared: text.optional(),
  /** Of what coinsurance is a share. May use `{part}`, `{share}`, `{percent}` and `{limit}`. */
  coinsurance: text.optional(),
  /** In place of a schedule that is still to be agreed. */
  notScheduled: text,
  /** Where notices and claims go; absent from a wording of before it was said. */
  notices: text.optional(),
  /** That nothing written by hand beside the conditions moves what is covered; absent from a wording of before it was said. */
  changesNothing: text.optional(),
  /** What the data says of who pays and who accounts for taxes; absent from a wording of before it was said. */
  taxes: text.optional(),
  parts: z.array(z.strictObject({ id: z.enum(COVERAGE_PARTS), insures: text })),
  exclusions: z.array(z.strictObject({ id: reference, label: text.optional(), plain: text })),
  causes: z.array(
    z.strictObject({
      code: reference,
      label: text,
      /** What is said where that part answers for the cause. */
      note: z.strictObject({ part: z.enum(COVERAGE_PARTS), text }).optional(),
    }),
  ),
  /** A coded reason of a decline as the broker reads it; one that is not listed is said in words of its own. */
  declined: z.array(z.strictObject({ id: reference, sentence: text })),
});

/** What judgement may do in place of a score or a grade, and when it is a referral. */
const judgementRulesSchema = z.strictObject({
  reasons: z.array(named(reference)).min(1),
  /** Points that an answer may be moved by, either way, without a referral. */
  answerPoints: z.number().positive(),
  /** Points of the overall score from which a manual change is the model's referral. */
  overallPoints: z.number().positive(),
  /** Steps of the scale that a grade may be moved by; any step is the model's referral. */
  gradeSteps: count,
  /** May use `{label}`, `{from}`, `{to}` and `{points}`. */
  answerBeyond: text,
  /** May use `{from}`, `{to}` and `{points}`. */
  overallMoved: text,
  /** May use `{from}` and `{to}`. */
  gradeMoved: text,
  /** May use `{from}`, `{to}` and `{steps}`. */
  gradeBeyond: text,
});

/** What is said of a deal beyond somebody's authority; the sentences may use `{name}`, `{value}` and `{limit}`. */
const authoritySchema = z.strictObject({
  /** The referral of the model that the authority of a person computes. */
  flag: reference,
  label: text,
  limitEachEvent: text,
  aggregate: text,
  ourLine: text,
  premium: text,
  grade: text,
  /** Stands for the grade of a subject that has none. */
  noGrade: text,
  schedule: text,
  walkAway: text,
  decline: text,
  referral: text,
  currency: text,
  /** What of the rule stays uncomputed; follows the words of a rule that is not. */
  notComputed: text.nullable(),
});
export type AuthorityRule = z.infer<typeof authoritySchema>;
/** A rule that the model cannot compute without the book, and what is said of it. */
const accumulationSchema = z.strictObject({
  /** The referral of the model that this computes. */
  referral: reference,
  label: text,
  /** Fields of the subject by which losses may come together: one of them for the start of a sentence, and several. */
  kinds: z.array(z.strictObject({ field: z.enum(LINK_FIELDS), label: text, plural: text })).min(1),
  /** May use `{kind}`, `{name}`, `{sum}`, `{papers}` and `{capacity}`, as may `within`. */
  over: text,
  within: text,
  /** May use `{kind}`, `{name}`, `{references}` and `{currency}`. */
  notSummed: text,
  /** This very offer, among the references. */
  thisOffer: text,
  /** May use `{kinds}`, as may `noName`. */
  noCapacity: text,
  noName: text,
});
export type AccumulationRule = z.infer<typeof accumulationSchema>;

export const modelWordingSchema = z.strictObject({
  format: z.literal('ballast-model-wording/1'),
  id: reference,
  version: z.string(),
  /** Id of the rating model that it belongs to. */
  modelId: reference,
  pillars: z.array(
    z.strictObject({
      id: z.enum(PILLARS),
      /** Where the model's full label would not fit. */
      short: text,
      introduction: text,
    }),
  ),
  evidenceStates: z.array(
    z.strictObject({
      id: z.enum(EVIDENCE_STATES),
      short: text,
      /** What the state does to an answer; follows the model's label and a colon. May use `{cap}`. */
      effect: text,
      /** What it does to the incident register; null where a register cannot have it. May use `{cap}` and `{count}`. */
      registerEffect: text.nullable(),
    }),
  ),
  /** The tick box of the factor that the model gives a freshness floor. */
  freshness: z.strictObject({
    label: text,
    /** May use `{floor}`. */
    help: text,
    /** Added to the words of the answer. */
    added: text,
    ageNotGiven: text,
  }),
  /** The tick box of the factor that socialised losses cap; null where the model has no such factor. */
  socialisedLoss: z
    .strictObject({
      factorId: reference,
      label: text,
      /** May use `{cap}`. */
      help: text,
      /** Added to the words of the answer. */
      added: text,
    })
    .nullable(),
  register: z.strictObject({
    label: text,
    notProvided: text,
    /** Which formula computes which factor, and how its quantity is put: `{quantity}`, `{percent}` or `{amount}`. */
    factors: z.array(
      z.strictObject({
        factorId: reference,
        formula: z.enum(REGISTER_FORMULAS),
        finding: text,
        nothingOnRecord: text,
      }),
    ),
  }),
  /** The two factors with an answer of their own that the incident test cases of the model give; null without cases. */
  incidentTestCase: z.strictObject({ haltFactorId: reference, readinessFactorId: reference }).nullable(),
  exposures: z.array(z.strictObject({ id: exposureFieldSchema, label: text, hint: text })),
  /** How the amounts are to be taken, said once for all of them. */
  exposuresNote: text,
  /** The exposures that matter to a type, in the order of the form. */
  subjectTypes: z.array(z.strictObject({ id: z.enum(SUBJECT_TYPES), exposures })),
  assetsAtStake: z.strictObject({ custodial: stakeSchema, protocol: stakeSchema }),
  fixStatuses: z.array(named(z.enum(FIX_STATUSES))),
  postmortems: z.array(named(z.enum(POSTMORTEMS))),
  boundaries: z.array(named(z.enum(BOUNDARIES))),
  riskLoadPrinciples: z.array(named(z.enum(RISK_LOAD_PRINCIPLES))),
  cyberClauses: z.strictObject({
    ...clauseQuestion,
    clauses: z.array(z.strictObject({ id: reference, label: text, text })).min(1),
  }),
  /** Which part answers for the cause that two parts could answer for. */
  signingWordings: z.strictObject({
    ...clauseQuestion,
    /** A template for a chosen part that is not quoted: `{part}`. */
    notQuoted: text.optional(),
    /** Added where several options stand on one paper. */
    notInEach: text.optional(),
    /** Code of that cause; null where the model has none. */
    cause: reference.nullable(),
    wordings: z
      .array(
        z.strictObject({
          id: reference,
          label: text,
          text,
          /** The part that answers; null when none does. */
          part: z.enum(COVERAGE_PARTS).nullable(),
        }),
      )
      .min(1),
  }),
  scheduleReasons: z.array(codedReason).min(1),
  /** Conditions that stand under their own heading on the paper. */
  recoveryConditions: z.array(reference),
  /** What to have ready for a claim, each with the condition that asks for it; around the steps that follow from the terms. */
  claimsSteps: z.strictObject({
    beforeTerms: z.array(z.strictObject({ conditionId: reference, text })),
    afterTerms: z.array(z.strictObject({ conditionId: reference, text })),
  }),
  /** How the cover responds to a cause of loss. */
  responses: z.strictObject({ covered: text, contingent: text, refer: text, 'not-covered': text }),
  /** What a corridor of the kind `premium-over-protocol-premium` is measured against. */
  corridor: z.strictObject({
    part: z.enum(COVERAGE_PARTS),
    /** `of the premium of ...`, after a share. */
    of: text,
  }),
  /** What decides beside the model's own rules; null in a wording of before there were such rules. */
  decision: z
    .strictObject({
      /** What the model's action of a grade means for a quote; a grade that is not listed may be quoted. */
      gradeActions: z.array(z.strictObject({ grade: z.enum(GRADES), does: z.enum(['refer', 'decline']) })),
      /** May use `{grade}` and `{action}`. */
      gradeRefers: rule,
      gradeDeclines: rule,
      /** Declarations that are not stated. May use `{count}`. */
      declarations: rule,
      /** A period that begins before the day of issue. May use `{start}` and `{today}`. */
      backdated: rule,
      /** A rule that needs what is not known yet. May use `{label}` and `{why}`. */
      notComputed: text,
      /** What a person may do; null in a wording of before there were people. */
      authority: authoritySchema.nullable().default(null),
      /** What shares a name in the book; null in a wording of before it was computed. */
      accumulation: accumulationSchema.nullable().default(null),
      /** What was changed by hand, in place of the label of the model's rule. */
      override: z.strictObject({ schedule: text, enteredRate: text }),
      /** What a referral is called by the cause that raised it, in place of the label of the model's rule; null in a wording of before. */
      labelsByCause: z
        .strictObject({
          /** A question without whose answer a knock-out cannot be tested. */
          untestedKnockOut: text,
          liveSinceNotGiven: text,
          /** An answer that judgement moved further than it may without a second signature. */
          answerJudged: text,
        })
        .nullable()
        .default(null),
      /** What an offer cannot do without: a field, and what is said while it is empty. */
      needed: z.array(z.strictObject({ field: z.enum(NEEDED_FIELDS), sentence: text })),
      /** The subjectivity that asks for the schedule of covered assets, in place of one. */
      scheduleSubjectivity: reference.nullable().default(null),
      judgement: judgementRulesSchema.nullable().default(null),
      ...wordingRules,
      /** Answers in per cent that the exposures give as well. */
      contradictions: z
        .array(
          z.strictObject({
            factorId: reference,
            /** The answer is the share of these … */
            exposures,
            /** … in these together. */
            whole: exposures,
            /** Whether an answer that scores better than the exposures gives way to them. */
            worseCounts: z.boolean(),
            /** May use `{label}`, `{answer}` and `{share}`. */
            sentence: text,
            /** Of an answer that it does not apply. May use `{label}` and `{share}`. */
            notApplicable: text,
            /** Of a subject that is not asked. May use `{label}`, `{amount}` and `{type}`. */
            notAsked: text,
            /** Its name as a referral, until the note on the exposures says how it is kept; null where it is none. */
            notAskedLabel: text.nullable().default(null),
            /** Added to the words of an answer that gave way. May use `{answer}`. */
            counted: text,
            /** Added to the words of an answer that was said not to apply. */
            countedAside: text.nullable().default(null),
            /** Where no answer says the share that a referral is about. May use `{label}`, `{share}` and `{limit}`. */
            referred: text.nullable().default(null),
            /** Offers the share as the answer. May use `{share}`. */
            takeOver: text,
          }),
        )
        .default([]),
      /** How much of a person's authority for our line the insurer likes to use, by grade; a grade not listed: nothing. */
      appetite: z
        .strictObject({
          basis,
          shares: z.array(z.strictObject({ grade: z.enum(GRADES), percent: z.number().min(0).max(100) })),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  /** What becomes of a case; null in a wording of before cases moved. */
  lifecycle: z
    .strictObject({
      /** Why a case is declined, cancelled or not taken up, and an offer withdrawn. */
      reasons: z.record(z.enum(REASON_KINDS), z.array(codedReason).min(1)),
      /** After how many months a bound risk is looked at again. */
      review: z.array(z.strictObject({ grade: z.enum(GRADES), months: z.number().int().min(1).max(60) })),
    })
    .nullable()
    .default(null),
  /**
   * Where the figures of the price come from that carry no mark in the model itself: by place in `pricing`, segments parted by
   * `/`, an entry of a list by its id or type, `*` for any. Absent from a wording of before the marks were complete.
   */
  figureMarks: z
    .array(z.strictObject({ figures: z.array(reference).min(1), mark: z.enum(['L', 'J', 'S']), note: text }))
    .optional(),
  /** What the papers for a broker say in place of the model's own words, and beside them; absent from a wording of before there were such papers. */
  papers: papersSchema.optional(),
  /** What contracts usually say; null in a wording of before it was offered. */
  contract: contractSchema.nullable().default(null),
  /** What the model does otherwise than the one before it, a sentence for each group of rules that moved. */
  changes: z.partialRecord(z.enum(MODEL_CHANGES), text).optional(),
});

export type ModelWording = z.infer<typeof modelWordingSchema>;
