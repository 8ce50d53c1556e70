import type { Import } from './read-imports.ts';

/** Why an import is forbidden, or null when it is not. The house is described in the README's section on its rooms. */
export function objectionTo(entry: Import): string | null {
  const room = entry.file.split('/')[0];
  const target = entry.target;
  if (entry.isComputed) return 'what is imported is named in full, so that it can be held to the rules';
  if (target !== null) {
    if (target.endsWith('.worker.ts') && !entry.isType) return 'a worker is started, never imported';
    if (entry.specifier.startsWith('.') && target.split('/')[0] !== room)
      return `leaves ${room}/ by a relative path`;
    if (target.startsWith(LIBRARY) && !LIBRARY_READERS.some((folder) => entry.file.startsWith(folder)))
      return 'what prices knows nothing of the actuarial library, which calibration and tests use';
  }
  if (room === 'shared') return objectionInShared(entry);
  if (room === 'electron') return objectionInElectron(entry);
  if (room === 'renderer') return objectionInRenderer(entry);
  return null;
}

/** The part of the actuarial engine that no price stands on. */
const LIBRARY = 'shared/actuarial/library/';
const LIBRARY_READERS = [LIBRARY, 'shared/calibration/'];

/** Libraries of pure computation that run anywhere. */
const SHARED_PACKAGES =
  /^(zod|zod\/.*|@stdlib\/.*|@noble\/hashes(\/.*)?|@scure\/base|fft\.js|pure-rand(\/.*)?|date-fns(\/.*)?)$/;

/** What each floor of `shared` may stand on, beside itself. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  actuarial: ['domain'],
  scoring: ['domain'],
  pricing: ['domain', 'actuarial', 'scoring'],
  library: ['domain'],
  report: ['domain'],
  calibration: ['domain', 'actuarial', 'scoring', 'pricing', 'library', 'report'],
  underwriting: ['domain', 'actuarial', 'scoring', 'pricing'],
  quote: ['domain', 'actuarial', 'scoring', 'pricing', 'underwriting'],
  deal: ['domain', 'scoring', 'pricing', 'report', 'underwriting', 'quote'],
  contract: [
    'domain',
    'actuarial',
    'scoring',
    'pricing',
    'library',
    'calibration',
    'report',
    'underwriting',
    'quote',
    'deal',
  ],
};

function objectionInShared({ file, specifier, target }: Import): string | null {
  if (target === null)
    return SHARED_PACKAGES.test(specifier) ? null : 'shared/ runs anywhere: no host, DOM or UI library';
  if (!target.startsWith('shared/')) return 'shared/ imports only shared/';
  const floor = file.split('/')[1] ?? '';
  const other = target.split('/')[1] ?? '';
  if (floor === other || FLOORS[floor]?.includes(other)) return null;
  return `shared/${floor} does not know shared/${other}`;
}

/** What each room of the host process may stand on, beside itself; main.ts and preload.ts stand above them all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  host: [],
  security: ['host'],
  store: ['host'],
  exchange: ['host'],
  documents: ['host', 'security', 'store'],
  ipc: ['host', 'security', 'store', 'exchange', 'documents'],
  cli: ['host', 'security', 'store', 'exchange', 'documents', 'ipc'],
  app: ['host', 'security', 'store', 'exchange', 'documents', 'ipc'],
};

/** The wings of the store from the ground up: each stands on those before it. */
const STORE_WINGS = [
  'connection',
  'audit',
  'people',
  'files',
  'models',
  'content',
  'quotes',
  'assessments',
  'deal',
  'issuing',
  'book',
  'library',
  'backup',
  'workbook',
  'salvage',
  'check',
];

function objectionInsideElectron(file: string, target: string): string | null {
  const [, room = '', wing = ''] = file.split('/');
  const [, otherRoom = '', otherWing = ''] = target.split('/');
  if (room.includes('.')) return null;
  if (room !== otherRoom) {
    if (ROOMS[room]?.includes(otherRoom)) return null;
    if (room === 'host') return 'host/ is known by all and knows none';
    if (otherRoom === 'app') return 'app/ composes the rest; nobody imports it';
    return `electron/${room} does not know electron/${otherRoom}`;
  }
  if (room !== 'store' || wing === otherWing) return null;
  if (!STORE_WINGS.includes(wing) || !STORE_WINGS.includes(otherWing))
    return 'inside store: every file stands in a wing that has its place in the order';
  return STORE_WINGS.indexOf(wing) > STORE_WINGS.indexOf(otherWing)
    ? null
    : `inside store: ${wing}/ stands below ${otherWing}/`;
}

