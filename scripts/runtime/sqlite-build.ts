import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { ensureSystemPackages } from '../system/ensure-packages.ts';
import { buildTools } from '../system/requirements.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';
import { SetupFailure } from './setup-failure.ts';
import { installedPackageVersion } from './versions.ts';
import { withLock } from './with-lock.ts';

const buildLimitMs = 15 * 60 * 1000;
const lockWaitMs = 20 * 60 * 1000;
const headerNames = ['js_native_api.h', 'js_native_api_types.h', 'node_api.h', 'node_api_types.h'] as const;

// Node-API needs nothing of Node's own build settings, so the two files node-gyp asks for can be this short.
const commonGypi = `{
  'target_defaults': {
    'default_configuration': 'Release',
    'configurations': { 'Release': {} },
    'cflags': ['-pthread'],
    'cflags_cc': ['-fno-rtti', '-fno-exceptions'],
    'ldflags': ['-pthread'],
  },
}
`;
const configGypi = `{ 'target_defaults': {}, 'variables': {} }
`;

// The library relies on the finalizer rules of Node-API 10, which version 9 offers as experimental.
const statedVersion = "'NAPI_VERSION=10'";
// With it finalizers run in the middle of garbage collection, so node-addon-api must defer its
// own finalizers. It does when this function is declared, which node-api-headers leaves out as experimental;
// the declaration is the one in Node's own js_native_api.h.
const deferredFinalizers = `
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL
node_api_post_finalizer(node_api_basic_env env,
                        napi_finalize finalize_cb,
                        void* finalize_data,
                        void* finalize_hint);
EXTERN_C_END
`;
const experimentalVersion = [
  "'NAPI_VERSION=2147483647'",
  "'NAPI_EXPERIMENTAL'",
  "'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
].join(', ');

/**
 * Returns a better_sqlite3.node that loads in runtimes older than Node-API 10, building it once per version
 * of the library. Needs a compiler, make and Python; the headers come from the npm package node-api-headers.
 */
export async function ensureSqliteForNodeApi9(root: string, cache: string): Promise<string> {
  const version = installedPackageVersion(root, 'better-sqlite3');
  const kept = join(cache, `better-sqlite3-${version}-node-api-9-${process.platform}-${process.arch}`);
  const binary = join(kept, 'better_sqlite3.node');
  if (existsSync(binary)) return binary;
  await withLock(kept, lockWaitMs, async () => {
    if (!existsSync(binary)) await build(root, kept, version);
  });
  return binary;
}

async function build(root: string, kept: string, version: string): Promise<void> {
  await ensureSystemPackages(buildTools(), 'to build better-sqlite3 for this older runtime');
  say(`Building better-sqlite3 ${version} for Node-API 9 (once, one to two minutes).`);
  const work = `${kept}.partial`;
  await rm(work, { recursive: true, force: true });
  const sources = join(work, 'better-sqlite3');
  try {
    await copySources(root, sources);
    const headers = await writeHeaders(root, work);
    await runCommand(process.execPath, nodeGypArguments(root, headers), {
      cwd: sources,
      env: buildEnvironment(root),
      timeoutMs: buildLimitMs,
    });
    const built = join(sources, 'build', 'Release', 'better_sqlite3.node');
    await assertLoads(root, built);
    const staged = join(work, 'kept');
    await mkdir(staged);
    await cp(built, join(staged, 'better_sqlite3.node'));
    await rm(kept, { recursive: true, force: true });
    await rename(staged, kept);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function copySources(root: string, sources: string): Promise<void> {
  const modules = join(root, 'node_modules');
  for (const part of ['binding.gyp', 'package.json', 'src', 'deps', 'lib']) {
    await cp(join(modules, 'better-sqlite3', part), join(sources, part), { recursive: true });
  }
  await cp(join(modules, 'node-addon-api'), join(sources, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const gyp = await readFile(join(sources, 'binding.gyp'), 'utf8');
  if (!gyp.includes(statedVersion)) {
    throw new SetupFailure('better-sqlite3 no longer states NAPI_VERSION=10 in binding.gyp.');
  }
  await writeFile(join(sources, 'binding.gyp'), gyp.replace(statedVersion, experimentalVersion));
}

async function writeHeaders(root: string, work: string): Promise<string> {
  const include = join(work, 'headers', 'include', 'node');
  await mkdir(include, { recursive: true });
  for (const name of headerNames) {
    await cp(join(root, 'node_modules', 'node-api-headers', 'include', name), join(include, name));
  }
  await appendFile(join(include, 'js_native_api.h'), deferredFinalizers);
  await writeFile(join(include, 'common.gypi'), commonGypi);
  await writeFile(join(include, 'config.gypi'), configGypi);
  return join(work, 'headers');
}

function nodeGypArguments(root: string, headers: string): readonly string[] {
  const script = join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  return [script, 'rebuild', '--release', `--nodedir=${headers}`, '--force_build=1', '--jobs=max'];
}

/** npm's own settings (nodedir, target, a proxy for headers) must not steer this build. */
function buildEnvironment(root: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name));
  const path = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
}

async function assertLoads(root: string, binary: string): Promise<void> {
  const check =
    'const Database = require(process.argv[1]);' +
    'const db = new Database(":memory:", { nativeBinding: process.argv[2] });' +
    'for (let n = 0; n < 1000; n += 1) if (db.prepare("select 6 * 7").pluck().get() !== 42) process.exit(1);' +
    'db.close(); gc();';
  const library = join(root, 'node_modules', 'better-sqlite3');
  await runCommand(process.execPath, ['--expose-gc', '-e', check, library, binary], { timeoutMs: 30_000 });
}
