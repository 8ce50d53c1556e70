// npm run calibrate [-- FOLDER] [-- --out FOLDER] [--pdf FILE]: fits the rating model's figures to an incident library,
// prints the report and writes it as JSON and Markdown, and as PDF where it is asked for. The same folder gives the same
// JSON and Markdown to the byte on every run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Calibration, calibrate } from '#shared/calibration/calibrate.ts';
import { type Recipe, recipeSchema } from '#shared/calibration/recipe.ts';
import { calibrationReport } from '#shared/calibration/report/calibration-report.ts';
import { calibrationJson } from '#shared/calibration/report/report-json.ts';
import { calibrationMarkdown } from '#shared/calibration/report/report-markdown.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import type { LibraryFault } from '#shared/library/library-fault.ts';
import type { Library } from '#shared/library/read-library.ts';
import {
  calibrateArguments,
  calibrateUsage,
  defaultLibrary,
  mustHavePlace,
} from './arguments/calibrate-arguments.ts';
import { callerFolder } from './arguments/caller-paths.ts';
import { exitBadInput } from './arguments/quote-arguments.ts';
import { readLibraryFolder, todayFor } from './calibration/library-folder.ts';
import { writeReportPdf } from './calibration/report-pdf.ts';
import { projectRoot } from './runtime/paths.ts';
import { runMain, SetupFailure } from './runtime/setup-failure.ts';

/** Exit code of a run that was interrupted (128 + SIGINT). */
const exitCancelled = 130;
/** More faults than this are counted, not listed. */
const faultsListed = 25;

let isCancelled = false;
process.on('SIGINT', () => {
  // A second Ctrl-C does not wait for the step to end.
  if (isCancelled) process.exit(exitCancelled);
  isCancelled = true;
});

await runMain(async () => {
  if (process.argv.includes('--help')) {
    console.log(calibrateUsage);
    return 0;
  }
  const order = calibrateArguments(process.argv.slice(2), callerFolder(), projectRoot);
  const { library: folder, out, pdf } = order;
  if (pdf !== null) mustHavePlace(pdf);
  const recipe = recipeSchema.parse(
    storedJson(readFileSync(join(projectRoot, 'resources', 'calibration', 'recipe-2026.2.json'), 'utf8')),
  );
  const reading = readLibraryFolder(folder, todayFor(join(projectRoot, defaultLibrary), new Date()));
  if (!reading.ok) throw refusal(folder, reading.faults);
  const calibration = await stepwise(reading.library, recipe, folder);
  if (calibration === null) return cancelled();
  if (pdf !== null) {
    process.stderr.write('Printing the report\n');
    const exitCode = await writeReportPdf(calibrationReport(calibration, recipe), { ...order, pdf });
    if (isCancelled) return cancelled();
    if (exitCode !== 0) {
      process.stderr.write('The report could not be printed, so nothing was written.\n');
      return exitCode;
    }
  }
  const report = calibrationMarkdown(calibration, recipe);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'calibration.json'), calibrationJson(calibration));
  writeFileSync(join(out, 'calibration.md'), report);
  process.stdout.write(report);
  process.stderr.write(`\ncalibration.json and calibration.md are in ${out}\n`);
  if (pdf !== null) process.stderr.write(`The report as PDF is ${pdf}\n`);
  return 0;
});

function cancelled(): number {
  process.stderr.write('\nCancelled; nothing was written.\n');
  return exitCancelled;
}

/** Runs the steps, letting a Ctrl-C in between them; null when it came. */
async function stepwise(library: Library, recipe: Recipe, folder: string): Promise<Calibration | null> {
  const steps = calibrate(library, recipe);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      endLine();
      if (!step.value.ok) throw refusal(folder, step.value.faults);
      return step.value.calibration;
    }
    const { done, total, next } = step.value;
    showLine(`${String(done + 1).padStart(3)} of ${total}  ${next}`);
    await setImmediate();
    if (isCancelled) return null;
  }
}

/** One line that is written over on a terminal, and a line each elsewhere. */
function showLine(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
}

function endLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

function refusal(folder: string, faults: readonly LibraryFault[]): SetupFailure {
  const more = faults.length - faultsListed;
  const lines = [
    `The library in ${folder} cannot be used; nothing was calibrated.`,
    ...faults.slice(0, faultsListed).map(({ sentence }) => `  ${sentence}`),
    ...(more > 0 ? [`  and ${more} more.`] : []),
  ];
  return new SetupFailure(lines.join('\n'), exitBadInput);
}
