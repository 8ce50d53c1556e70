import { cacheFolder } from '../runtime/paths.ts';
import { runCommand } from '../runtime/run-command.ts';
import { say, showProgress } from '../runtime/say.ts';
import { SetupFailure } from '../runtime/setup-failure.ts';
import { withLock } from '../runtime/with-lock.ts';
import { aptFraction } from './apt-progress.ts';
import { hasCommand, knownLibraries } from './probe.ts';
import { installLine, missingRequirements, type Requirement } from './requirements.ts';

const updateLimitMs = 5 * 60 * 1000;
const installLimitMs = 15 * 60 * 1000;

/**
 * Makes sure the machine offers what is required. As root on Debian missing packages are installed, saying so;
 * otherwise the failure carries the one line to run.
 */
export async function ensureSystemPackages(
  requirements: readonly Requirement[],
  purpose: string,
): Promise<void> {
  if (findMissing(requirements).length === 0) return;
  if (process.getuid?.() !== 0 || !hasCommand('apt-get'))
    throw new SetupFailure(advice(findMissing(requirements), purpose));
  await withLock(`${cacheFolder()}/apt`, updateLimitMs + installLimitMs, async () => {
    const missing = findMissing(requirements);
    if (missing.length > 0) await install(missing, purpose);
  });
  const still = findMissing(requirements);
  if (still.length > 0) throw new SetupFailure(advice(still, purpose));
}

function findMissing(requirements: readonly Requirement[]): readonly Requirement[] {
  const libraries = requirements.some(({ kind }) => kind === 'library')
    ? knownLibraries()
    : new Set<string>();
  return missingRequirements(
    requirements,
    (name) => libraries.has(name),
    (name) => hasCommand(name),
  );
}

function advice(missing: readonly Requirement[], purpose: string): string {
  const names = missing.map((requirement) => requirement.name).join(', ');
  return `This machine lacks ${names}, needed ${purpose}. On Debian or Ubuntu run:\n\n  ${installLine(missing)}\n`;
}

async function install(missing: readonly Requirement[], purpose: string): Promise<void> {
  const packages = missing.map((requirement) => requirement.debianPackage);
  say(`Installing Debian packages ${purpose}: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env, timeoutMs: updateLimitMs }).catch((error: unknown) => {
    // One source that cannot be reached need not spoil the others; the installation decides.
    say(`  apt-get update had trouble and is passed over: ${String(error).split('\n').at(-1)}`);
  });
  const progress = showProgress('  installing');
  await runCommand(
    'apt-get',
    [
      'install',
      '-y',
      '--no-install-recommends',
      '-o',
      'APT::Status-Fd=3',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...packages,
    ],
    { env, timeoutMs: installLimitMs, onStatus: (text) => progress.update(aptFraction(text) ?? 0) },
  );
  progress.done();
}
