/** Something the machine must offer, and the Debian package that brings it. */
export type Requirement = {
  readonly kind: 'command' | 'library';
  readonly name: string;
  readonly debianPackage: string;
};

const libraries: readonly Requirement[] = [
  { kind: 'library', name: 'libgtk-3.so.0', debianPackage: 'libgtk-3-0' },
  { kind: 'library', name: 'libnss3.so', debianPackage: 'libnss3' },
  { kind: 'library', name: 'libasound.so.2', debianPackage: 'libasound2' },
  { kind: 'library', name: 'libgbm.so.1', debianPackage: 'libgbm1' },
];

const virtualDisplay: readonly Requirement[] = [
  { kind: 'command', name: 'Xvfb', debianPackage: 'xvfb' },
  { kind: 'command', name: 'xauth', debianPackage: 'xauth' },
];

const compilers: readonly Requirement[] = [
  { kind: 'command', name: 'python3', debianPackage: 'python3' },
  { kind: 'command', name: 'make', debianPackage: 'make' },
  { kind: 'command', name: 'g++', debianPackage: 'g++' },
];

/** What Electron needs to run; a virtual display as well where there is no real one. */
export function electronRequirements(
  platform: NodeJS.Platform,
  needsVirtualDisplay: boolean,
): readonly Requirement[] {
  if (platform !== 'linux') return [];
  return needsVirtualDisplay ? [...libraries, ...virtualDisplay] : libraries;
}

/** What the build of a native module needs. */
export function buildTools(platform: NodeJS.Platform = process.platform): readonly Requirement[] {
  return platform === 'linux' ? compilers : [];
}

/** The requirements that neither the linker's cache nor the search path meets. */
export function missingRequirements(
  requirements: readonly Requirement[],
  hasLibrary: (name: string) => boolean,
  hasCommand: (name: string) => boolean,
): readonly Requirement[] {
  return requirements.filter(({ kind, name }) =>
    kind === 'library' ? !hasLibrary(name) : !hasCommand(name),
  );
}

/** The one line that installs what is missing on Debian and its relatives. */
export function installLine(missing: readonly Requirement[]): string {
  const packages = missing.map((requirement) => requirement.debianPackage).join(' ');
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`;
}
