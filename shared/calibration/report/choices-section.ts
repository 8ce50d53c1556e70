import { heading, table } from '../../report/report-document.ts';
import type { WeighedChoice } from '../checks/weighed-choices.ts';
import { decimals, figure } from './figures.ts';
import type { Section } from './section.ts';

/** From here on two are not told apart. */
const TELLING = 0.05;
/** Differences below this are no difference; by AIC, which grows by 2 for a parameter that explains nothing, below that. */
const LEVEL = 0.005;
const TIE_OF_AIC = 2;

/** What was chosen and what it beat, or did not. */
export function choicesSection(choices: readonly WeighedChoice[]): Section {
  return [
    heading('What was chosen, and what it beat'),
    `The gain is by how much the choice is better by the measure, negative where it is worse (of AIC and deviance less is better). p stands where one of the two is the other with something more: the chance of such a difference if that were nothing.`,
    choicesReading(choices),
    ...[...new Set(choices.map(({ decision }) => decision))].map((decision) =>
      table(
        [decision, 'instead of', 'measure', 'chosen / other', 'gain', 'so'],
        choices
          .filter((one) => one.decision === decision)
          .map((one) => [
            one.chosen,
            one.other,
            one.measure,
            `${decimals(one.chosenScore, 2)} / ${decimals(one.otherScore, 2)}`,
            decimals(one.gain, 2),
            verdict(one),
          ]),
      ),
    ),
  ];
}

/** How the choices fare, in one sentence; the README carries it. */
export function choicesReading(choices: readonly WeighedChoice[]): string {
  const count = (...results: readonly Result[]) =>
    choices.filter((one) => results.includes(resultOf(one))).length;
  return `Of ${choices.length} comparisons on this library the choice is better in ${count('better')}, worse in ${count('worse')}, and in ${count('level', 'not told apart')} the two are level or not told apart (p above ${TELLING}, AIC less than ${TIE_OF_AIC} apart).`;
}

type Result = 'better' | 'worse' | 'level' | 'not told apart';

function resultOf({ measure, gain, pValue }: WeighedChoice): Result {
  if (Math.abs(gain) <= LEVEL) return 'level';
  const isTold = pValue === null ? measure !== 'AIC' || Math.abs(gain) >= TIE_OF_AIC : pValue <= TELLING;
  if (!isTold) return 'not told apart';
  return gain > 0 ? 'better' : 'worse';
}

const verdict = (one: WeighedChoice): string =>
  [
    one.pValue === null ? resultOf(one) : `${resultOf(one)}, p ${chance(one.pValue)}`,
    ...(one.remark === '' ? [] : [one.remark]),
  ].join('; ');

const LEAST_CHANCE = 0.0001;
const chance = (pValue: number): string =>
  pValue < LEAST_CHANCE ? `below ${LEAST_CHANCE}` : figure(pValue, 2);
