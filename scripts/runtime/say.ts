/** One line for the person at the terminal; on stderr, so that a command's own output stays clean. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export type Progress = { readonly update: (fraction: number) => void; readonly done: () => void };

/** Shows a share between 0 and 1: one line rewritten on a terminal, a line per tenth elsewhere. */
export function showProgress(label: string, out: NodeJS.WriteStream = process.stderr): Progress {
  let shown = -1;
  const write = (percent: number): void => {
    if (out.isTTY) out.write(`\r${label} ${String(percent).padStart(3)} %`);
    else out.write(`${label} ${percent} %\n`);
    shown = percent;
  };
  return {
    update(fraction) {
      const percent = Math.floor(Math.min(1, Math.max(0, fraction)) * 100);
      if (percent >= shown + (out.isTTY ? 1 : 10)) write(percent);
    },
    done() {
      if (shown < 100) write(100);
      if (out.isTTY) out.write('\n');
    },
  };
}
