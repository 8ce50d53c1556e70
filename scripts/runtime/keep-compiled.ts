import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './paths.ts';

// To read the types out of a script and to compile it takes longer than to run it. Where the folder cannot be written to,
// Node goes on without.
enableCompileCache(join(cacheFolder(), 'compiled-scripts'));
