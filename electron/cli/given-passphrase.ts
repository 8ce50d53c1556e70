import { readFileSync } from 'node:fs';
import process from 'node:process';

const VARIABLE = 'BALLAST_PASSPHRASE';

/**
 * A passphrase for a run without a window, which an argument would show to everybody on this computer: from the environment
 * variable, which no program started from here inherits then, or the first line of standard input. Null where neither has one;
 * what is typed is not asked for.
 */
export function givenPassphrase(): string | null {
  const { [VARIABLE]: given } = process.env;
  delete process.env[VARIABLE];
  if (given !== undefined && given !== '') return given;
  if (process.stdin.isTTY) return null;
  const [line = ''] = standardInput().split(/\r?\n/, 1);
  return line === '' ? null : line;
}

function standardInput(): string {
  try {
    return readFileSync(0, 'utf8');
  } catch {
    // Nothing is connected there.
    return '';
  }
}
