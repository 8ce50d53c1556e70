// npm run soak [-- options]: does harm to workbooks in every way there is, prints how each case ended, and fails on any
// that was lost, silent, without a sentence, or that threw.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runSoak } from '#test/soak/run-soak.ts';
import { SOAK_KINDS } from '#test/soak/soak-kinds.ts';
import { callerFolder } from './arguments/caller-paths.ts';
import { exitBadInput } from './arguments/quote-arguments.ts';
import { runMain, SetupFailure } from './runtime/setup-failure.ts';

const usage = [
  'npm run soak [-- options]: kills, corruptions, hostile calls and files, two processes.',
  '  --seed N          repeats a run (default 1)',
  '  --minutes N       the longest that each kind may take (default 60)',
  '  --scale X         a share of the whole, such as 0.1 (default 1)',
  `  --kinds A,B       of ${SOAK_KINDS.map(({ name }) => name).join(', ')}`,
  '  --workbook FILE   does it to copies of this workbook, which must be closed (default: one that is made)',
  'Exit codes: 0 nothing wrong, 1 something was, 2 wrong options.',
].join('\n');

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '60' },
      scale: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      workbook: { type: 'string' },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const seed = numberIn('seed', values.seed);
  const minutes = numberIn('minutes', values.minutes);
  const scale = numberIn('scale', values.scale);
  const wanted = values.kinds?.split(',') ?? SOAK_KINDS.map(({ name }) => name);
  const unknown = wanted.find((name) => !SOAK_KINDS.some((kind) => kind.name === name));
  if (unknown !== undefined) throw new SetupFailure(`There is no kind “${unknown}”.\n${usage}`, exitBadInput);
  const wrong = await runSoak({
    kinds: SOAK_KINDS.filter(({ name }) => wanted.includes(name)),
    seed,
    countOf: ({ whole }) => Math.max(1, Math.round(whole * scale)),
    milliseconds: minutes * 60_000,
    workbook: values.workbook === undefined ? null : resolve(callerFolder(), values.workbook),
    onDone: ({ name, whole }, { tried, ended }, seconds) => {
      const goal = Math.max(1, Math.round(whole * scale));
      console.log(`${name}: ${tried} of ${goal} tried, seed ${seed}, ${seconds.toFixed(0)} s`);
      for (const [how, count] of Object.entries(ended)) console.log(`  ${String(count).padStart(7)}  ${how}`);
    },
  });
  for (const what of wrong) console.log(`WRONG  ${what}`);
  console.log(wrong.length === 0 ? 'Nothing wrong.' : `${wrong.length} wrong.`);
  return wrong.length === 0 ? 0 : 1;
});

function numberIn(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new SetupFailure(`--${name} is “${text}”; it must be a number above 0.`, exitBadInput);
  return value;
}
