import { upperFirst } from '../../domain/upper-first.ts';
import { heading, table } from '../../report/report-document.ts';
import type { CalibrationChecks } from '../calibrate.ts';
import { GROUPS } from '../recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS, SAMPLE_WORDS } from '../sample-words.ts';
import { decimals, figure, withError } from './figures.ts';
import type { Section } from './section.ts';

/** What was tried beside the model's choice, and what moves it. */
export function checksSection(checks: CalibrationChecks): Section {
  const { joint, jointWithSmallLosses, shareSensitivities, recipeSensitivities, audits } = checks;
  return [
    heading('Other laws of the share'),
    'Leave-one-out: sum over rows of the log-likelihood of each under the fit to all others. A law rises with size where no loss of any amount gets less likely as the subject grows.',
    ...checks.laws.map(({ sample, scores }) =>
      table(
        [sample, 'log-likelihood', 'AIC', 'leave-one-out', 'rises with size', 'chance to lose all'],
        scores.map(({ law, logLikelihood, aic, leaveOneOut, risesWithSize, wholeLoss }) => [
          law,
          decimals(logLikelihood, 3),
          decimals(aic, 2),
          decimals(leaveOneOut, 3),
          risesWithSize ? 'yes' : 'no',
          wholeLoss === null ? null : `${decimals(100 * wholeLoss, 1)} %`,
        ]),
      ),
    ),
    heading('Shares and all losses together'),
    table(
      ['group', 'a (SE)', 'b (SE)', 'ln alpha (SE)', 'elasticity (SE)', 'log-likelihood'],
      GROUPS.map((group) => [
        GROUP_WORDS[group],
        ...Object.values(joint[group].parameters).map(withError),
        decimals(joint[group].logLikelihood, 4),
      ]),
    ),
    'If so much of the small losses on record had fallen on protocols above the threshold:',
    table(
      ['share', 'a', 'b', 'alpha', 'elasticity', 'log-likelihood of the shares'],
      jointWithSmallLosses.map(({ share, fit: { parameters, shareLogLikelihood } }) => [
        share,
        decimals(parameters.a.value, 3),
        decimals(parameters.b.value, 3),
        decimals(Math.exp(parameters.lnAlpha.value), 3),
        decimals(parameters.elasticity.value, 3),
        decimals(shareLogLikelihood, 3),
      ]),
    ),
    heading('Sensitivities'),
    table(
      ['protocol shares', 'n', 'a (SE)', 'b (SE)', 'ln alpha (SE)', 'log-likelihood'],
      shareSensitivities.map(({ name, fit }) => [
        name,
        fit.n,
        ...Object.values(fit.parameters).map(withError),
        decimals(fit.logLikelihood, 4),
      ]),
    ),
    ...checks.causes.map(
      (one) =>
        `${upperFirst(one.causes)} (${one.n} of the ${SAMPLE_WORDS[one.sample]}) move the level of the law by ${withError(one)} (log-likelihood ${decimals(one.logLikelihood, 4)}).`,
    ),
    'Other shares from which a loss counts as nearly total, and other amounts from which losses are on record:',
    table(
      ['sample', 'record', 'n', 'censored', 'a (SE)', 'b (SE)', 'ln shape (SE)'],
      checks.recordSensitivities.map(({ sample, name, fit }) => [
        SAMPLE_WORDS[sample],
        name,
        fit.n,
        fit.censored,
        ...Object.values(fit.parameters).map(withError),
      ]),
    ),
    table(
      [
        'judgement changed',
        'online a, b, alpha',
        `elasticity ${GROUPS.map((group) => GROUP_WORDS[group]).join(', ')}`,
        ...(recipeSensitivities[0]?.rates ?? []).map(
          ({ group, peril }) => `b ${GROUP_WORDS[group]}, ${PERIL_WORDS[peril]}`,
        ),
        ...Object.keys(recipeSensitivities[0]?.bridge ?? {}).map(
          (column) => `t bridge, ${columnWords(column)}`,
        ),
      ],
      recipeSensitivities.map(({ name, online, elasticity, rates, bridge }) => [
        name,
        `${online.a}, ${online.b}, ${online.shape}`,
        GROUPS.map((group) => elasticity[group]).join(', '),
        ...rates.map(({ rate }) => figure(rate, 4)),
        ...Object.values(bridge).map((relativity) => decimals(relativity, 2)),
      ]),
    ),
    `Audits: of contract losses at protocols, ${audits.yes} fell on audited code, ${audits.no} on unaudited, ${audits.unknown} are not known. The rate of unaudited over audited code would be ${audits.ratios.map(({ auditedShare, ratio }) => `${decimals(ratio, 2)} if ${100 * auditedShare} % of protocols were audited`).join(', ')}, times or divided by ${decimals(audits.samplingFactor, 2)} for sampling; nobody has counted that share.`,
  ];
}
