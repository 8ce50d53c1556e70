import { timeOfDay } from './content-fields.ts';
import { REASON_KINDS } from './deal-states.ts';
import { EXPOSURE_FIELDS } from './exposures.ts';
import { placeholdersIn } from './fill-template.ts';
import { expectEach, expectFactor, expectUnique, fault, type ModelFault } from './model-expectations.ts';
import type { ModelWording } from './model-wording.ts';
import { textsIn } from './plausible-content.ts';
import type { RatingModelData } from './rating-model.ts';
import {
  BOUNDARIES,
  EVIDENCE_STATES,
  FIX_STATUSES,
  GRADES,
  MAPPED_FORMULAS,
  PILLARS,
  POSTMORTEMS,
  REGISTER_EVIDENCE_STATES,
  RISK_LOAD_PRINCIPLES,
  SUBJECT_TYPES,
} from './vocabulary.ts';
import { RULE_PLACEHOLDERS, wordingRules } from './wording-rules.ts';

const ids = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

/** A template may only ask for what is filled in. */
function expectPlaceholders(path: string, template: string, known: readonly string[]): ModelFault[] {
  return placeholdersIn(template)
    .filter((name) => !known.includes(name))
    .map((name) => fault(path, `asks for {${name}}, which nothing fills in`));
}

function checkVocabularies(wording: ModelWording): ModelFault[] {
  const { cyberClauses, signingWordings, scheduleReasons } = wording;
  return [
    ...expectEach('pillars', ids(wording.pillars), PILLARS),
    ...expectEach('evidenceStates', ids(wording.evidenceStates), EVIDENCE_STATES),
    ...expectEach('exposures', ids(wording.exposures), EXPOSURE_FIELDS),
    ...expectEach('subjectTypes', ids(wording.subjectTypes), SUBJECT_TYPES),
    ...expectEach('fixStatuses', ids(wording.fixStatuses), FIX_STATUSES),
    ...expectEach('postmortems', ids(wording.postmortems), POSTMORTEMS),
    ...expectEach('boundaries', ids(wording.boundaries), BOUNDARIES),
    ...expectEach('riskLoadPrinciples', ids(wording.riskLoadPrinciples), RISK_LOAD_PRINCIPLES),
    ...expectUnique('cyberClauses.clauses', ids(cyberClauses.clauses)),
    ...expectUnique('signingWordings.wordings', ids(signingWordings.wordings)),
    ...expectUnique('scheduleReasons', ids(scheduleReasons)),
    ...expectUnique('contract.conditions', ids(wording.contract?.conditions ?? [])),
    ...expectUnique(
      'decision.appetite.shares',
      (wording.decision?.appetite?.shares ?? []).map(({ grade }) => grade),
    ),
    ...checkLifecycle(wording),
  ];
}

function checkLifecycle({ lifecycle }: ModelWording): ModelFault[] {
  if (lifecycle === null) return [];
  return [
    ...REASON_KINDS.flatMap((kind) =>
      expectUnique(`lifecycle.reasons.${kind}`, ids(lifecycle.reasons[kind])),
    ),
    ...expectEach(
      'lifecycle.review',
      lifecycle.review.map(({ grade }) => grade),
      GRADES,
    ),
  ];
}

/** What the papers say in other words is something that the model says. */
function checkPapers({ papers, lifecycle }: ModelWording, model: RatingModelData): ModelFault[] {
  if (papers === undefined) return [];
  const among = (path: string, given: readonly string[], known: readonly string[]): ModelFault[] => [
    ...expectUnique(path, given),
    ...given.filter((id) => !known.includes(id)).map((id) => fault(path, `${id} is not known`)),
  ];
  return [
    ...among('papers.parts', ids(papers.parts), ids(model.coverageParts)),
    ...among('papers.exclusions', ids(papers.exclusions), ids(model.exclusions)),
    ...among(
      'papers.causes',
      papers.causes.map(({ code }) => code),
      model.causes.map(({ code }) => code),
    ),
    ...among('papers.declined', ids(papers.declined), ids(lifecycle?.reasons.declined ?? [])),
  ];
}

