/** One package in package-lock.json, as far as it matters here. */
export type LockedPackage = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly gypfile?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type LockFile = { readonly packages: Readonly<Record<string, LockedPackage>> };

/**
 * Packages that ship their binaries and say `gypfile: false` in their own package.json. npm forgets that word
 * in the lock file and then compiles them during `npm ci`, which needs headers from a server.
 */
const shipsBinaries = ['node_modules/better-sqlite3'] as const;

/** The lock file with that word restored. */
export function withoutCompilation<T extends LockFile>(lock: T): T {
  const entries = Object.entries(lock.packages).map(([path, entry]) => {
    const isListed = shipsBinaries.some((listed) => listed === path);
    return [path, isListed ? { ...entry, gypfile: false } : entry] as const;
  });
  return { ...lock, packages: Object.fromEntries(entries) };
}

/** What would make `npm ci` fail, or install something unchecked, on another machine; one sentence each. */
export function lockFileFaults({ packages }: LockFile): readonly string[] {
  const faults: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    if (entry.version === undefined || entry.integrity === undefined) faults.push(`${path} has no integrity`);
    if (entry.resolved !== undefined) faults.push(`${path} names the server it came from`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isResolved(packages, path, name)) faults.push(`${path} lacks its optional package ${name}`);
    }
  }
  for (const path of shipsBinaries) {
    if (packages[path]?.gypfile !== false) faults.push(`${path} would be compiled: run node scripts/lock.ts`);
  }
  return faults;
}

/** Looks where Node looks: beside the package, then in each folder above it. */
function isResolved(packages: LockFile['packages'], path: string, name: string): boolean {
  const folders = path.split('/node_modules/');
  return folders.some((_, index) => {
    const above = folders.slice(0, folders.length - index).join('/node_modules/');
    return `${above}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
  });
}
