/** Exit code for "this machine lacks something the application needs" (EX_UNAVAILABLE in sysexits.h). */
const exitUnavailable = 69;

/** Exit code for a run that passed its time limit, as `timeout(1)` has it. */
export const exitTimeLimit = 124;

/** A failure with a sentence for the person at the terminal; needs no stack trace. */
export class SetupFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitUnavailable) {
    super(message);
    this.name = 'SetupFailure';
    this.exitCode = exitCode;
  }
}

/** Runs a script's main function; a setup failure becomes its sentence and its exit code. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
