import type { Bench, Measured } from './bench.ts';
import { type PrintTimes, recordPrints } from './papers/record-prints.ts';
import { inElectron } from './window/in-electron.ts';

let recording: Promise<PrintTimes | string> | null = null;

/** Both are printed in turn by one application. */
const recorded = (): Promise<PrintTimes | string> => {
  recording ??= inElectron(recordPrints, 'the printing');
  return recording;
};

const line = (
  name: string,
  { of, milliseconds }: { readonly of: keyof PrintTimes; readonly milliseconds: number },
): Bench => ({
  name,
  runs: 1,
  run: async (): Promise<Measured> => {
    const record = await recorded();
    if (typeof record === 'string') return { kind: 'skipped', sentence: record };
    return { kind: 'milliseconds', milliseconds: record[of] };
  },
  targets: [{ kind: 'at-most-ms', milliseconds }],
});

export const benches: readonly Bench[] = [
  line('quotation with the charts of its summary, drawn and stamped, after the first', {
    of: 'quotation',
    milliseconds: 700,
  }),
  line('worksheet, drawn and stamped, after the first', { of: 'worksheet', milliseconds: 1500 }),
];
