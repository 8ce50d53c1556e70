import { describe, expect, it } from 'vitest';
import { createNoiseFilter, isNoise } from '../../scripts/launch/noise-filter.ts';

const bus =
  '[11557:1122/131251.308847:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket';
const viz =
  '[11601:1122/131251.4:ERROR:viz_main_impl.cc(183)] Exiting GPU process due to errors during initialization';
const newerBus =
  '[1:0101/000000.1:ERROR:dbus/bus.cc:408] Failed to connect to the bus: Could not parse server address';

describe('isNoise', () => {
  it('knows the two harmless lines, in both of Chromium’s spellings', () => {
    expect([bus, viz, newerBus].map(isNoise)).toEqual([true, true, true]);
  });

  it('keeps every other error, even one that mentions the same file', () => {
    expect(isNoise('[1:0101/1:ERROR:omnibus.cc(4)] something')).toBe(false);
    expect(isNoise('[1:0101/1:FATAL:bus.cc(4)] something')).toBe(false);
    expect(isNoise('Error: could not read bus.cc(407)')).toBe(false);
  });
});

describe('createNoiseFilter', () => {
  it('drops noise that arrives in pieces and keeps the rest byte for byte', () => {
    const filter = createNoiseFilter();
    const text = `first\n${bus}\n\nsecond £\n${viz}\nlast without end`;
    const pieces = text.match(/[\s\S]{1,7}/g) ?? [];
    const shown = pieces.map((piece) => filter.push(piece)).join('') + filter.end();
    expect(shown).toBe('first\n\nsecond £\nlast without end');
  });

  it('drops noise that ends the stream without a line break', () => {
    const filter = createNoiseFilter();
    expect(filter.push(bus) + filter.end()).toBe('');
  });
});
