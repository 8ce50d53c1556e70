import { displaysOfWorkers } from '../../scripts/launch/display.ts';

// Each worker drives its windows on a display of its own.
const displays = displaysOfWorkers();
const worker = Number(process.env.VITEST_POOL_ID ?? 1);
Object.assign(process.env, displays[(worker - 1) % displays.length]);
