/**
 * Lines Chromium writes on a machine without a D-Bus session or a graphics card; they mean nothing here.
 * Everything else, the application's own messages above all, passes.
 */
const noise = [
  /^\[[^\]]*:ERROR:(?:[^\]]*\/)?bus\.cc[:(]/,
  /^\[[^\]]*:ERROR:(?:[^\]]*\/)?viz_main_impl\.cc[:(]/,
];

/** True for a line that is one of the two known harmless ones. */
export function isNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line));
}

export type LineFilter = {
  /** Takes a chunk of output and returns what of it may be shown so far. */
  readonly push: (chunk: string) => string;
  /** Returns what was held back as an unfinished line. */
  readonly end: () => string;
};

/** Drops noise from output that arrives in arbitrary pieces; other lines keep their bytes and order. */
export function createNoiseFilter(): LineFilter {
  let held = '';
  return {
    push(chunk) {
      const lines = (held + chunk).split('\n');
      held = lines.pop() ?? '';
      return lines
        .filter((line) => !isNoise(line))
        .map((line) => `${line}\n`)
        .join('');
    },
    end() {
      const rest = isNoise(held) ? '' : held;
      held = '';
      return rest;
    },
  };
}