function checkTemplates(wording: ModelWording): ModelFault[] {
  const states = wording.evidenceStates.flatMap(({ id, effect, registerEffect }) => {
    const at = `evidenceStates.${id}`;
    const takesRegister = (REGISTER_EVIDENCE_STATES as readonly string[]).includes(id);
    return [
      ...expectPlaceholders(`${at}.effect`, effect, ['cap']),
      ...expectPlaceholders(`${at}.registerEffect`, registerEffect ?? '', ['cap', 'count']),
      ...(takesRegister && registerEffect === null
        ? [fault(`${at}.registerEffect`, 'must say what the state does to the incident register')]
        : []),
    ];
  });
  return [
    ...states,
    ...expectPlaceholders('freshness.help', wording.freshness.help, ['floor']),
    ...expectPlaceholders('socialisedLoss.help', wording.socialisedLoss?.help ?? '', ['cap']),
    ...expectPlaceholders('signingWordings.notQuoted', wording.signingWordings.notQuoted ?? '', ['part']),
    ...checkDecisionTemplates(wording),
    ...checkHours(wording),
    ...wording.register.factors.flatMap(({ factorId, finding }) =>
      expectPlaceholders(`register.factors.${factorId}.finding`, finding, ['quantity', 'percent', 'amount']),
    ),
  ];
}

function checkDecisionTemplates({ decision }: ModelWording): ModelFault[] {
  if (decision === null) return [];
  const {
    gradeRefers,
    gradeDeclines,
    declarations,
    backdated,
    notComputed,
    authority,
    contradictions,
    accumulation,
    judgement,
  } = decision;
  const ofAccumulation = (key: 'over' | 'within' | 'notSummed' | 'noCapacity' | 'noName', known: string[]) =>
    accumulation === null ? [] : expectPlaceholders(`decision.accumulation.${key}`, accumulation[key], known);
  return [
    ...ofAccumulation('over', ['kind', 'name', 'sum', 'papers', 'capacity']),
    ...ofAccumulation('within', ['kind', 'name', 'sum', 'papers', 'capacity']),
    ...ofAccumulation('notSummed', ['kind', 'name', 'references', 'currency']),
    ...ofAccumulation('noCapacity', ['kinds']),
    ...ofAccumulation('noName', ['kinds']),
    ...expectUnique(
      'decision.accumulation.kinds',
      (accumulation?.kinds ?? []).map(({ field }) => field),
    ),
    ...contradictions.flatMap(({ sentence, notApplicable, notAsked, counted, referred, takeOver }, i) => [
      ...expectPlaceholders(`decision.contradictions.${i}.referred`, referred ?? '', [
        'label',
        'share',
        'limit',
      ]),
      ...expectPlaceholders(`decision.contradictions.${i}.sentence`, sentence, ['label', 'answer', 'share']),
      ...expectPlaceholders(`decision.contradictions.${i}.notApplicable`, notApplicable, ['label', 'share']),
      ...expectPlaceholders(`decision.contradictions.${i}.notAsked`, notAsked, ['label', 'amount', 'type']),
      ...expectPlaceholders(`decision.contradictions.${i}.counted`, counted, ['answer']),
      ...expectPlaceholders(`decision.contradictions.${i}.takeOver`, takeOver, ['share']),
    ]),
    ...expectPlaceholders('decision.gradeRefers.reason', gradeRefers.reason, ['grade', 'action']),
    ...expectPlaceholders('decision.gradeDeclines.reason', gradeDeclines.reason, ['grade', 'action']),
    ...expectPlaceholders('decision.declarations.reason', declarations.reason, ['count']),
    ...expectPlaceholders('decision.backdated.reason', backdated.reason, ['start', 'today']),
    ...expectPlaceholders('decision.notComputed', notComputed, ['label', 'why']),
    ...Object.entries(authority ?? {}).flatMap(([key, sentence]) =>
      expectPlaceholders(`decision.authority.${key}`, sentence ?? '', ['name', 'value', 'limit']),
    ),
    ...checkJudgementTemplates(judgement),
    ...checkRuleTemplates(decision),
    ...expectUnique('decision.exclusions.neverSold', decision.exclusions?.neverSold ?? []),
    ...expectUnique(
      'decision.gradeActions',
      decision.gradeActions.map(({ grade }) => grade),
    ),
    ...expectUnique(
      'decision.needed',
      decision.needed.map(({ field }) => field),
    ),
  ];
}

