import { heading, table } from '../../report/report-document.ts';
import type { CalibrationChecks } from '../calibrate.ts';
import { GROUPS } from '../recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS } from '../sample-words.ts';
import { decimals, figure, withError } from './figures.ts';
import type { Section } from './section.ts';

/** What was tried beside the model's choice, and what moves it. */
export function checksSection(checks: CalibrationChecks): Section {
  const { joint, jointWithSmallLosses, shareSensitivities, keyCauses, recipeSensitivities, audits } = checks;
  return [
    heading('Other laws of the share'),
    'Leave-one-out: sum over rows of the log-likelihood of each under the fit to all others.',
    ...checks.laws.map(({ sample, scores }) =>
      table(
        [sample, 'log-likelihood', 'AIC', 'leave-one-out'],
        scores.map(({ law, logLikelihood, aic, leaveOneOut }) => [
          law,
          decimals(logLikelihood, 3),
          decimals(aic, 2),
          decimals(leaveOneOut, 3),
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
    `Causes other than contracts move the logit of the mean share by ${withError(keyCauses)} (log-likelihood ${decimals(keyCauses.logLikelihood, 4)}).`,
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
