/** Version of the engine's numbers; raised whenever a change could move a figure beyond rounding. */
export const ENGINE_VERSION = 'ballast-actuarial 1.3.1';