/** Every sentence of the rules that wordings grew group by group. */
const checkRuleTemplates = (decision: NonNullable<ModelWording['decision']>): ModelFault[] =>
  (Object.keys(wordingRules) as (keyof typeof wordingRules)[]).flatMap((group) =>
    textsIn(decision[group], [group]).flatMap(({ path, text }) => {
      const at = path.map(String).join('.');
      return at.includes('.basis.')
        ? []
        : expectPlaceholders(`decision.${at}`, text, RULE_PLACEHOLDERS[at] ?? []);
    }),
  );

function checkJudgementTemplates(
  judgement: NonNullable<ModelWording['decision']>['judgement'],
): ModelFault[] {
  if (judgement === null) return [];
  const at = 'decision.judgement';
  const { answerBeyond, overallMoved, gradeMoved, gradeBeyond } = judgement;
  return [
    ...expectUnique(`${at}.reasons`, ids(judgement.reasons)),
    ...expectPlaceholders(`${at}.answerBeyond`, answerBeyond, ['label', 'from', 'to', 'points']),
    ...expectPlaceholders(`${at}.overallMoved`, overallMoved, ['from', 'to', 'points']),
    ...expectPlaceholders(`${at}.gradeMoved`, gradeMoved, ['from', 'to']),
    ...expectPlaceholders(`${at}.gradeBeyond`, gradeBeyond, ['from', 'to', 'steps']),
  ];
}

/** The hours that a wording offers are hours of the day. */
const checkHours = ({ contract }: ModelWording): ModelFault[] =>
  (['startTime', 'endTime', 'validUntilTime'] as const).flatMap((field) =>
    (contract?.[field] ?? []).flatMap((hour, i) =>
      timeOfDay.safeParse(hour).success
        ? []
        : [fault(`contract.${field}.${i}`, 'must be a time of day such as 00:01')],
    ),
  );

/** Each factor computed from the register has one formula, and each formula one factor with the mapping that it reads. */
function checkFormulas({ register }: ModelWording, model: RatingModelData): ModelFault[] {
  const computed = model.factors.flatMap((factor) =>
    factor.kind === 'computed' && factor.evidenceFrom === 'register' ? [factor] : [],
  );
  const unmapped = register.factors.flatMap(({ factorId, formula }) => {
    const factor = computed.find(({ id }) => id === factorId);
    return factor?.mapping === null && MAPPED_FORMULAS.includes(formula)
      ? [fault(`register.factors.${factorId}`, `reads a mapping, which the model does not give ${factorId}`)]
      : [];
  });
  return [
    ...expectEach(
      'register.factors',
      register.factors.map(({ factorId }) => factorId),
      ids(computed),
    ),
    ...expectUnique(
      'register.factors',
      register.factors.map(({ formula }) => formula),
    ),
    ...unmapped,
  ];
}

/** The factor must be there and carry an answer of its own, read off a mapping. */
function expectOwnAnswer(path: string, model: RatingModelData, id: string): ModelFault[] {
  const factor = model.factors.find((f) => f.id === id);
  const isOwn = factor?.kind === 'computed' && factor.evidenceFrom === 'answer' && factor.mapping !== null;
  return factor === undefined || isOwn
    ? expectFactor({ path, model, id, kind: null })
    : [fault(path, `needs ${id} to be a computed factor with an answer and a mapping of its own`)];
}