const NETWORK_MODULES = /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/;
/** It asks whether the inspector is open, and opens nothing. */
const INSPECTOR_READER = 'electron/security/debugging.ts';
const UI_PACKAGES = /^(react|react-dom|recharts|react-aria-components|@tanstack\/.*|zustand)(\/.*)?$/;
/** These files run in the sandboxed preload script, which has neither Node nor room for schemas. */
const PRELOAD_FILES = new Set(['electron/preload.ts', 'electron/ipc/bridge.ts']);
const PRELOAD_TARGETS = new Set([
  'electron/ipc/bridge.ts',
  'shared/contract/call.ts',
  'shared/contract/structure.ts',
]);

function objectionInElectron({ file, specifier, target, names }: Import): string | null {
  if (NETWORK_MODULES.test(specifier) && !(file === INSPECTOR_READER && specifier === 'node:inspector'))
    return 'the application does not use the network';
  if (specifier === 'electron' && names.some((name) => name === 'net' || name === 'autoUpdater'))
    return 'the application does not use the network';
  if (UI_PACKAGES.test(specifier)) return 'the host has no user interface of its own';
  if (target?.startsWith('renderer/')) return 'nobody imports renderer/';
  if (target !== null && !target.startsWith('electron/') && !target.startsWith('shared/'))
    return 'electron/ imports only electron/ and shared/';
  if (specifier === 'better-sqlite3' && !file.startsWith('electron/store/'))
    return 'only electron/store/ opens a database';
  if (
    PRELOAD_FILES.has(file) &&
    specifier !== 'electron' &&
    !(target !== null && PRELOAD_TARGETS.has(target))
  )
    return 'the preload script carries names, no schemas and no logic';
  return target?.startsWith('electron/') === true ? objectionInsideElectron(file, target) : null;
}

const HOST_MODULES = /^(electron|electron-log|better-sqlite3|proper-lockfile|yauzl|@cantoo\/.*)(\/.*)?$/;

/** Judging, pricing and scoring are for the workers: the window's own thread shows what they say. */
export const WORKER_FILES =
  /^renderer\/features\/(pricing\/price-jobs|portfolio\/reprice-batch|library\/calibration-jobs)\.ts$|\.worker\.ts$/;
const COMPUTING = /^shared\/(underwriting|pricing|scoring|actuarial|calibration)\//;
/**
 * Types with a constant beside them, or a few lines of arithmetic on what a worker has computed; of `ask-next.ts` the name
 * of the register's question.
 */
const NOT_COMPUTING = new Set([
  'shared/pricing/most-for-one-event.ts',
  'shared/pricing/price-at-share.ts',
  'shared/underwriting/offered.ts',
  'shared/underwriting/suggested-line.ts',
  'shared/underwriting/walk-away.ts',
  'shared/underwriting/judgement.ts',
  'shared/actuarial/engine-version.ts',
  'shared/scoring/ask-next.ts',
  'shared/scoring/piecewise.ts',
]);

function objectionInRenderer({ file, specifier, target, isType }: Import): string | null {
  if (specifier.startsWith('node:') || HOST_MODULES.test(specifier))
    return 'a page has no access to the host; it asks through the bridge';
  if (target === null) return null;
  if (!target.startsWith('renderer/') && !target.startsWith('shared/'))
    return 'renderer/ imports only renderer/ and shared/';
  if (!isType && !WORKER_FILES.test(file)) {
    if (COMPUTING.test(target) && !NOT_COMPUTING.has(target))
      return 'what is judged, priced or scored is computed in a worker';
    if (WORKER_FILES.test(target)) return 'what a worker does is not done in the window';
  }
  const [, wing = '', feature = ''] = file.split('/');
  const [room = '', otherWing = '', otherFeature = ''] = target.split('/');
  if (room !== 'renderer') return null;
  if (wing === 'features' && otherWing === 'features' && feature !== otherFeature)
    return 'features do not import one another';
  if ((wing === 'features' || wing === 'editor') && otherWing === 'app')
    return `${wing}/ does not know app/, which composes the window from it`;
  if (wing === 'editor' && otherWing === 'features') return 'editor/ is what features stand on';
  if ((wing === 'components' || wing === 'charts') && ['features', 'editor', 'app'].includes(otherWing))
    return `${wing}/ has no knowledge of features`;
  if (wing === 'print' && ['features', 'editor', 'app'].includes(otherWing))
    return 'the paper does not depend on the screen';
  return null;
}