function checkRules(wording: ModelWording, model: RatingModelData): ModelFault[] {
  const { incidentTestCase, socialisedLoss, signingWordings, recoveryConditions, claimsSteps } = wording;
  const conditions = ids(model.conditions);
  const known = ({
    path,
    named,
    has,
    what,
  }: {
    readonly path: string;
    readonly named: readonly string[];
    readonly has: readonly string[];
    readonly what: string;
  }) =>
    named
      .filter((id) => !has.includes(id))
      .map((id) => fault(path, `names the ${what} ${id}, which the model does not have`));
  const hasCase = model.testCases.some(({ kind }) => kind === 'incident-pillar');
  const steps = [...claimsSteps.beforeTerms, ...claimsSteps.afterTerms];
  return [
    ...(wording.decision?.contradictions ?? []).flatMap(({ factorId }, i) =>
      expectFactor({ path: `decision.contradictions.${i}.factorId`, model, id: factorId, kind: 'numeric' }),
    ),
    ...known({
      path: 'decision.authority.flag',
      named: wording.decision?.authority == null ? [] : [wording.decision.authority.flag],
      has: model.referrals.flatMap(({ id, rule }) => (rule.kind === 'not-computed' ? [id] : [])),
      what: 'referral that waits for a person',
    }),
    ...known({
      path: 'decision.accumulation.referral',
      named: wording.decision?.accumulation == null ? [] : [wording.decision.accumulation.referral],
      has: model.referrals.flatMap(({ id, rule }) => (rule.kind === 'not-computed' ? [id] : [])),
      what: 'referral that needs the book',
    }),
    ...(socialisedLoss === null
      ? []
      : expectOwnAnswer('socialisedLoss.factorId', model, socialisedLoss.factorId)),
    ...(incidentTestCase === null
      ? hasCase
        ? [fault('incidentTestCase', 'must name the factors that the incident test cases of the model give')]
        : []
      : [
          ...expectOwnAnswer('incidentTestCase.haltFactorId', model, incidentTestCase.haltFactorId),
          ...expectFactor({
            path: 'incidentTestCase.readinessFactorId',
            model,
            id: incidentTestCase.readinessFactorId,
            kind: null,
          }),
        ]),
    ...known({
      path: 'signingWordings.cause',
      named: signingWordings.cause === null ? [] : [signingWordings.cause],
      has: model.causes.map(({ code }) => code),
      what: 'cause',
    }),
    ...known({
      path: 'decision.scheduleSubjectivity',
      named: wording.decision?.scheduleSubjectivity == null ? [] : [wording.decision.scheduleSubjectivity],
      has: ids(model.subjectivities),
      what: 'subjectivity',
    }),
    ...known({
      path: 'decision.exclusions.neverSold',
      named: wording.decision?.exclusions?.neverSold ?? [],
      has: ids(model.exclusions),
      what: 'exclusion',
    }),
    ...known({ path: 'recoveryConditions', named: recoveryConditions, has: conditions, what: 'condition' }),
    ...known({
      path: 'claimsSteps',
      named: steps.map(({ conditionId }) => conditionId),
      has: conditions,
      what: 'condition',
    }),
  ];
}

/**
 * Faults of a schema-valid wording beside its model: it must be of that model, name only what the model has, and give
 * words to all that needs them. Paths are those of the wording's file. Empty when the two hold together.
 */
export function wordingFaults(wording: ModelWording, model: RatingModelData): readonly ModelFault[] {
  return [
    ...(wording.modelId === model.id
      ? []
      : [fault('modelId', `is of the model ${wording.modelId}, not of ${model.id}`)]),
    ...checkVocabularies(wording),
    ...checkTemplates(wording),
    ...checkFormulas(wording, model),
    ...checkRules(wording, model),
    ...checkPapers(wording, model),
  ];
}
